import { describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

describe('a connector', () => {
  it('is made of a personal access token, after Asana was asked', async () => {
    await using scene = await HostedScene.open()
    const token = await scene.scopedToken('user-1')
    const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
    const created = await scene.call('POST', '/v1/integrations/connectors', {
      token,
      body: {
        external_user_id: 'user-1',
        connector_type: 'Asana',
        name: 'Mine',
        credentials: { token: pat },
      },
    })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ name: 'Mine', source_template: { connector_type: 'Asana' } })
    const found = await scene.call('GET', `/v1/integrations/connectors/${created.body.id}`, { token })
    expect(found.body).toMatchObject({ status: 'connected', asana_user: { email: 'ada@example.com' } })
  })

  it('is made after a consent', async () => {
    await using scene = await HostedScene.open()
    const id = await scene.connectWithConsent('ada')
    const token = await scene.operatorToken()
    const found = await scene.call('GET', `/v1/integrations/connectors/${id}`, { token })
    expect(found.body).toMatchObject({ status: 'connected', auth: 'oauth', external_user_id: 'ada' })
  })
})
