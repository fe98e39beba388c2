import { StoreUnavailableError } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { type ConnectorChange, MemoryRegistry } from '@x/asana-connector-hosted'
import { FaultyStore } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const PATH = '/v1/integrations/connectors'
const HOUR_MS = 3_600_000

describe('a store that takes the tokens, whose answer is lost', () => {
  let scene: HostedScene
  let store: FaultyStore
  beforeEach(async () => {
    store = new FaultyStore(new MemoryStore())
    scene = await HostedScene.open({ store })
  })
  afterEach(() => scene.close())

  const loseAnswer = () => store.fail('put', 'unavailable', { when: 'after', times: 1 })
  const storedKeys = async () => (await store.list({ provider: 'asana' })).keys

  async function create() {
    const [token, pat] = [
      await scene.scopedToken('ada'),
      scene.sandbox.createPersonalAccessToken('ada@example.com'),
    ]
    const body = { connector_type: 'Asana', credentials: { token: pat }, check: false }
    return scene.call('POST', PATH, { token, body })
  }

  it('has taken them: the connector is made', async () => {
    loseAnswer()
    const { status, body } = await create()
    expect(status).toBe(201)
    expect((await scene.execute(await scene.scopedToken('ada'), body.id)).status).toBe(200)
  })

  it('has taken them: the connector has them now, and the app that they are of', async () => {
    const id = await scene.connectWithConsent('ada')
    const app = scene.sandbox.registerApp({ redirectUris: [scene.api.callbackUrl] })
    const configuration = { client_id: app.clientId, client_secret: app.clientSecret }
    const operator = await scene.operatorToken()
    const put = { token: operator, body: { connector_type: 'asana', configuration } }
    await scene.call('PUT', '/v1/oauth/credentials', put)
    const consentUrl = (await scene.initiate(operator)).body.consent_url
    const secretId = (await scene.consent(consentUrl)).searchParams.get('secret_id')
    loseAnswer()
    const body = { server_side_oauth_secret_id: secretId }
    const { status } = await scene.call('PATCH', `${PATH}/${id}`, { token: operator, body })
    expect(status).toBe(200)
    scene.sandbox.clock.advance(HOUR_MS)
    expect((await scene.execute(await scene.operatorToken(), id)).status).toBe(200)
  })

  it('and that cannot be asked, is left without tokens that nobody would find', async () => {
    loseAnswer()
    store.fail('get', 'unavailable')
    expect((await create()).status).toBe(503)
    store.recover()
    expect(await storedKeys()).toEqual([])
    const token = await scene.scopedToken('ada')
    expect((await scene.call('GET', PATH, { token })).body.data).toEqual([])
  })
})

/** Whose answer to the next change is lost. */
class LossyRegistry extends MemoryRegistry {
  isLossy = false

  override async updateConnector(organizationId: string, id: string, change: ConnectorChange) {
    const changed = await super.updateConnector(organizationId, id, change)
    if (!this.isLossy) return changed
    this.isLossy = false
    throw new StoreUnavailableError({ store: 'lossy registry', operation: 'updateConnector' }, 'Lost.')
  }
}

it('a registry that takes a change, whose answer is lost, leaves the tokens to the app that they are of', async () => {
  const registry = new LossyRegistry()
  await using scene = await HostedScene.open({ registry })
  const id = await scene.connectWithConsent('ada')
  const { clientId: client_id, clientSecret: client_secret } = scene.sandbox.registerApp({
    redirectUris: [scene.api.callbackUrl],
  })
  const credentials = { refresh_token: 'r', access_token: 'a', client_id, client_secret }
  registry.isLossy = true
  const request = { token: await scene.operatorToken(), body: { credentials, check: false } }
  expect((await scene.call('PATCH', `${PATH}/${id}`, request)).status).toBe(503)
  scene.sandbox.clock.advance(HOUR_MS)
  expect((await scene.execute(await scene.operatorToken(), id)).status).toBe(200)
})
