import { AsanaConnector } from '@x/asana-connector'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene, RETURN_URL } from './hosted-scene.ts'

/** The connector as an application's backend uses it, on a server of ours. */
describe('AsanaConnector in hosted mode', () => {
  let scene: HostedScene
  /** What a backend is configured with. */
  let server: {
    clientId: string
    clientSecret: string
    baseUrl: string
    now: () => number
    fetch: typeof fetch
  }
  let sent: { path: string; status: number }[]

  beforeEach(async () => {
    scene = await HostedScene.open()
    sent = []
    server = {
      clientId: scene.acme.clientId,
      clientSecret: scene.acme.clientSecret,
      baseUrl: scene.url,
      now: () => scene.sandbox.clock.now(),
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        sent.push({ path: new URL(String(input)).pathname, status: response.status })
        return response
      },
    }
  })
  afterEach(() => scene.close())

  const pat = () => scene.sandbox.createPersonalAccessToken('ada@example.com')
  const create = (externalUserId = 'ada') =>
    AsanaConnector.createHosted({ ...server, externalUserId, authConfig: { token: pat() } })
  const paths = () => sent.map(({ path }) => path)

  it('goes through consent: initiate, secret id, connector', async () => {
    const { consentUrl } = await AsanaConnector.initiateOAuth({
      ...server,
      externalUserId: 'ada',
      redirectUrl: RETURN_URL,
      state: 'of this browser',
    })
    const returned = await scene.consent(consentUrl)
    expect(returned.searchParams.get('state')).toBe('of this browser')
    const connector = await AsanaConnector.createHosted({
      ...server,
      externalUserId: 'ada',
      serverSideOauthSecretId: returned.searchParams.get('secret_id') ?? '',
      name: 'My Asana',
    })
    expect(connector.connectorId).toMatch(/^[\da-f-]{36}$/)
    expect(await connector.check()).toMatchObject({ status: 'healthy', user: { name: 'Ada Sample' } })
  })

  it('has the execute, accessors, pages and tools of local mode', async () => {
    const connector = await create()
    const workspace = scene.sandbox.workspaces[0]?.gid ?? ''
    const { data: me } = await connector.users.get({ user_gid: 'me', opt_fields: ['email'] })
    expect(me).toEqual({ gid: expect.any(String), email: 'ada@example.com' })
    const project = (await connector.projects.create({ name: 'Long', workspace })).data.gid
    scene.sandbox.addTasks(project, 120)
    const first = await connector.tasks.list({ project, limit: 100 })
    const second = await connector.tasks.list({
      project,
      limit: 100,
      offset: first.meta.nextPage?.offset ?? '',
    })
    expect([first.data.length, second.data.length, second.meta.nextPage]).toEqual([100, 20, null])
    expect((await connector.tasks.list({ project, allPages: true })).data).toHaveLength(120)
    const [tool] = connector.tools({ actions: ['users.get'] })
    expect((await tool?.execute({ user_gid: 'me' }))?.text).toContain('ada@example.com')
    await expect(connector.execute('tasks', 'get', {})).rejects.toMatchObject({ code: 'missing_parameter' })
  })

  it('streams downloads, and parts of them', async () => {
    const connector = await create()
    const local = new AsanaConnector({
      authConfig: { token: pat() },
      manager: { asana: scene.sandbox.endpoints, environment: {} },
    })
    const workspace = scene.sandbox.workspaces[0]?.gid ?? ''
    const parent = (await local.tasks.create({ name: 'With file', workspace })).data.gid
    const file = new Blob(['0123456789'])
    const { gid } = (await local.attachments.create({ parent, name: 'büro (1).txt', file })).data
    const whole = await connector.download(gid)
    expect([whole.name, whole.sizeBytes]).toEqual(['büro (1).txt', 10])
    expect(await new Response(whole.stream).text()).toBe('0123456789')
    const part = await connector.download(gid, { range: 'bytes=2-4' })
    expect(part.contentRange).toBe('bytes 2-4/10')
    expect(await new Response(part.stream).text()).toBe('234')
  })

  it('finds the one connector of a user, and asks for tokens once for many calls', async () => {
    await create()
    sent = []
    const connector = new AsanaConnector({ ...server, externalUserId: 'ada' })
    await Promise.all(Array.from({ length: 10 }, () => connector.users.get({ user_gid: 'me' })))
    await connector.users.get({ user_gid: 'me' })
    const count = (path: string) => paths().filter(one => one === path).length
    expect(count('/v1/account/applications/token')).toBe(1)
    expect(count('/v1/embedded/scoped-token')).toBe(1)
  })

  it('renews tokens by their real expiry', async () => {
    const { connectorId } = await create()
    const connector = new AsanaConnector({ ...server, connectorId })
    await connector.users.get({ user_gid: 'me' })
    sent = []
    await connector.users.get({ user_gid: 'me' })
    expect(paths()).toEqual([`/v1/integrations/connectors/${connectorId}/execute`])
    scene.sandbox.clock.advance(15 * 60_000)
    sent = []
    await connector.users.get({ user_gid: 'me' })
    expect(sent.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['token', 200],
      ['execute', 200],
    ])
  })

  it('renews once when the server refuses a token before its time', async () => {
    const { connectorId } = await create()
    // The caller's clock stands still: it believes in a token that has ended.
    const stopped = scene.sandbox.clock.now()
    const connector = new AsanaConnector({ ...server, connectorId, now: () => stopped })
    await connector.users.get({ user_gid: 'me' })
    scene.sandbox.clock.advance(16 * 60_000)
    sent = []
    await connector.users.get({ user_gid: 'me' })
    expect(sent.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['execute', 401],
      ['token', 200],
      ['execute', 200],
    ])
  })

  it('names the candidates where a user has several connectors, and says where there is none', async () => {
    const one = await create()
    const other = await create()
    const ambiguous = new AsanaConnector({ ...server, externalUserId: 'ada' })
    await expect(ambiguous.users.get({ user_gid: 'me' })).rejects.toMatchObject({
      name: 'HostedError',
      code: 'connector_ambiguous',
      message: expect.stringMatching(
        new RegExp(`${one.connectorId}.*${other.connectorId}|${other.connectorId}.*${one.connectorId}`),
      ),
    })
    const nobody = new AsanaConnector({ ...server, externalUserId: 'nobody' })
    await expect(nobody.users.get({ user_gid: 'me' })).rejects.toMatchObject({ code: 'connector_not_found' })
  })

  it('passes on what the server says: its code, its status, and where to go on', async () => {
    const connector = await create()
    await expect(connector.tasks.get({ task_gid: '999' })).rejects.toMatchObject({
      name: 'HostedError',
      code: 'asana_not_found',
      status: 404,
    })
    const ben = await AsanaConnector.createHosted({
      ...server,
      externalUserId: 'ben',
      serverSideOauthSecretId: await consented('ben'),
    })
    scene.sandbox.deauthorize({ user: 'ada@example.com', clientId: scene.app.clientId })
    scene.sandbox.clock.advance(3_600_000)
    const refused: unknown = await ben.users.get({ user_gid: 'me' }).catch((error: unknown) => error)
    expect(refused).toMatchObject({
      code: 'reauthorization_required',
      errors: [{ url: expect.stringContaining('/oauth/initiate') }],
    })
    expect(await ben.check()).toMatchObject({ status: 'unhealthy', code: 'reauthorization_required' })
  })

  it('tells a wrong secret, an unreachable server and a server of another kind apart', async () => {
    const failing = (more: object) =>
      new AsanaConnector({ ...server, connectorId: 'x', ...more }).users.get({ user_gid: 'me' })
    const wrong = failing({ clientSecret: 'hush-hush' })
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_client', status: 401 })
    await expect(wrong).rejects.not.toThrow('hush-hush')
    await expect(failing({ baseUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject({
      code: 'hosted_unreachable',
    })
    const page = async () => new Response('<html>', { status: 200 })
    await expect(failing({ fetch: page })).rejects.toMatchObject({ code: 'hosted_invalid_answer' })
  })

  it('never sends the client secret but to ask for a token', async () => {
    const bodies: string[] = []
    const connector = new AsanaConnector({
      ...server,
      connectorId: (await create()).connectorId,
      fetch: (input, init) => {
        if (!String(input).endsWith('/token')) bodies.push(JSON.stringify([String(input), init]))
        return fetch(input, init)
      },
    })
    await connector.users.get({ user_gid: 'me' })
    expect(bodies.join()).not.toContain(server.clientSecret)
  })

  async function consented(externalUserId: string): Promise<string> {
    const { consentUrl } = await AsanaConnector.initiateOAuth({
      ...server,
      externalUserId,
      redirectUrl: RETURN_URL,
    })
    return (await scene.consent(consentUrl)).searchParams.get('secret_id') ?? ''
  }
})
