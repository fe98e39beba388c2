import { inspect } from 'node:util'
import { ASANA } from '@x/asana-auth-core'
import { expect, it } from 'vitest'
import type { Page } from './browser.ts'
import { consent, startTestApp } from './test-app.ts'

it('no token, secret or verifier shows in an answer or an error', async () => {
  const sent: string[] = []
  const fetchAndListen: typeof fetch = async (input, init) => {
    sent.push(String(init?.body ?? ''))
    return fetch(input, init)
  }
  const app = await startTestApp({ auth: { fetch: fetchAndListen } })
  const ada = app.browser('ada')
  const pages: Page[] = []
  const open = async (target: string, init?: RequestInit) => {
    const page = await ada.open(target, init)
    pages.push(page)
    return page
  }

  const login = await open('/asana/login?returnTo=/name')
  await open(await app.sandbox.approve(login.location ?? ''))
  await open('/name')
  const callback = await consent(app, ada)
  const stored = await app.auth.loadCredentials(ASANA, 'ada')
  // Everything that can go wrong with a login, a session and a disconnect.
  app.sandbox.faults.add({
    at: 'token',
    fault: {
      kind: 'json',
      status: 400,
      body: { error: 'invalid_client', error_description: `secret ${app.asanaApp.clientSecret}` },
    },
  })
  await open(callback)
  await open(callback)
  await open(await consent(app, ada, '/asana/login', true))
  app.sandbox.faults.add({ at: 'token', fault: { kind: 'html' } })
  await open(await consent(app, ada))
  app.sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 500 } })
  await open('/name')
  app.sandbox.deauthorize({ user: 'ada@example.com', clientId: app.asanaApp.clientId })
  await open('/name')
  await open('/name')
  await open('/asana/disconnect', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } })

  const verifiers = sent.flatMap(body => new URLSearchParams(body).getAll('code_verifier'))
  const codes = sent.flatMap(body => new URLSearchParams(body).getAll('code'))
  const secrets = [
    app.asanaApp.clientSecret,
    stored?.accessToken,
    stored?.refreshToken,
    ...verifiers,
    ...codes,
  ]
  expect(verifiers.length).toBeGreaterThan(2)
  expect(app.errors.length).toBeGreaterThan(5)
  const shown = [
    ...pages.flatMap(page => [page.body, headerText(page)]),
    ...ada.setCookies,
    ...app.errors.flatMap(error => [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      error.stack,
    ]),
  ].join('\n')
  for (const secret of secrets) {
    expect(secret).toBeTruthy()
    // The state is no secret to the browser; these are. Encoded spellings count too.
    for (const spelling of [secret ?? '', encodeURIComponent(secret ?? ''), btoa(secret ?? '')]) {
      expect(shown.includes(spelling)).toBe(false)
    }
  }
})

function headerText({ headers }: Page): string {
  const lines: string[] = []
  headers.forEach((value, name) => {
    lines.push(`${name}: ${value}`)
  })
  return lines.join('\n')
}
