import { ASANA } from '@x/asana-auth-core'
import { expect, it } from 'vitest'
import type { Page } from '../../../packages/express/test/browser.ts'
import { connect, startTestExample, submit, visit } from './start-example.ts'

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

  const headers: string[] = []
  for (const page of pages) page.headers.forEach((value, name) => void headers.push(`${name}: ${value}`))
  const shown = [...pages.map(page => page.body), ...headers, ...ada.setCookies, ...example.logLines].join(
    '\n',
  )
  expect(secrets.size).toBeGreaterThanOrEqual(5)
  expect(example.logLines.length).toBeGreaterThan(20)
  for (const secret of secrets) {
    for (const spelling of [secret, encodeURIComponent(secret), btoa(secret)])
      expect(shown.includes(spelling)).toBe(false)
  }
})
