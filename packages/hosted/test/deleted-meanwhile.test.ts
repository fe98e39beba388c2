import { MemoryStore } from '@x/asana-auth-store-memory'
import { MemoryRegistry } from '@x/asana-connector-hosted'
import { FaultyStore } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const PATH = '/v1/integrations/connectors'

/** In which something happens just before a connector is removed. */
class WatchedRegistry extends MemoryRegistry {
  beforeRemoval: () => Promise<unknown> = async () => {}

  override async removeConnector(organizationId: string, id: string): Promise<boolean> {
    await this.beforeRemoval()
    return super.removeConnector(organizationId, id)
  }
}

describe('a connector that is deleted while it gets new tokens', () => {
  let scene: HostedScene
  let store: FaultyStore
  let registry: WatchedRegistry
  let token: string
  beforeEach(async () => {
    store = new FaultyStore(new MemoryStore())
    registry = new WatchedRegistry()
    scene = await HostedScene.open({ store, registry })
    token = await scene.scopedToken('ada')
  })
  afterEach(() => scene.close())

  const remove = (id: string) => scene.call('DELETE', `${PATH}/${id}`, { token })
  const storedKeys = async () => (await store.list({ provider: 'asana' })).keys

  async function secretId(): Promise<string | null> {
    const { body } = await scene.initiate(token)
    return (await scene.consent(body.consent_url)).searchParams.get('secret_id')
  }

  const update = async (id: string, server_side_oauth_secret_id: string | null) =>
    scene.call('PATCH', `${PATH}/${id}`, { token, body: { server_side_oauth_secret_id } })

  it('leaves no tokens behind that nobody would find, and the secret id good for another', async () => {
    const id = await scene.connectWithConsent('ada')
    const secret = await secretId()
    store.fail('put', async () => void (await remove(id)), { times: 1 })
    expect((await update(id, secret)).status).toBe(404)
    expect(await storedKeys()).toEqual([])
    const body = { connector_type: 'Asana', server_side_oauth_secret_id: secret }
    expect((await scene.call('POST', PATH, { token, body })).status).toBe(201)
  })

  it('leaves none that came between its tokens and itself, and revokes their grant', async () => {
    const id = await scene.connectWithConsent('ada')
    const secret = await secretId()
    registry.beforeRemoval = () => update(id, secret)
    expect(await remove(id)).toMatchObject({ status: 202, body: { revoked: true } })
    expect(await storedKeys()).toEqual([])
    expect(scene.sandbox.counters.revoke.total).toBe(2)
  })

  it('leaves none of its first, too', async () => {
    const secret = await secretId()
    store.fail('put', async () => {
      const [connector] = await registry.listConnectors(scene.acme.organizationId, { limit: 1 })
      await remove(connector?.id ?? '')
    })
    const body = { connector_type: 'Asana', server_side_oauth_secret_id: secret }
    expect((await scene.call('POST', PATH, { token, body })).status).toBe(404)
    expect(await storedKeys()).toEqual([])
  })
})
