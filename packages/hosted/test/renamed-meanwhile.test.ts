import { type ConnectorChange, MemoryRegistry } from '@x/asana-connector-hosted'
import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const PATH = '/v1/integrations/connectors'

/** In which something happens just before a connector is changed, once. */
class WatchedRegistry extends MemoryRegistry {
  beforeChange: (() => Promise<unknown>) | undefined

  override async updateConnector(organizationId: string, id: string, change: ConnectorChange) {
    const { beforeChange } = this
    this.beforeChange = undefined
    await beforeChange?.()
    return super.updateConnector(organizationId, id, change)
  }
}

it('a connector that is renamed while it gets new tokens belongs to the app that they are of', async () => {
  const registry = new WatchedRegistry()
  await using scene = await HostedScene.open({ registry })
  const id = await scene.connectWithConsent('ada')
  const token = await scene.operatorToken()
  const update = (body: object) => scene.call('PATCH', `${PATH}/${id}`, { token, body })
  const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
  registry.beforeChange = () => update({ credentials: { token: pat } })
  expect((await update({ name: 'New' })).body).toMatchObject({ name: 'New', auth: 'token' })
  const { body } = await scene.call('GET', `${PATH}/${id}`, { token })
  expect(body).toMatchObject({ name: 'New', auth: 'token' })
})
