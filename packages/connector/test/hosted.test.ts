import { getEventListeners } from 'node:events'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Browser } from '../../hosted/test/browser.ts'
import { HostedScene, RETURN_URL } from '../../hosted/test/hosted-scene.ts'
import { AsanaConnector, HostedClient, HostedError } from '../src/index.ts'

/** A hosted server with one organization's credentials, and a fetch that notes what is asked of it. */
async function hostedScene() {
  const scene = await HostedScene.open()
  onTestFinished(() => scene.close())
  const asked: string[] = []
  const { clientId, clientSecret } = scene.acme
  const server = {
    clientId,
    clientSecret,
    baseUrl: scene.url,
    now: () => scene.sandbox.clock.now(),
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      const { pathname } = new URL(String(input))
      const response = await fetch(input, init)
      asked.push(`${pathname.slice('/v1/'.length)} ${response.status}`)
      return response
    },
  }
  return { scene, server, asked, token: () => scene.sandbox.createPersonalAccessToken('ada@example.com') }
}

/** The gid of a new file at Asana. */
async function attach(
  scene: HostedScene,
  token: string,
  file: { readonly name: string; readonly content: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const local = new AsanaConnector({
    authConfig: { token },
    manager: { asana: scene.sandbox.endpoints, environment: {} },
  })
  const workspace = scene.sandbox.workspaces[0]?.gid ?? ''
  const parent = (await local.tasks.create({ name: 'With file', workspace })).data.gid
  const { name, content } = file
  return (await local.attachments.create({ parent, name, file: new Blob([content]) })).data.gid
}

const TOKEN = 'account/applications/token 200'
const SCOPED = 'embedded/scoped-token 200'
const FIND = 'integrations/connectors 200'

describe('a connector on a hosted server', () => {
  it('executes as the user, with the same accessors and tools', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const { data } = await connector.users.get({ user_gid: 'me', opt_fields: ['email'] })
    expect(data.email).toBe('ada@example.com')
    expect(await connector.check()).toMatchObject({ status: 'healthy', user: { name: 'Ada Sample' } })
    const [whoAmI] = connector.tools({ actions: ['users.get'] })
    expect(await whoAmI?.execute({ user_gid: 'me' })).toMatchObject({ isError: false })
  })

  it('takes snake_case names, and a base URL with either prefix', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    for (const prefix of ['/v1', '/api/v1/']) {
      const connector = new AsanaConnector({
        external_user_id: 'ada',
        client_id: server.clientId,
        client_secret: server.clientSecret,
        base_url: `${scene.url}${prefix}`,
        now: server.now,
      } as never)
      expect(await connector.check()).toMatchObject({ status: 'healthy' })
    }
  })

  it('pages through lists, one page or all of them', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const workspace = scene.sandbox.workspaces[0]?.gid ?? ''
    const project = (await connector.projects.create({ name: 'Long', workspace })).data.gid
    scene.sandbox.addTasks(project, 150)
    const first = await connector.tasks.list({ project, limit: 100 })
    const offset = first.meta.nextPage?.offset ?? ''
    const second = await connector.tasks.list({ project, limit: 100, offset })
    expect([first.data.length, second.data.length, second.meta.nextPage]).toEqual([100, 50, null])
    const all = await connector.tasks.list({ project, allPages: true, maxItems: 120 })
    expect(all.data).toHaveLength(120)
    expect(all.meta.nextPage).toEqual(expect.objectContaining({ offset: expect.any(String) }))
  })

  it('refuses bad input before anything is sent', async () => {
    const { server, asked } = await hostedScene()
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    await expect(connector.execute('tasks', 'get', {})).rejects.toMatchObject({ code: 'missing_parameter' })
    await expect(connector.download('../x')).rejects.toMatchObject({ code: 'invalid_parameter' })
    expect(asked).toEqual([])
  })

  it('says what Asana said', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const error = await connector.tasks.get({ task_gid: '999' }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(HostedError)
    expect(error).toMatchObject({ code: 'asana_not_found', status: 404 })
  })

  it('streams downloads, whole or a range of them', async () => {
    const { scene, server, token } = await hostedScene()
    await scene.connect('ada')
    const content = new Uint8Array(2_000_000).fill(7)
    const gid = await attach(scene, token(), { name: 'büro "1".bin', content })
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const whole = await connector.download(gid)
    expect(whole).toMatchObject({ name: 'büro "1".bin', sizeBytes: content.length, contentRange: undefined })
    expect((await new Response(whole.stream).arrayBuffer()).byteLength).toBe(content.length)
    const part = await connector.attachments.download({
      attachment_gid: gid,
      range_header: 'bytes=10-19',
    })
    expect(part.data).toMatchObject({
      sizeBytes: content.length,
      contentRange: `bytes 10-19/${content.length}`,
    })
    expect((await new Response(part.data.stream).arrayBuffer()).byteLength).toBe(10)
  })
})

describe('its tokens', () => {
  it('are asked for once, however many calls begin at once', async () => {
    const { scene, server, asked } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    await Promise.all(Array.from({ length: 10 }, () => connector.users.get({ user_gid: 'me' })))
    expect(asked.slice(0, 3)).toEqual([TOKEN, SCOPED, FIND])
    expect(asked.slice(3).every(one => one.endsWith('/execute 200'))).toBe(true)
    expect(asked).toHaveLength(13)
  })

  it('are asked for once where the connection needs not be found, too', async () => {
    const { scene, server, asked } = await hostedScene()
    const connectorId = await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', connectorId, ...server })
    await Promise.all(Array.from({ length: 10 }, () => connector.users.get({ user_gid: 'me' })))
    expect(asked.slice(0, 2)).toEqual([TOKEN, SCOPED])
    expect(asked).toHaveLength(12)
  })

  it('are kept for as long as they live, and no longer', async () => {
    const { scene, server, asked } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    await connector.check()
    asked.length = 0
    // The operator's token lives for 15 minutes and the user's for 20.
    scene.sandbox.clock.advance(19 * 60_000)
    await connector.check()
    expect(asked).toHaveLength(1)
    scene.sandbox.clock.advance(60_000)
    await connector.check()
    expect(asked.slice(1, 3)).toEqual([TOKEN, SCOPED])
    expect(asked).toHaveLength(4)
  })

  it('are renewed once when the server refuses them', async () => {
    const { scene, server, asked } = await hostedScene()
    await scene.connect('ada')
    // By its own clock, which stands still, the tokens live for ever.
    const startedAt = server.now()
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server, now: () => startedAt })
    await connector.check()
    asked.length = 0
    scene.sandbox.clock.advance(30 * 60_000)
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
    expect(asked.map(one => one.replace(/integrations.*\//, ''))).toEqual([
      'execute 401',
      // The operator's token is refused as well.
      'embedded/scoped-token 401',
      TOKEN,
      SCOPED,
      'execute 200',
    ])
  })

  it('are not asked for with a wrong secret again and again', async () => {
    const { server, asked } = await hostedScene()
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server, clientSecret: 'wrong' })
    const error = await connector.users.get({ user_gid: 'me' }).catch((error: unknown) => error)
    expect(error).toMatchObject({ name: 'HostedError', code: 'invalid_client', status: 401 })
    expect(String(error)).not.toContain('wrong')
    expect(asked).toEqual(['account/applications/token 401'])
  })
})

describe('which connection', () => {
  it('is the one that is named, without asking', async () => {
    const { scene, server, asked } = await hostedScene()
    const [, second] = [await scene.connect('ada'), await scene.connect('ada')]
    const connector = new AsanaConnector({ connectorId: second, ...server })
    expect(connector.connectorId).toBe(second)
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
    expect(asked).toEqual([TOKEN, `integrations/connectors/${second}/execute 200`])
  })

  it('is an error with the candidates when the user has several', async () => {
    const { scene, server } = await hostedScene()
    const ids = [await scene.connect('ada'), await scene.connect('ada')]
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const error = await connector.users.get({ user_gid: 'me' }).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'connector_ambiguous' })
    for (const id of ids) expect(String(error)).toContain(id)
  })

  it('may be made after the connector: nothing is remembered of one that was not there', async () => {
    const { scene, server } = await hostedScene()
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    expect(await connector.check()).toMatchObject({ status: 'unhealthy', code: 'connector_not_found' })
    const id = await scene.connect('ada')
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
    await scene.call('DELETE', `/v1/integrations/connectors/${id}`, { token: await scene.operatorToken() })
    expect(await connector.check()).toMatchObject({ status: 'unhealthy', code: 'connector_not_found' })
    await scene.connect('ada')
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
  })

  it('is never another user’s, nor another organization’s', async () => {
    const { scene, server } = await hostedScene()
    const id = await scene.connect('ada')
    const asBen = new AsanaConnector({ externalUserId: 'ben', connectorId: id, ...server })
    expect(await asBen.check()).toMatchObject({ status: 'unhealthy', code: 'connector_not_found' })
    const { clientId, clientSecret } = scene.globex
    const asGlobex = new AsanaConnector({ connectorId: id, ...server, clientId, clientSecret })
    expect(await asGlobex.check()).toMatchObject({ status: 'unhealthy', code: 'connector_not_found' })
  })
})

// Several hundred requests in one test.
describe('one client for many connectors', { timeout: 60_000 }, () => {
  const many = 100
  const users = Array.from({ length: many }, (_, index) => `user-${index}`)
  const count = (asked: readonly string[], what: string) => asked.filter(one => one === what).length

  async function connectedMany(now?: () => number) {
    const { scene, server, asked, token } = await hostedScene()
    const hosted = new HostedClient({ ...server, ...(now && { now }) })
    const create = (externalUserId: string) =>
      AsanaConnector.createHosted({ hosted, externalUserId, authConfig: { token: token() } })
    await Promise.all(users.map(create))
    // As every later process: by the users' ids.
    const connectors = users.map(externalUserId => new AsanaConnector({ hosted, externalUserId }))
    const checkAll = async () => {
      const checks = await Promise.all(connectors.map(connector => connector.check()))
      return checks.filter(({ status }) => status === 'healthy').length
    }
    return { scene, server, hosted, asked, checkAll }
  }

  it('asks for one token for a hundred, and for each user’s once', async () => {
    const { asked, checkAll } = await connectedMany()
    expect(await checkAll()).toBe(many)
    expect([count(asked, TOKEN), count(asked, SCOPED)]).toEqual([1, many])
  })

  it('stays below the limit of a server that nobody has configured', async () => {
    const sixty = await HostedScene.open({ server: { limits: { addressPerMinute: 60 } } })
    onTestFinished(() => sixty.close())
    const { clientId, clientSecret } = sixty.acme
    const server = { clientId, clientSecret, baseUrl: sixty.url }
    const initiate = (more: object, externalUserId: string) =>
      AsanaConnector.initiateOAuth({ ...more, externalUserId, redirectUrl: RETURN_URL } as never).then(
        () => 'done',
        (error: HostedError) => error.code,
      )
    // One more than may ask for a token.
    const some = users.slice(0, 61)
    const hosted = new HostedClient(server)
    const together = await Promise.all(some.map(user => initiate({ hosted }, user)))
    expect(together.filter(end => end !== 'done')).toEqual([])
    const alone = await Promise.all(some.map(user => initiate(server, user)))
    expect(alone).toContain('rate_limited')
  })

  it('renews it once for a hundred, when it ends', async () => {
    const { scene, asked, checkAll } = await connectedMany()
    asked.length = 0
    scene.sandbox.clock.advance(30 * 60_000)
    expect(await checkAll()).toBe(many)
    expect([count(asked, TOKEN), count(asked, SCOPED)]).toEqual([1, many])
  })

  it('renews it once for a hundred, when the server refuses it', async () => {
    // By its own clock, which stands still, the tokens live for ever.
    const startedAt = Date.now()
    const { scene, asked, checkAll } = await connectedMany(() => startedAt)
    asked.length = 0
    scene.sandbox.clock.advance(30 * 60_000)
    expect(await checkAll()).toBe(many)
    expect([count(asked, TOKEN), count(asked, SCOPED)]).toEqual([1, many])
  })

  it('keeps nothing of a failure: the next call asks again', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    let isDown = true
    const fetchWhenUp: typeof fetch = async (input, init) => {
      if (isDown) throw new TypeError('fetch failed')
      return fetch(input, init)
    }
    const hosted = new HostedClient({ ...server, fetch: fetchWhenUp })
    const connector = new AsanaConnector({ hosted, externalUserId: 'ada' })
    expect(await connector.check()).toMatchObject({ code: 'hosted_unreachable' })
    isDown = false
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
  })

  it('gives its tokens for requests of the application’s own, each of its kind', async () => {
    const { scene, server } = await hostedScene()
    const hosted = new HostedClient(server)
    const path = '/v1/embedded/scoped-token/info'
    const scoped = await scene.call('GET', path, { token: await hosted.getToken('ada') })
    expect(scoped.body).toMatchObject({ external_user_id: 'ada' })
    const operator = await scene.call('GET', path, { token: await hosted.getToken() })
    expect(operator.status).toBe(403)
  })

  it('keeps the tokens of those who came last', async () => {
    let issued = 0
    const hosted = new HostedClient({
      clientId: 'c',
      clientSecret: 's',
      baseUrl: 'https://h.test',
      fetch: async () => Response.json({ access_token: 'op', expires_in: 900, token: `token-${issued++}` }),
    })
    const first = await hosted.getToken('user-0')
    for (let user = 1; user < 1000; user++) await hosted.getToken(`user-${user}`)
    expect(await hosted.getToken('user-0')).toBe(first)
    await hosted.getToken('user-1000')
    expect(await hosted.getToken('user-0')).toBe(first)
    const before = issued
    await hosted.getToken('user-1')
    expect(issued).toBe(before + 1)
  })

  it('shows no secret, and is refused beside what it stands for', async () => {
    const { server } = await hostedScene()
    const hosted = new HostedClient(server)
    await hosted.getToken('ada')
    expect(inspect(hosted, { depth: 9, showHidden: true }) + JSON.stringify(hosted)).not.toMatch(
      new RegExp(`${server.clientSecret}|eyJ`),
    )
    for (const more of [{ clientId: 'a' }, { baseUrl: server.baseUrl }, { hosted: 'a' }]) {
      const options = { hosted, externalUserId: 'ada', ...more } as never
      expect(() => new AsanaConnector(options)).toThrow(expect.objectContaining({ code: 'invalid_option' }))
    }
    expect(() => new HostedClient({ ...server, clientSecret: '' })).toThrow(/needs clientSecret/)
  })
})

describe('the connections there are', () => {
  it('are listed, of one user or of all, page by page', async () => {
    const { scene, server } = await hostedScene()
    const hosted = new HostedClient(server)
    const adas = [await scene.connect('ada'), await scene.connect('ada')]
    const bens = await scene.connect('ben')
    await scene.connect('ada', scene.globex)
    const first = await AsanaConnector.listHosted({ hosted, externalUserId: 'ada', limit: 1 })
    expect(first.connections).toEqual([
      {
        connectorId: adas[0],
        externalUserId: 'ada',
        name: 'Asana - ada',
        auth: 'token',
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ])
    const { cursor } = first
    const second = await AsanaConnector.listHosted({ hosted, externalUserId: 'ada', limit: 1, cursor })
    expect(second.connections.map(({ connectorId }) => connectorId)).toEqual([adas[1]])
    expect(second.cursor).toBeUndefined()
    const all = await AsanaConnector.listHosted({ hosted })
    expect(all.connections.map(({ connectorId }) => connectorId)).toEqual([...adas, bens])
    await expect(AsanaConnector.listHosted({ hosted, limit: 0 })).rejects.toMatchObject({ status: 422 })
    expect(await AsanaConnector.listHosted({ hosted, externalUserId: 'nobody' })).toEqual({ connections: [] })
  })

  it('are renewed in place after a new consent, as the only one of a user', async () => {
    const { scene, server } = await hostedScene()
    const hosted = new HostedClient(server)
    const id = await scene.connectWithConsent('ada')
    scene.sandbox.deauthorize({ user: 'ada@example.com', clientId: scene.app.clientId })
    scene.sandbox.clock.advance(2 * 3_600_000)
    const theirs = new AsanaConnector({ hosted, externalUserId: 'ada' })
    expect(await theirs.check()).toMatchObject({ code: 'reauthorization_required' })

    const options = { hosted, externalUserId: 'ada' }
    const { consentUrl } = await AsanaConnector.initiateOAuth({ ...options, redirectUrl: RETURN_URL })
    const secretId = (await scene.consent(consentUrl)).searchParams.get('secret_id') ?? ''
    const renewed = await AsanaConnector.updateHosted({ ...options, serverSideOauthSecretId: secretId })
    expect(renewed.connectorId).toBe(id)
    for (const connector of [renewed, theirs]) {
      expect(await connector.check()).toMatchObject({ status: 'healthy' })
    }
  })

  it('get another name, or other credentials', async () => {
    const { scene, server, token } = await hostedScene()
    const connectorId = await scene.connectWithConsent('ada')
    const options = { ...server, connectorId }
    await AsanaConnector.updateHosted({ ...options, name: 'Work' })
    const [named] = (await AsanaConnector.listHosted(server)).connections
    expect(named).toMatchObject({ connectorId, name: 'Work', auth: 'oauth' })
    await AsanaConnector.updateHosted({ ...options, authConfig: { token: token() } })
    const [replaced] = (await AsanaConnector.listHosted(server)).connections
    expect(replaced).toMatchObject({ connectorId, name: 'Work', auth: 'token' })
    const refused = AsanaConnector.updateHosted({ ...options, serverSideOauthSecretId: 'used-before' })
    await expect(refused).rejects.toMatchObject({ name: 'HostedError', code: 'invalid_secret_id' })
  })

  it('end, with their grant at Asana', async () => {
    const { scene, server } = await hostedScene()
    await scene.connectWithConsent('ada')
    const ben = await scene.connect('ben')
    expect(await AsanaConnector.deleteHosted({ ...server, externalUserId: 'ada' })).toEqual({ revoked: true })
    expect(scene.sandbox.grants.map(({ revoked }) => revoked)).toEqual([true])
    const again = AsanaConnector.deleteHosted({ ...server, externalUserId: 'ada' })
    await expect(again).rejects.toMatchObject({ code: 'connector_not_found' })
    // Its owner's to revoke: a personal access token.
    expect(await AsanaConnector.deleteHosted({ ...server, connectorId: ben })).toEqual({ revoked: false })
    expect(await AsanaConnector.listHosted(server)).toEqual({ connections: [] })
  })

  it('are not touched when it is not clear which is meant, or not by their user', async () => {
    const { scene, server } = await hostedScene()
    const ids = [await scene.connect('ada'), await scene.connect('ada')]
    const options = { ...server, externalUserId: 'ada' }
    for (const call of [
      () => AsanaConnector.deleteHosted(options),
      () => AsanaConnector.updateHosted({ ...options, name: 'Work' }),
    ]) {
      // One after the other: a rejection that nobody awaits yet would end the run.
      await expect(call()).rejects.toMatchObject({ code: 'connector_ambiguous' })
    }
    const asBen = { ...server, externalUserId: 'ben', connectorId: ids[0] ?? '' }
    await expect(AsanaConnector.deleteHosted(asBen)).rejects.toMatchObject({ code: 'connector_not_found' })
    expect((await AsanaConnector.listHosted(options)).connections.map(one => one.connectorId)).toEqual(ids)
  })

  it('are not changed by a call that says nothing, too much or not whose', async () => {
    const { server, asked } = await hostedScene()
    const [named, both] = [
      { ...server, connectorId: 'a' },
      { authConfig: { token: 'a' }, name: 'b' },
    ]
    for (const call of [
      () => AsanaConnector.updateHosted(named as never),
      () => AsanaConnector.updateHosted({ ...named, ...both, serverSideOauthSecretId: 'c' } as never),
      () => AsanaConnector.updateHosted({ ...named, ...both, limit: 1 } as never),
      () => AsanaConnector.updateHosted({ ...server, name: 'b' } as never),
      () => AsanaConnector.deleteHosted(server as never),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: 'invalid_option' })
    }
    expect(asked).toEqual([])
  })

  it('are not waited for longer than the caller wants', async () => {
    const { scene, server } = await hostedScene()
    await scene.connectWithConsent('ada')
    const fault = { kind: 'hang', when: 'before' } as const
    const hang = scene.sandbox.faults.add({ at: 'revoke', fault, times: Infinity })
    const options = { ...server, externalUserId: 'ada' }
    const caller = new AbortController()
    const call = AsanaConnector.deleteHosted({ ...options, signal: caller.signal })
    await hang.hit()
    caller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    await expect(AsanaConnector.deleteHosted({ ...options, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'hosted_timeout',
    })
  })

  it('are an error, where the list is not one of a hosted server', async () => {
    const answers = [
      { access_token: 't', expires_in: 900 },
      { data: [{ id: 'a' }], next_cursor: null },
    ]
    const list = AsanaConnector.listHosted({
      clientId: 'c',
      clientSecret: 's',
      baseUrl: 'https://h.test',
      fetch: async () => Response.json(answers.shift()),
    })
    await expect(list).rejects.toMatchObject({ code: 'hosted_invalid_answer' })
  })
})

describe('connecting a user', () => {
  it('leads through the consent to a connector: the callback’s secret_id is all it takes', async () => {
    const { scene, server } = await hostedScene()
    const { consentUrl } = await AsanaConnector.initiateOAuth({
      externalUserId: 'ada',
      redirectUrl: RETURN_URL,
      state: 'from-my-session',
      ...server,
    })
    const returned = (await scene.consent(consentUrl)).searchParams
    expect(returned.get('state')).toBe('from-my-session')
    const connector = await AsanaConnector.createHosted({
      externalUserId: 'ada',
      serverSideOauthSecretId: returned.get('secret_id') ?? '',
      name: 'Ada’s Asana',
      ...server,
    })
    expect(connector.connectorId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
    // An hour later the server refreshes, and nobody notices.
    scene.sandbox.clock.advance(2 * 3_600_000)
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
  })

  it('takes credentials that the application has', async () => {
    const { server, token } = await hostedScene()
    const connector = await AsanaConnector.createHosted({
      externalUserId: 'ada',
      authConfig: { token: token() },
      ...server,
    })
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
  })

  it('refuses both ways at once, neither, and a redirect that is not on the list', async () => {
    const { server, asked } = await hostedScene()
    const create = (more: object) =>
      AsanaConnector.createHosted({ externalUserId: 'ada', ...server, ...more } as never)
    const both = { authConfig: { token: 'a' }, serverSideOauthSecretId: 'b' }
    for (const more of [{}, both, { authConfig: { token: 'a' }, extra: 1 }]) {
      await expect(create(more)).rejects.toMatchObject({ code: 'invalid_option' })
    }
    expect(asked).toEqual([])
    const redirectUrl = 'https://evil.example/'
    await expect(
      AsanaConnector.initiateOAuth({ externalUserId: 'ada', redirectUrl, ...server }),
    ).rejects.toMatchObject({ name: 'HostedError', status: 422 })
  })

  it('asks Asana for the scopes that it is told', async () => {
    const { server } = await hostedScene()
    const scopesAsked = async (scope: string | readonly string[]) => {
      const options = { externalUserId: 'ada', redirectUrl: RETURN_URL, scope, ...server }
      const { consentUrl } = await AsanaConnector.initiateOAuth(options)
      const atAsana = new URL(await new Browser().follow(consentUrl))
      return atAsana.searchParams.get('scope')
    }
    expect(await scopesAsked('tasks:read users:read')).toBe('tasks:read users:read')
    expect(await scopesAsked(['tasks:read', 'users:read'])).toBe('tasks:read users:read')
    await expect(scopesAsked('tasks:frobnicate')).rejects.toMatchObject({
      code: 'invalid_scope',
      status: 422,
    })
  })

  it('says that a user has to consent again, and where that begins', async () => {
    const { scene, server } = await hostedScene()
    await scene.connectWithConsent('ada')
    scene.sandbox.deauthorize({ user: 'ada@example.com', clientId: scene.app.clientId })
    scene.sandbox.clock.advance(2 * 3_600_000)
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const error = await connector.users.get({ user_gid: 'me' }).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'reauthorization_required', status: 409 })
    expect(String(error)).toContain('/oauth/initiate')
  })
})

describe('a server that fails', () => {
  const options = {
    externalUserId: 'ada',
    clientId: 'c',
    clientSecret: 'hush-hush',
    baseUrl: 'https://h.test',
  }
  const answering = (respond: () => Response | Promise<Response>) =>
    new AsanaConnector({ ...options, fetch: async () => respond() })
  const failure = (connector: AsanaConnector) =>
    connector.users.get({ user_gid: 'me' }).catch((error: unknown) => error)

  it.each([
    ['a proxy’s page', () => new Response('<html>', { status: 502 }), 'hosted_invalid_answer'],
    ['a success that is none', () => new Response('<html>'), 'hosted_invalid_answer'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }),
      'hosted_invalid_answer',
    ],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'hosted_unreachable'],
  ])('is a typed error: %s', async (_, respond, code) => {
    const error = await failure(answering(respond))
    expect(error).toMatchObject({ name: 'HostedError', code })
    expect(JSON.stringify(error) + String(error)).not.toContain('hush-hush')
  })

  it('is not waited for longer than timeoutMs, or than its caller wants', async () => {
    const { scene, server } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    await connector.check()
    const fault = { kind: 'hang', when: 'before' } as const
    const hang = scene.sandbox.faults.add({ at: 'api', fault, times: Infinity })
    const caller = new AbortController()
    const call = connector.users.get({ user_gid: 'me' }, { signal: caller.signal })
    await hang.hit()
    caller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    await expect(connector.users.get({ user_gid: 'me' }, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'hosted_timeout',
    })
  })

  it('leaves nothing behind on a signal that lives long', async () => {
    const { scene, server, token } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const { signal } = new AbortController()
    for (let call = 0; call < 5; call++) await connector.users.get({ user_gid: 'me' }, { signal })
    const gid = await attach(scene, token(), { name: 'file', content: new Uint8Array(1000) })
    const { stream } = await connector.download(gid, { signal })
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    await new Response(stream).text()
    // A call holds on to it by a listener, or by a signal of its own that depends on it.
    const dependants = Object.getOwnPropertySymbols(signal).find(({ description }) =>
      description?.includes('DependantSignals'),
    )
    expect(getEventListeners(signal, 'abort')).toEqual([])
    expect(dependants && Reflect.get(signal, dependants)).toBeFalsy()
  })

  it('ends a download that is being read when its caller wants, with the reason', async () => {
    const { scene, server, token } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const caller = new AbortController()
    const gid = await attach(scene, token(), { name: 'file', content: new Uint8Array(5_000_000) })
    const { stream } = await connector.download(gid, { signal: caller.signal })
    const reader = stream.getReader()
    await reader.read()
    caller.abort(new Error('enough'))
    const rest = async () => {
      while (!(await reader.read()).done);
    }
    await expect(rest()).rejects.toThrow('enough')
  })

  it('does not keep a caller who gives up while a token is on its way, and loses nothing for the others', async () => {
    const { scene, server, asked } = await hostedScene()
    await scene.connect('ada')
    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const signal = AbortSignal.abort(new Error('enough'))
    const other = connector.users.get({ user_gid: 'me' })
    await expect(connector.users.get({ user_gid: 'me' }, { signal })).rejects.toThrow('enough')
    expect((await other).data.email).toBe('ada@example.com')
    expect(asked.filter(one => one === TOKEN)).toHaveLength(1)
  })
})
