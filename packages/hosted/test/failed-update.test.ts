import { MemoryStore } from '@x/asana-auth-store-memory'
import { FaultyStore } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const PATH = '/v1/integrations/connectors'
const HOUR_MS = 3_600_000

describe('an update with new credentials that fails', () => {
  let scene: HostedScene
  let store: FaultyStore
  beforeEach(async () => {
    store = new FaultyStore(new MemoryStore())
    scene = await HostedScene.open({ store })
  })
  afterEach(() => scene.close())

  /** The secret id of a consent that goes through the organization's own app. */
  async function secretIdOfOwnApp(token: string): Promise<string | null> {
    await registerApp()
    const { body } = await scene.initiate(token)
    return (await scene.consent(body.consent_url)).searchParams.get('secret_id')
  }

  async function registerApp(): Promise<void> {
    const app = scene.sandbox.registerApp({ redirectUris: [scene.api.callbackUrl] })
    const configuration = { client_id: app.clientId, client_secret: app.clientSecret }
    const token = await scene.operatorToken()
    await scene.call('PUT', '/v1/oauth/credentials', {
      token,
      body: { connector_type: 'asana', configuration },
    })
  }

  it('because the store is out of order leaves the connection to the app that its tokens are of', async () => {
    const id = await scene.connectWithConsent('ada')
    const secretId = await secretIdOfOwnApp(await scene.scopedToken('ada'))
    store.fail('put', 'unavailable', { times: 1 })
    const body = { name: 'New', server_side_oauth_secret_id: secretId }
    const token = await scene.scopedToken('ada')
    expect((await scene.call('PATCH', `${PATH}/${id}`, { token, body })).status).toBe(503)
    scene.sandbox.clock.advance(HOUR_MS)
    const later = await scene.scopedToken('ada')
    expect((await scene.execute(later, id)).status).toBe(200)
    expect((await scene.call('GET', `${PATH}/${id}`, { token: later })).body.name).toBe('Asana - ada')
  })

  it('because the app of the consent was given up leaves the connection as it was', async () => {
    const id = await scene.connectWithConsent('ada')
    const token = await scene.scopedToken('ada')
    const secretId = await secretIdOfOwnApp(token)
    await registerApp()
    const body = { server_side_oauth_secret_id: secretId }
    const { status } = await scene.call('PATCH', `${PATH}/${id}`, { token, body })
    expect(status).toBe(409)
    expect((await scene.execute(token, id)).status).toBe(200)
  })
})
