import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { newClient, type OAuthClient, redirectUri } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox()
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

async function openPage(url = client.authorizationUrl()) {
  const response = await fetch(url, { redirect: 'manual' })
  const html = await response.text()
  return { response, html, consent: /name="consent" value="([^"]+)"/.exec(html)?.[1] ?? '' }
}

function answer(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const url = `${sandbox.url}/-/oauth_consent`
  return fetch(url, { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams(fields) })
}

test('names the app, the users, the scope and where it leads, and that it is not Asana', async () => {
  const { response, html } = await openPage()
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  for (const text of ['Sandbox app', 'ada@example.com', 'ben@example.com', 'identity', redirectUri]) {
    expect(html).toContain(text)
  }
  expect(html).toContain('Sandbox: this is not Asana.')
})

test('lets nothing run, load or frame it, and lets the form lead to the app and on from there', async () => {
  const { response, html } = await openPage()
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(response.headers.get('content-security-policy')).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' http://localhost:3000 http://localhost:* http://127.0.0.1:* https:; base-uri 'none'; frame-ancestors 'none'`,
  )
  expect(response.headers.get('x-frame-options')).toBe('DENY')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('escapes what others wrote', async () => {
  const evil = `<img src=x onerror=alert(1)>"'&`
  sandbox.addUser({ name: evil, email: 'evil@example.com' })
  const app = sandbox.registerApp({ name: evil, redirectUris: [redirectUri] })
  const { html } = await openPage(client.authorizationUrl({ client_id: app.clientId }))
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;')
})

describe('an answer', () => {
  test('counts once', async () => {
    const { consent } = await openPage()
    const fields = { consent, user: 'ben@example.com', decision: 'allow' }
    expect((await answer(fields)).status).toBe(302)
    const again = await answer(fields)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('was answered or has expired')
  })

  test('comes within fifteen minutes', async () => {
    const { consent } = await openPage()
    sandbox.clock.advance(15 * 60_000)
    expect((await answer({ consent, user: 'ben@example.com', decision: 'allow' })).status).toBe(400)
  })

  test('needs the id of a page', async () => {
    expect((await answer({ user: 'ben@example.com', decision: 'allow' })).status).toBe(400)
  })

  test('from a page elsewhere is refused', async () => {
    const { consent } = await openPage()
    const fields = { consent, user: 'ben@example.com', decision: 'allow' }
    expect((await answer(fields, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await answer(fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('other than allow is a no', async () => {
    const { consent } = await openPage()
    const location = (await answer({ consent, user: 'ben@example.com', decision: '' })).headers.get(
      'location',
    )
    expect(location).toContain('error=access_denied')
  })
})

test('approve throws where the user does not exist', async () => {
  await expect(sandbox.approve(client.authorizationUrl(), { user: 'nobody' })).rejects.toThrow('no such user')
})

test('a sandbox without users shows the page, and nobody can allow', async () => {
  await using empty = await startSandbox({ seed: false })
  const other = newClient(empty)
  await expect(empty.approve(other.authorizationUrl())).rejects.toThrow('no such user')
  empty.addUser({ name: 'Cy', email: 'cy@example.com' })
  expect(await empty.approve(other.authorizationUrl())).toContain('code=')
})
