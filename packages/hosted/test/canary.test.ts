import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { expect, it } from 'vitest'
import { Browser } from './browser.ts'
import { HostedScene, RETURN_URL } from './hosted-scene.ts'

it('no secret is in a log line, an error, a metric, or in plain in a store', async () => {
  const kept: unknown[] = []
  const store = new MemoryStore()
  const put = store.put.bind(store)
  store.put = (key, record, condition) => {
    kept.push(record)
    return put(key, record, condition)
  }
  const oneTimeStore = new MemoryOneTimeStore()
  const putOnce = oneTimeStore.put.bind(oneTimeStore)
  oneTimeStore.put = (key, value, ttlMs) => {
    kept.push(key, value)
    return putOnce(key, value, ttlMs)
  }
  await using scene = await HostedScene.open({
    store,
    oneTimeStore,
    server: { limits: { userPerMinute: 1000 } },
  })
  const answers: string[] = []
  const secrets = new Set<string>([scene.acme.clientSecret, scene.app.clientSecret])

  const own = scene.sandbox.registerApp({ redirectUris: [scene.api.callbackUrl] })
  secrets.add(own.clientSecret)
  const operator = await scene.operatorToken()
  const scoped = await scene.scopedToken('ada')
  secrets.add(operator).add(scoped)
  const configuration = { client_id: own.clientId, client_secret: own.clientSecret }
  const saved = await scene.call('PUT', '/v1/oauth/credentials', {
    token: operator,
    body: { connector_type: 'asana', configuration },
  })
  answers.push(saved.text)

  const { body } = await scene.initiate(scoped, { state: 'state-of-the-application' })
  secrets.add(body.consent_url.split('/').at(-1))
  const browser = new Browser()
  const authorize = new URL(await browser.follow(body.consent_url))
  secrets.add(browser.cookies.split('=')[1] ?? '').add(authorize.searchParams.get('state') ?? '')
  const callback = new URL(await scene.sandbox.approve(authorize))
  secrets.add(callback.searchParams.get('code') ?? '')
  const back = new URL(await browser.follow(callback.href))
  const secretId = back.searchParams.get('secret_id') ?? ''
  secrets.add(secretId)

  const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
  secrets.add(pat).add('wrong-secret-of-a-client').add('refused-personal-access-token')
  const post = (path: string, payload: object, token = scoped) =>
    scene.call('POST', path, { token, body: payload })
  const base = { external_user_id: 'ada', connector_type: 'asana' }
  for (const payload of [
    { ...base, server_side_oauth_secret_id: secretId },
    { ...base, server_side_oauth_secret_id: secretId },
    { ...base, credentials: { token: pat } },
    { ...base, credentials: { token: 'refused-personal-access-token' } },
    {
      ...base,
      credentials: { refresh_token: pat, client_id: own.clientId, client_secret: own.clientSecret },
    },
    { ...base, credentials: { token: pat, client_secret: own.clientSecret } },
    { ...base, credentials: { token: `${pat} with a space` } },
  ]) {
    answers.push((await post('/v1/integrations/connectors', payload)).text)
  }
  const wrong = { client_id: scene.acme.clientId, client_secret: 'wrong-secret-of-a-client' }
  answers.push((await scene.call('POST', '/v1/account/applications/token', { body: wrong })).text)
  const list = await scene.call('GET', '/v1/integrations/connectors', { token: scoped })
  answers.push(list.text)
  for (const { id } of list.body.data) {
    scene.sandbox.clock.advance(3_600_000)
    const token = await scene.scopedToken('ada')
    answers.push((await scene.execute(token, id)).text)
    answers.push((await scene.call('DELETE', `/v1/integrations/connectors/${id}`, { token })).text)
  }
  scene.sandbox.clock.advance(3_600_000)
  answers.push((await scene.call('GET', '/v1/integrations/connectors', { token: operator })).text)
  answers.push((await scene.call('GET', '/metrics')).text)
  secrets.delete('')
  expect(secrets.size).toBeGreaterThan(10)

  const log = scene.log.join('')
  expect(log).toContain('"audit":true')
  expect(log).toContain('consent.completed')
  const stored = JSON.stringify(kept)
  for (const secret of secrets) {
    for (const [where, text] of Object.entries({ log, stored, answers: answers.join('\n') })) {
      expect(text.includes(secret), `${secret} in ${where}`).toBe(false)
    }
  }
  expect(back.href.startsWith(RETURN_URL)).toBe(true)
})
