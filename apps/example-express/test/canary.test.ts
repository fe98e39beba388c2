import { ASANA } from '@x/asana-auth-core'
import { expect, it } from 'vitest'
import type { Page } from '../../../packages/express/test/browser.ts'
import { connect, hostedReturnUrl, startTestExample, submit, visit } from './start-example.ts'

it('no token, secret or code shows in a page, a header or the log', async () => {
  const example = await startTestExample()
  const { auth, localAsana } = example
  const { sandbox, clientId, clientSecret } = localAsana
  const secrets = new Set<string>([clientSecret])
  const ada = example.browser()
  const pages: Page[] = []
  const see = async (page: Page | Promise<Page>) => {
    pages.push(await page)
    const { keys } = await auth.listCredentials()
    for (const { subject } of keys) {
      const { accessToken, refreshToken } = (await auth.loadCredentials(ASANA, subject)) ?? {}
      for (const secret of [accessToken, refreshToken]) if (secret) secrets.add(secret)
    }
  }

  await see(ada.open('/'))
  const connected = await connect(example, ada)
  await see(connected)
  await see(submit(ada, connected, '/connection/refresh'))
  await see(submit(ada, connected, '/sandbox/skip-hour'))
  await see(ada.open('/'))
  const { location = '' } = await ada.open('/asana/login')
  const callback = new URL(await sandbox.approve(location))
  secrets.add(callback.searchParams.get('code') ?? '')
  sandbox.faults.add({
    at: 'token',
    fault: { kind: 'json', status: 401, body: { error: 'invalid_client', error_description: clientSecret } },
  })
  await see(ada.open(callback.href))
  await see(ada.open(callback.href))
  sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 500 } })
  await see(ada.open('/'))
  sandbox.deauthorize({ user: 'ada@example.com', clientId })
  await see(ada.open('/'))
  await see(submit(ada, connected, '/connection/refresh'))
  await see(ada.open('/nowhere'))
  await see(visit(example, ada, (await submit(ada, connected, '/asana/disconnect')).location ?? ''))

  expect(secrets.size).toBeGreaterThanOrEqual(5)
  expectHidden(secrets, [...pages.map(shownIn), ...ada.setCookies, ...example.logLines])
})

it('nothing of the hosted server’s, either', async () => {
  const example = await startTestExample()
  const { localAsana, localHosted } = example
  const secrets = new Set<string>([localHosted.settings.clientSecret])
  const ada = example.browser()
  const pages: Page[] = []
  const see = async (page: Page | Promise<Page>) => void pages.push(await page)

  await see(ada.open('/hosted'))
  const back = await hostedReturnUrl(example, ada)
  for (const name of ['secret_id', 'state']) secrets.add(new URL(back).searchParams.get(name) ?? '')
  await see(visit(example, ada, back))
  await see(ada.open(back))
  const connected = await ada.open('/hosted')
  await see(connected)
  await see(submit(ada, connected, '/hosted/sandbox/skip-hour'))
  await see(ada.open('/hosted'))
  await see(submit(ada, connected, '/hosted/sandbox/outage'))
  await see(ada.open('/hosted'))
  await see(submit(ada, connected, '/hosted/sandbox/remove-app'))
  await see(ada.open('/hosted'))
  const again = await hostedReturnUrl(example, ada)
  secrets.add(new URL(again).searchParams.get('secret_id') ?? '')
  localAsana.sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 500 } })
  await see(visit(example, ada, again))
  await see(submit(ada, connected, '/hosted/disconnect'))
  await localHosted.close()
  await see(ada.open('/hosted'))
  await see(ada.open('/hosted/connect'))

  expect(secrets.size).toBe(4)
  expectHidden(secrets, [...pages.map(shownIn), ...ada.setCookies, ...example.logLines])
})

/** A page with its headers. */
function shownIn({ body, headers }: Page): string {
  const lines: string[] = []
  headers.forEach((value, name) => void lines.push(`${name}: ${value}`))
  return [...lines, body].join('\n')
}

/** None of the secrets, however it is spelled, and nothing that looks like a token of anybody’s. */
function expectHidden(secrets: ReadonlySet<string>, everything: readonly string[]): void {
  const shown = everything.join('\n')
  expect(everything.length).toBeGreaterThan(30)
  expect(secrets.has('')).toBe(false)
  for (const secret of secrets) {
    for (const spelling of [secret, encodeURIComponent(secret), btoa(secret)])
      expect(shown.includes(spelling)).toBe(false)
  }
  // A JWT: the sandbox's access tokens, and the bearer tokens of the hosted server; then a refresh token.
  expect(shown).not.toMatch(/eyJ[\w-]+\.eyJ/)
  expect(shown).not.toMatch(/\b2\/\d+\/\d+:[0-9a-f]/)
}
