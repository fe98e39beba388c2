import { expect, it } from 'vitest'
import { Browser } from './browser.ts'
import { HostedScene } from './hosted-scene.ts'

it('a consent URL that failed when it was opened works in the same browser when it is tried again', async () => {
  await using scene = await HostedScene.open({ serverApp: false })
  const token = await scene.operatorToken()
  const { clientId, clientSecret } = scene.app
  const configuration = { client_id: clientId, client_secret: clientSecret }
  const register = () =>
    scene.call('PUT', '/v1/oauth/credentials', { token, body: { connector_type: 'asana', configuration } })
  await register()
  const consentUrl = (await scene.initiate(token)).body.consent_url
  await scene.call('DELETE', '/v1/oauth/credentials', { token })
  const browser = new Browser()
  expect(new URL(await browser.follow(consentUrl)).searchParams.get('error')).toBe('unauthorized_client')
  await register()
  expect(await browser.follow(consentUrl)).toContain('code_challenge')
})
