import { tracingChannel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tracedFetch } from '../src/events/traced-fetch.ts'
import { type RefreshTrace, type RequestTrace, type StoreTrace, traceNames } from '../src/index.ts'

type Moment = 'start' | 'end' | 'asyncStart' | 'asyncEnd' | 'error'
type Subscribers = Record<Moment, (message: unknown) => void>
const moments: readonly Moment[] = ['start', 'end', 'asyncStart', 'asyncEnd', 'error']

/** Everything that one channel tells, in order. */
function listenTo<Message>(name: string) {
  const heard: { moment: Moment; message: Message }[] = []
  const subscribers = Object.fromEntries(
    moments.map(moment => [
      moment,
      (message: unknown) => heard.push({ moment, message: message as Message }),
    ]),
  ) as unknown as Subscribers
  tracingChannel(name).subscribe(subscribers)
  return {
    heard,
    ended: () => heard.filter(({ moment }) => moment === 'asyncEnd').map(({ message }) => message),
    stop: () => tracingChannel(name).unsubscribe(subscribers),
  }
}

describe('tracing channels', () => {
  let scene: Scene
  const stops: (() => void)[] = []
  const listen = <Message>(name: string) => {
    const listening = listenTo<Message>(name)
    stops.push(listening.stop)
    return listening
  }
  beforeEach(async () => {
    scene = await Scene.open()
    await scene.connect('u')
  })
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop()
    await scene.close()
  })

  const key = { provider: 'asana', subject: 'u' }

  it('tell of a refresh from start to end, in the order of tracePromise', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const { heard } = listen<RefreshTrace>(traceNames.refresh)
    await session.getAccessToken()
    expect(heard.map(({ moment }) => moment)).toEqual(['start', 'end', 'asyncStart', 'asyncEnd'])
    expect(new Set(heard.map(({ message }) => message)).size).toBe(1)
    expect(heard[0]?.message).toEqual({ key, outcome: 'fresh' })
    await session.getAccessToken()
    expect(heard).toHaveLength(4)
  })

  it('tell of the error of a refresh', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.deauthorize({ user: scene.sandbox.users[0]?.gid ?? '', clientId: scene.app.clientId })
    const { heard } = listen<RefreshTrace>(traceNames.refresh)
    const error = await session.getAccessToken().catch((reason: unknown) => reason)
    expect(heard.map(({ moment }) => moment)).toEqual(['start', 'end', 'error', 'asyncStart', 'asyncEnd'])
    expect(heard[0]?.message).toEqual({ key, outcome: 'reauthorization', error })
  })

  it('tell of the calls to the store', async () => {
    const { ended } = listen<StoreTrace>(traceNames.store)
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await session.getAccessToken()
    await expect
      .poll(() => ended().map(({ operation }) => operation))
      .toEqual(['get', 'get', 'acquireLease', 'get', 'put', 'releaseLease'])
    expect(ended()).toContainEqual({ store: 'memory', operation: 'put', key })
    await scene.auth.listCredentials()
    expect(ended().at(-1)).toEqual({ store: 'memory', operation: 'list' })
  })

  it('tell of requests without their query', async () => {
    const { ended } = listen<RequestTrace>(traceNames.request)
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await session.asana.getUser('me', { opt_fields: ['name'] })
    await session.fetch('/tasks/404404', { method: 'delete' })
    const { baseUrl, tokenUrl } = scene.sandbox.endpoints
    expect(ended()).toEqual([
      { method: 'POST', url: tokenUrl, status: 200 },
      { method: 'GET', url: `${baseUrl}/users/me`, status: 200 },
      { method: 'DELETE', url: `${baseUrl}/tasks/404404`, status: 404 },
    ])
  })

  it('run a call within what the subscribers of start ask for', async () => {
    const within: string[] = []
    const channel = tracingChannel(traceNames.store)
    for (const name of ['first', 'second']) {
      const subscribers = {
        start(message: unknown) {
          const trace = message as StoreTrace
          const outer = trace.run
          trace.run = work => {
            within.push(name)
            return outer ? outer(work) : work()
          }
        },
      } as unknown as Subscribers
      channel.subscribe(subscribers)
      stops.push(() => channel.unsubscribe(subscribers))
    }
    await expect(scene.auth.status('u')).resolves.toMatchObject({ state: 'connected' })
    expect(within).toEqual(['second', 'first'])
  })

  it('carry no token', async () => {
    const listening = Object.values(traceNames).map(name => listen<object>(name))
    const before = await scene.auth.loadCredentials('asana', 'u')
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await session.asana.getUser('me')
    await scene.connect('u')
    const after = await scene.auth.loadCredentials('asana', 'u')
    await scene.auth.disconnect('u')
    const told = listening.flatMap(({ heard }) => heard.map(({ message }) => message))
    const shown = inspect(told, { depth: 10, showHidden: true }) + JSON.stringify(told)
    expect(told.length).toBeGreaterThan(10)
    for (const credentials of [before, after]) {
      expect(shown).not.toContain(credentials?.accessToken)
      expect(shown).not.toContain(credentials?.refreshToken)
    }
    expect(shown).not.toContain(scene.app.clientSecret)
  })

  it("carry no token that the application's own fetch has hung on its errors", async () => {
    const { heard } = listen<RequestTrace>(traceNames.request)
    const thrown: unknown[] = []
    const auth = scene.anotherManager({
      client: { retry: false },
      fetch: async (url, init) => {
        const authorization = new Headers(init?.headers).get('authorization')
        const cause = new Error(`sending ${authorization} ${init?.body}`)
        const error = Object.assign(new Error('socket hang up', { cause }), {
          code: 'ECONNRESET',
          config: { url, ...init },
        })
        thrown.push(error)
        throw error
      },
    })
    const credentials = await scene.consent()
    const session = await auth.session({ withCredentials: credentials })
    await expect(session.asana.getUser('me')).rejects.toMatchObject({ code: 'network_error' })
    await expect(auth.asana.oauth2.revoke({ credentials })).rejects.toMatchObject({
      name: 'TokenRequestError',
    })
    const errors = heard.filter(({ moment }) => moment === 'error').map(({ message }) => message.error)
    expect(errors).toMatchObject([
      { name: 'Error', message: expect.stringMatching(/^socket hang up/), code: 'ECONNRESET' },
      { message: expect.stringMatching(/^socket hang up/) },
    ])
    const shown = [errors, heard].map(told => inspect(told, { depth: 10, showHidden: true })).join()
    const { accessToken, refreshToken = '' } = credentials
    for (const secret of [
      accessToken,
      refreshToken,
      encodeURIComponent(refreshToken),
      scene.app.clientSecret,
    ])
      expect(shown).not.toContain(secret)
    for (const error of errors) expect(error).not.toHaveProperty('config')
    // Whoever called gets the error itself.
    const traced = tracedFetch(() => Promise.reject(thrown[0]))
    await expect(traced('https://app.asana.com/')).rejects.toBe(thrown[0])
  })
})

describe('without diagnostics channels', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    vi.resetModules()
  })

  it.each([
    ['a module that is not there', undefined],
    ['channels without tracing', { channel: () => ({ hasSubscribers: false, publish() {} }) }],
  ])('everything works: %s', async (_, found) => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(found as never)
    vi.resetModules()
    const { AuthManager } = await import('../src/index.ts')
    await using scene = await Scene.open()
    const credentials = await scene.consent()
    await using auth = new AuthManager({
      store: scene.store,
      clock: scene.clock,
      environment: {},
      asana: {
        ...scene.sandbox.endpoints,
        clientId: scene.app.clientId,
        clientSecret: scene.app.clientSecret,
      },
    })
    await auth.storeCredentials('asana', 'u', { ...credentials })
    scene.expireTokens()
    const session = await auth.session({ subject: 'u' })
    expect(await session.getAccessToken()).not.toBe(credentials.accessToken)
  })
})
