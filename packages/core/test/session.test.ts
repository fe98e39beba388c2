import { inspect } from 'node:util'
import { AuthManager } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.close())

const pat = () => scene.sandbox.createPersonalAccessToken(scene.sandbox.users[1]?.gid ?? '')

describe('a session', () => {
  it('prefers explicit credentials to stored ones, and stored ones to the app token', async () => {
    const token = pat()
    const auth = scene.anotherManager({ asana: { token }, fallbackToAppToken: true })
    const explicit = await scene.consent()
    expect((await auth.session({ subject: 'u' })).settings.origin).toBe('app')
    const stored = await scene.connect('u')
    const fromStore = await auth.session({ subject: 'u' })
    expect(fromStore.settings).toMatchObject({ origin: 'stored', subject: 'u' })
    expect(await fromStore.getAccessToken()).toBe(stored.accessToken)
    const given = await auth.session({ subject: 'u', withCredentials: explicit })
    expect(given.settings.origin).toBe('explicit')
    expect(await given.getAccessToken()).toBe(explicit.accessToken)
  })

  it('does not act as the owner of the app token unless told to', async () => {
    const auth = scene.anotherManager({ asana: { token: pat() } })
    await expect(auth.session({ subject: 'nobody' })).rejects.toMatchObject({
      name: 'CredentialsNotFoundError',
      subject: 'nobody',
      message: expect.stringMatching(/fallbackToAppToken: true/),
    })
    await expect(auth.session({})).rejects.toMatchObject({ code: 'invalid_option' })
    const session = await auth.session({ subject: 'nobody', fallbackToAppToken: true })
    expect((await session.asana.getUser('me')).gid).toBe(scene.sandbox.users[1]?.gid)
    expect(session.settings).not.toHaveProperty('subject')
  })

  it('does not fall back for a user whose grant is gone', async () => {
    const auth = scene.anotherManager({ asana: { token: pat() }, fallbackToAppToken: true })
    await scene.connect('u')
    const [grant] = scene.sandbox.grants
    scene.sandbox.deauthorize({ user: grant?.user ?? '', clientId: scene.app.clientId })
    scene.expireTokens()
    await expect(auth.session({ subject: 'u' })).rejects.toMatchObject({ code: 'reauthorization_required' })
  })

  it('sends as the manager says, and as it is told itself', async () => {
    let requests = 0
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      requests++
      seen = new Headers(init?.headers).get('user-agent')
      return new Response('{}', { status: 503 })
    }
    let seen: string | null = null
    const auth = new AuthManager({
      asana: { token: 'pat', ...scene.sandbox.endpoints },
      environment: {},
      fallbackToAppToken: true,
      client: { retry: false, userAgent: 'their app' },
      fetch,
    })
    const byManager = await auth.session({})
    await expect(byManager.asana.getUser('me')).rejects.toMatchObject({ status: 503 })
    expect([requests, seen]).toEqual([1, 'their app'])
    const patient = await auth.session({ client: { retry: { retries: 2, baseMs: 0 } } })
    await expect(patient.asana.getUser('me')).rejects.toMatchObject({ status: 503 })
    expect([requests, seen]).toEqual([4, 'their app'])
    const undecided = await auth.session({ client: { retry: undefined, userAgent: undefined } })
    await expect(undecided.asana.getUser('me')).rejects.toMatchObject({ status: 503 })
    expect([requests, seen]).toEqual([5, 'their app'])
  })

  it('is not to be had from a manager whose client options are wrong', () => {
    const make = () => new AuthManager({ environment: {}, client: { retry: { retries: -1 } } })
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_option' }))
  })

  it('nor from one whose base URL the client would refuse', () => {
    const baseUrl = 'https://app.asana.com/api/1.0?opt_pretty=true'
    const make = () => new AuthManager({ environment: { ASANA_BASE_URL: baseUrl } })
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_base_url' }))
  })

  it('works for the app alone, without any store', async () => {
    const asana = { ...scene.sandbox.endpoints, token: pat() }
    const auth = new AuthManager({ asana, environment: {}, fallbackToAppToken: true })
    await using session = await auth.session({})
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: scene.sandbox.users[1]?.gid })
    await expect(auth.status('u')).rejects.toMatchObject({ code: 'missing_store' })
    await expect(new AuthManager({ asana, environment: {} }).session({ subject: 'u' })).rejects.toMatchObject(
      { code: 'missing_store' },
    )
  })

  it("carries the workspace: the user's before the app's", async () => {
    const auth = scene.anotherManager({ asana: { workspaceGid: 'app-w' } })
    const credentials = await scene.consent()
    await auth.storeCredentials('asana', 'a', credentials)
    await auth.storeCredentials('asana', 'b', { ...credentials, workspaceGid: 'user-w' })
    expect((await auth.session({ subject: 'a' })).settings.workspaceGid).toBe('app-w')
    expect((await auth.session({ subject: 'b' })).settings.workspaceGid).toBe('user-w')
    scene.expireTokens()
    await auth.refresh('b')
    expect((await auth.loadCredentials('asana', 'b'))?.workspaceGid).toBe('user-w')
  })

  it('does what the README says', async () => {
    await scene.connect('user-123')
    const session = await scene.auth.session({ subject: 'user-123' })
    const me = await session.asana.getUser('me', { opt_fields: ['name', 'email', 'workspaces.name'] })
    expect(me).toMatchObject({
      name: expect.any(String),
      email: expect.any(String),
      workspaces: [{ name: expect.any(String) }],
    })
    const response = await session.fetch('/users/me')
    expect(await response.json()).toMatchObject({ data: { gid: me.gid } })
    const direct = await fetch(`${session.settings.baseUrl}/users/me`, {
      headers: { authorization: `Bearer ${await session.getAccessToken()}` },
    })
    expect(direct.status).toBe(200)
    expect(inspect(session, { depth: 9 })).not.toContain(await session.getAccessToken())
  })
})

describe('explicit credentials', () => {
  it('are refreshed in memory, once for all callers, and handed to onRefresh before anybody uses them', async () => {
    const seen: string[] = []
    const explicit = await scene.consent()
    const session = await scene.auth.session({
      withCredentials: explicit,
      onRefresh: async credentials => {
        await new Promise(resolve => setTimeout(resolve, 20))
        seen.push(credentials.accessToken)
      },
    })
    scene.expireTokens()
    const tokens = new Set(await Promise.all(Array.from({ length: 100 }, () => session.getAccessToken())))
    expect([...tokens]).toEqual(seen)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
    expect(scene.store.operations).toBe(0)
  })

  it('are told of when they are refreshed, kept or not', async () => {
    scene.sandbox.setRefresh('rotate')
    let kept = true
    const session = await scene.auth.session({
      subject: 'u',
      withCredentials: await scene.consent(),
      onRefresh: () => {
        if (!kept) throw new Error('disk full')
      },
    })
    scene.expireTokens()
    await Promise.all(Array.from({ length: 10 }, () => session.getAccessToken()))
    expect(scene.events).toEqual([
      {
        name: 'refreshed',
        event: {
          key: { provider: 'asana', subject: 'u' },
          durationMs: expect.any(Number),
          rotated: true,
          expiresAt: expect.any(Number),
        },
      },
    ])
    kept = false
    scene.expireTokens()
    await session.getAccessToken()
    expect(scene.events.slice(1).map(({ name }) => name)).toEqual(['persist_failed', 'refreshed'])
  })

  it('may be just a refresh token with an access token that is refused', async () => {
    const { refreshToken = '' } = await scene.consent()
    const session = await scene.auth.session({
      withCredentials: { access_token: 'stale', refresh_token: refreshToken },
    })
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
  })

  it('are not lost when onRefresh fails: it is told', async () => {
    const session = await scene.auth.session({
      withCredentials: await scene.consent(),
      onRefresh: () => {
        throw new Error('disk full')
      },
    })
    scene.expireTokens()
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    expect(scene.happened('persist_failed')).toBe(1)
  })

  it('are not told of with what onRefresh failed on: a database names the value that it refuses', async () => {
    scene.sandbox.setRefresh('rotate')
    const given: string[] = []
    const session = await scene.auth.session({
      withCredentials: await scene.consent(),
      onRefresh: ({ accessToken, refreshToken = '' }) => {
        given.push(accessToken, refreshToken)
        throw new Error(`invalid input syntax: "${accessToken}", "${refreshToken}"`)
      },
    })
    scene.expireTokens()
    await session.getAccessToken()
    expect(scene.happened('persist_failed')).toBe(1)
    const told = inspect(scene.events, { depth: 9, showHidden: true })
    expect(told).toContain('invalid input syntax')
    expect(new Set(given).size).toBe(2)
    for (const secret of given) expect(told).not.toContain(secret)
  })

  it('do not wait for an onRefresh that hangs', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50 } })
    const session = await auth.session({
      withCredentials: await scene.consent(),
      onRefresh: () => new Promise(() => {}),
    })
    scene.expireTokens()
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    expect(scene.happened('persist_failed')).toBe(1)
    await expect(auth.close()).resolves.toBeUndefined()
  })

  it('that are refused ask for a new login', async () => {
    const session = await scene.auth.session({
      subject: 'u',
      withCredentials: { accessToken: 'bad', refreshToken: 'bad' },
    })
    await expect(session.asana.getUser('me')).rejects.toMatchObject({
      code: 'reauthorization_required',
      subject: 'u',
    })
  })

  it('that are refused are not asked about again', async () => {
    const session = await scene.auth.session({ withCredentials: { accessToken: 'bad', refreshToken: 'bad' } })
    for (let i = 0; i < 5; i++) {
      await expect(session.asana.getUser('me')).rejects.toMatchObject({ code: 'reauthorization_required' })
    }
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })

  it('work to their end while Asana gives no new token, and ask it now and then only', async () => {
    const credentials = await scene.consent()
    const session = await scene.auth.session({ withCredentials: credentials })
    scene.sandbox.faults.add({
      at: 'token',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 503 },
    })
    scene.sandbox.clock.advance(3_600_000 - 15_000)
    for (let i = 0; i < 5; i++) expect(await session.getAccessToken()).toBe(credentials.accessToken)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(3)
    scene.sandbox.clock.advance(15_000)
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'refresh_unavailable' })
  })

  it('that the API refuses although they are new cost one refresh, not one a call', async () => {
    const session = await scene.auth.session({ withCredentials: await scene.consent() })
    scene.sandbox.faults.add({
      at: 'api',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 401 },
    })
    for (let i = 0; i < 5; i++) {
      await expect(session.asana.getUser('me')).rejects.toMatchObject({ name: 'UnauthorizedError' })
    }
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })
})
