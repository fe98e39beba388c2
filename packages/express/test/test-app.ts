import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AuthManager, type AuthManagerOptions } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { type RegisteredApp, type Sandbox, startSandbox } from '@x/asana-sandbox'
import express, { type ErrorRequestHandler } from 'express'
import { onTestFinished } from 'vitest'
import { type AsanaExpressOptions, asanaExpress, httpStatusOf } from '../src/index.ts'
import { Browser } from './browser.ts'

export interface TestApp {
  readonly origin: string
  readonly sandbox: Sandbox
  readonly asanaApp: RegisteredApp
  readonly auth: AuthManager
  readonly store: MemoryStore
  /** What the application's error handler got. */
  readonly errors: (Error & { code?: string })[]
  browser(user?: string): Browser
}

export interface TestAppOptions {
  readonly express?: Partial<AsanaExpressOptions>
  readonly auth?: Partial<AuthManagerOptions>
  readonly mountAt?: string
}

/** A real Express server beside a real sandbox; both end with the test. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { mountAt = '/asana' } = options
  const sandbox = await startSandbox()
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const redirectUri = options.express?.redirectUri ?? `${origin}/asana/callback`
  const asanaApp = sandbox.registerApp({ redirectUris: [redirectUri] })
  const store = new MemoryStore()
  const auth = new AuthManager({
    environment: {},
    asana: {
      ...sandbox.endpoints,
      clientId: asanaApp.clientId,
      clientSecret: asanaApp.clientSecret,
      redirectUri,
    },
    store,
    ...options.auth,
  })
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
    await auth.close()
    await sandbox.close()
  })

  const errors: TestApp['errors'] = []
  const asana = asanaExpress({
    auth,
    subject: req => req.get('x-user'),
    cookieKeys: [{ id: 'test', key: randomBytes(32) }],
    ...options.express,
  })
  const app = express()
  app.use(mountAt, asana.router)
  app.get('/name', asana.requireAsana(), async (req, res) => {
    res.json(await req.asana.asana.getUser('me', { opt_fields: ['name'] }))
  })
  app.get('/page', asana.requireAsana({ redirect: true }), (_req, res) => void res.send('the page'))
  app.post('/page', asana.requireAsana({ redirect: true }), (_req, res) => void res.send('posted'))
  const onError: ErrorRequestHandler = (error, _req, res, _next) => {
    errors.push(error)
    res.status(httpStatusOf(error)).json({ code: error.code, message: error.message })
  }
  app.use(onError)
  server.on('request', app)
  return { origin, sandbox, asanaApp, auth, store, errors, browser: user => new Browser(origin, user) }
}

/** From the login to the callback's address: what a user does at Asana. */
export async function consent(
  app: TestApp,
  browser: Browser,
  login = '/asana/login',
  deny = false,
): Promise<string> {
  const { location = '' } = await browser.open(login)
  return app.sandbox.approve(location, { deny })
}

export async function connect(app: TestApp, browser: Browser): Promise<void> {
  const page = await browser.open(await consent(app, browser))
  if (page.status !== 303) throw new Error(`The login ended with ${page.status}: ${page.body}`)
}
