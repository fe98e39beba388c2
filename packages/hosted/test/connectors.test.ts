import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { FaultyStore } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const PATH = '/v1/integrations/connectors'

describe('a connector', () => {
  let scene: HostedScene
  let store: FaultyStore
  let token: string
  beforeEach(async () => {
    store = new FaultyStore(new MemoryStore())
    scene = await HostedScene.open({ store })
    token = await scene.scopedToken('ada')
  })
  afterEach(() => scene.close())

  const create = (body: object, as = token) =>
    scene.call('POST', PATH, {
      token: as,
      body: { external_user_id: 'ada', connector_type: 'Asana', ...body },
    })

  const errorCode = ({ body }: { body: { errors: { error_code: string }[] } }) => body.errors[0]?.error_code

  describe('is made', () => {
    it('of a personal access token, after Asana was asked whose it is', async () => {
      const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
      const created = await create({ name: 'Mine', credentials: { token: pat } })
      expect(created.status).toBe(201)
      expect(created.body).toMatchObject({ name: 'Mine', auth: 'token', external_user_id: 'ada' })
      const found = await scene.call('GET', `${PATH}/${created.body.id}`, { token })
      expect(found.body).toMatchObject({ status: 'connected', asana_user: { email: 'ada@example.com' } })
    })

    it('with a name of its own when none is given, whatever the case of the type', async () => {
      const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
      const { status, body } = await create({ connector_type: 'aSaNa', credentials: { token: pat } })
      expect([status, body.name]).toEqual([201, 'Asana - ada'])
    })

    it('of OAuth credentials with or without an access token, refreshed by the app they name', async () => {
      const other = scene.sandbox.registerApp({ redirectUris: ['https://elsewhere.example/cb'] })
      const redirectUri = 'https://elsewhere.example/cb'
      const auth = new AuthManager({
        asana: { ...scene.sandbox.endpoints, ...other, redirectUri },
        environment: {},
      })
      const app = { client_id: other.clientId, client_secret: other.clientSecret }
      for (const withAccess of [true, false]) {
        const step = await auth.asana.oauth2.authorize()
        const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
        const grant = await auth.asana.oauth2.exchange({ ...step, callbackUrl })
        const credentials = {
          refresh_token: grant.refreshToken,
          ...(withAccess && { access_token: grant.accessToken }),
          ...app,
        }
        const { status, body } = await create({ credentials })
        expect(status).toBe(201)
        scene.sandbox.clock.advance(3_600_000)
        token = await scene.scopedToken('ada')
        expect((await scene.execute(token, body.id)).status).toBe(200)
      }
    })

    it('with an access token that is dead already: the refresh token counts', async () => {
      const { status } = await create({
        credentials: { access_token: 'dead', refresh_token: await refreshToken(scene) },
      })
      expect(status).toBe(201)
    })

    it('not of credentials that Asana refuses, unless it is not to be asked', async () => {
      const refused = await create({ credentials: { token: 'nobodys' } })
      expect([refused.status, errorCode(refused)]).toEqual([422, 'credentials_refused'])
      const foreign = await create({ credentials: { refresh_token: 'nobodys' } })
      expect([foreign.status, errorCode(foreign)]).toEqual([422, 'credentials_refused'])
      expect((await create({ credentials: { token: 'nobodys' }, check: false })).status).toBe(201)
    })

    it('not while Asana cannot be asked: that says nothing of the credentials', async () => {
      scene.sandbox.faults.add({ at: 'api', fault: { kind: 'drop', when: 'before' }, times: Infinity })
      const { status, body } = await create({ credentials: { token: 'x' } })
      expect([status, body.errors[0].error_code]).toEqual([502, 'asana_unreachable'])
    })

    it.each([
      [{}, 400],
      [{ access_token: 'a' }, 400],
      [{ token: 't', refresh_token: 'r' }, 400],
      [{ refresh_token: 'r', client_id: 'c' }, 400],
      [{ api_key: 'k' }, 422],
    ])('not of credentials of no known kind: %j', async (credentials, status) => {
      expect((await create({ credentials })).status).toBe(status)
    })

    it('not of two sources or none, for nobody, or of another type', async () => {
      expect((await create({})).status).toBe(422)
      const both = { credentials: { token: 't' }, server_side_oauth_secret_id: 's' }
      expect(errorCode(await create(both))).toBe('ambiguous')
      expect((await create({ connector_type: 'Jira', credentials: { token: 't' } })).status).toBe(422)
      const operator = await scene.operatorToken()
      const nobody = await create({ external_user_id: undefined, credentials: { token: 't' } }, operator)
      expect([nobody.status, nobody.body.errors[0].field]).toEqual([422, 'external_user_id'])
    })

    it('although the store failed the first time: the secret id is good for another try', async () => {
      const { body } = await scene.initiate(token)
      const secret_id = (await scene.consent(body.consent_url)).searchParams.get('secret_id')
      store.fail('put', 'unavailable', { times: 1 })
      const failed = await create({ server_side_oauth_secret_id: secret_id })
      expect([failed.status, errorCode(failed)]).toEqual([503, 'store_unavailable'])
      expect((await scene.call('GET', PATH, { token })).body.data).toEqual([])
      expect((await create({ server_side_oauth_secret_id: secret_id })).status).toBe(201)
    })
  })

  it('is listed in pages, by user, for its organization only', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push(await scene.connect(i % 2 ? 'ben' : 'ada'))
    const operator = await scene.operatorToken()
    const list = async (query: string, as = operator) =>
      (await scene.call('GET', PATH + query, { token: as })).body
    const first = await list('?limit=2')
    expect(first.data.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
    const second = await list(`?limit=2&cursor=${first.next_cursor}`)
    const third = await list(`?limit=2&cursor=${second.next_cursor}`)
    expect(third).toMatchObject({ data: [{ id: ids[4] }], next_cursor: null })
    expect((await list('?external_user_id=ben')).data).toHaveLength(2)
    expect((await list('', token)).data).toHaveLength(3)
    expect((await list('', await scene.operatorToken(scene.globex))).data).toEqual([])
  })

  it('is renamed', async () => {
    const id = await scene.connect('ada')
    const changed = await scene.call('PATCH', `${PATH}/${id}`, { token, body: { name: 'New' } })
    expect([changed.status, changed.body.name]).toEqual([200, 'New'])
    expect((await scene.execute(token, id)).status).toBe(200)
    expect((await scene.call('PATCH', `${PATH}/${id}`, { token, body: {} })).status).toBe(422)
  })

  it('is deleted with its tokens, and the grant at Asana is revoked', async () => {
    const id = await scene.connectWithConsent('ada')
    const deleted = await scene.call('DELETE', `${PATH}/${id}`, { token })
    expect([deleted.status, deleted.body]).toEqual([202, { job_id: id, revoked: true }])
    expect(scene.sandbox.counters.revoke.total).toBe(1)
    expect((await store.list({ provider: 'asana' })).keys).toEqual([])
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/execute'],
    ] as const) {
      const body = method === 'POST' ? { entity: 'users', action: 'get', params: {} } : undefined
      expect((await scene.call(method, `${PATH}/${id}${path}`, { token, body })).status).toBe(404)
    }
  })

  it('is deleted even if Asana cannot be told', async () => {
    const id = await scene.connectWithConsent('ada')
    scene.sandbox.faults.add({ at: 'revoke', fault: { kind: 'html' }, times: Infinity })
    const deleted = await scene.call('DELETE', `${PATH}/${id}`, { token })
    expect([deleted.status, deleted.body.revoked]).toEqual([202, false])
    expect((await store.list({ provider: 'asana' })).keys).toEqual([])
  })
})

it('keeps few apps of organizations in memory, and refreshes with each all the same', async () => {
  await using scene = await HostedScene.open({ server: { maxApps: 1 }, serverApp: false })
  const ids: string[] = []
  for (const organization of [scene.acme, scene.globex]) {
    const app = scene.sandbox.registerApp({ redirectUris: [scene.api.callbackUrl] })
    const token = await scene.operatorToken(organization)
    const configuration = { client_id: app.clientId, client_secret: app.clientSecret }
    await scene.call('PUT', '/v1/oauth/credentials', {
      token,
      body: { connector_type: 'asana', configuration },
    })
    ids.push(await scene.connectWithConsent('ada', organization))
  }
  for (let hour = 1; hour <= 2; hour++) {
    scene.sandbox.clock.advance(3_600_000)
    for (const [i, organization] of [scene.acme, scene.globex].entries()) {
      const token = await scene.operatorToken(organization)
      expect((await scene.execute(token, ids[i] ?? '')).status).toBe(200)
    }
  }
  expect(scene.sandbox.counters.token.refresh_token.total).toBe(4)
})

it('needs an Asana app, of the server or of the organization', async () => {
  await using scene = await HostedScene.open({ serverApp: false })
  const { status, body } = await scene.initiate(await scene.scopedToken('ada'))
  expect([status, body.errors[0].error_code]).toEqual([422, 'asana_app_missing'])
})

/** Of a grant to the server's own app. */
async function refreshToken(scene: HostedScene): Promise<string> {
  const redirectUri = scene.api.callbackUrl
  const auth = new AuthManager({
    asana: { ...scene.sandbox.endpoints, ...scene.app, redirectUri },
    environment: {},
  })
  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
  return (await auth.asana.oauth2.exchange({ ...step, callbackUrl })).refreshToken ?? ''
}
