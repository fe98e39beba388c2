import { describe, expect, it, onTestFinished } from 'vitest'
import { HostedScene, RETURN_URL } from '../../hosted/test/hosted-scene.ts'
import { AsanaConnector, HostedError } from '../src/index.ts'

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
    const workspace = scene.sandbox.workspaces[0]?.gid ?? ''
    const local = new AsanaConnector({
      authConfig: { token: token() },
      manager: { asana: scene.sandbox.endpoints, environment: {} },
    })
    const parent = (await local.tasks.create({ name: 'With file', workspace })).data.gid
    const content = new Uint8Array(2_000_000).fill(7)
    const { data } = await local.attachments.create({
      parent,
      name: 'büro "1".bin',
      file: new Blob([content]),
    })

    const connector = new AsanaConnector({ externalUserId: 'ada', ...server })
    const whole = await connector.download(data.gid)
    expect(whole).toMatchObject({ name: 'büro "1".bin', sizeBytes: content.length, contentRange: undefined })
    expect((await new Response(whole.stream).arrayBuffer()).byteLength).toBe(content.length)
    const part = await connector.attachments.download({
      attachment_gid: data.gid,
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
    const hang = scene.sandbox.faults.add({ at: 'api', fault: { kind: 'hang', when: 'before' }, times: 2 })
    await expect(connector.users.get({ user_gid: 'me' }, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'hosted_timeout',
    })
    const caller = new AbortController()
    const call = connector.users.get({ user_gid: 'me' }, { signal: caller.signal })
    await hang.hit(2)
    caller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
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
