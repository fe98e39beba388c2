import { randomBytes } from 'node:crypto'
import { AsanaConnector } from '@x/asana-connector'
import { freePort } from '@x/test-services'
import { onTestFinished } from 'vitest'
import { Browser, type Page } from '../../../packages/express/test/browser.ts'
import { readConfig } from '../src/config.ts'
import type { Stores } from '../src/credential-store.ts'
import { type RunningExample, startExample } from '../src/example.ts'
import type { LocalHosted } from '../src/hosted/local-hosted.ts'
import type { LocalAsana } from '../src/local-asana.ts'
import { createLogger } from '../src/logger.ts'

/** The whole app on a free port. */
export interface StartedApp extends RunningExample {
  readonly origin: string
  /** What went to the log. */
  readonly logLines: string[]
  browser(): Browser
}

/** The app beside a sandbox and a hosted server. */
export interface TestExample extends StartedApp {
  readonly localAsana: LocalAsana
  readonly localHosted: LocalHosted
}

/** In this environment; it ends with the test. */
export async function startWith(env: NodeJS.ProcessEnv, stores?: Stores): Promise<StartedApp> {
  const port = await freePort()
  const logLines: string[] = []
  const logger = createLogger('trace', { write: line => void logLines.push(line) })
  const config = readConfig({ PORT: String(port), HOST: '127.0.0.1', ...env })
  const example = await startExample(config, logger, stores)
  onTestFinished(() => example.close())
  const origin = `http://localhost:${port}`
  return { ...example, origin, logLines, browser: () => new Browser(origin) }
}

export async function startTestExample(stores?: Stores): Promise<TestExample> {
  const app = await startWith({}, stores)
  const { localAsana, localHosted } = app
  if (!localAsana || !localHosted) throw new Error('There is no sandbox, or no hosted server')
  return { ...app, localAsana, localHosted }
}

/** What makes it an app of the real Asana, to which nothing is sent before somebody logs in. */
export function realApp(): NodeJS.ProcessEnv {
  const key = () => `a:${randomBytes(32).toString('base64')}`
  const keys = { ENCRYPTION_KEYS: key(), COOKIE_KEYS: key() }
  return { ASANA_CLIENT_ID: '123', ASANA_CLIENT_SECRET: 'canary', ...keys }
}

/** Follows redirects within the app to a page. */
export async function visit(example: TestExample, browser: Browser, target: string): Promise<Page> {
  let page = await browser.open(target)
  while (page.location?.startsWith(example.origin)) page = await browser.open(page.location)
  return page
}

/** Through the consent page, as the first sample user or another. */
export async function connect(
  example: TestExample,
  browser: Browser,
  user = 'ada@example.com',
): Promise<Page> {
  const { location = '' } = await browser.open('/asana/login')
  return visit(example, browser, await example.localAsana.sandbox.approve(location, { user }))
}

/** Through the hosted server's consent, up to the address that it sends the browser back to. */
export async function hostedReturnUrl(
  { localAsana }: TestExample,
  browser: Browser,
  answer: { readonly user?: string; readonly deny?: boolean } = {},
): Promise<string> {
  const { location: consentUrl = '' } = await browser.open('/hosted/connect')
  const { location: authorizationUrl = '' } = await browser.open(consentUrl)
  const { location = '' } = await browser.open(await localAsana.sandbox.approve(authorizationUrl, answer))
  return location
}

export async function connectHosted(example: TestExample, browser: Browser, user?: string): Promise<Page> {
  return visit(example, browser, await hostedReturnUrl(example, browser, user ? { user } : {}))
}

/** Two connections of the visitor who was last on the way to a consent, as two tabs may make them. */
export async function makeTwoConnections({ localAsana, localHosted, logLines }: TestExample): Promise<void> {
  const externalUserId = /"externalUserId":"([^"]+)"/.exec(logLines.join())?.[1] ?? ''
  const token = localAsana.sandbox.createPersonalAccessToken('ada@example.com')
  const connection = { ...localHosted.settings, externalUserId, authConfig: { token } }
  await AsanaConnector.createHosted(connection)
  await AsanaConnector.createHosted(connection)
}

/** Sends a form of `page` as a browser does. */
export function submit(
  browser: Browser,
  page: Page,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Page> {
  return post(browser, action, { _csrf: csrfTokenOf(page), ...fields })
}

export function post(
  browser: Browser,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<Page> {
  return browser.open(action, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  })
}

export function csrfTokenOf({ body }: Page): string {
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1]
  if (token === undefined) throw new Error('The page has no form')
  return token
}
