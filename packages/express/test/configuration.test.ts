import { randomBytes } from 'node:crypto'
import { AuthManager } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { describe, expect, it } from 'vitest'
import { type AsanaExpressOptions, asanaExpress } from '../src/index.ts'
import { consent, startTestApp } from './test-app.ts'

function make(redirectUri?: string, options: Partial<AsanaExpressOptions> = {}) {
  const auth = new AuthManager({
    environment: {},
    asana: { clientId: '1', clientSecret: 's', redirectUri },
    store: new MemoryStore(),
  })
  return asanaExpress({
    auth,
    subject: () => 'ada',
    cookieKeys: [{ id: 'a', key: randomBytes(32) }],
    ...options,
  })
}

describe('asanaExpress', () => {
  it('is told what is missing before the first request', () => {
    const uri = 'https://app.example/asana/callback'
    expect(() => make()).toThrow(/redirect URI/)
    expect(() => make('urn:ietf:wg:oauth:2.0:oob')).toThrow(/http or https/)
    expect(() => make('https://app.example/oauth/done')).toThrow(/ends with it, or pass basePath/)
    expect(() => make(uri, { basePath: 'asana' })).toThrow(/slash/)
    expect(() => make(uri, { cookieKeys: [] })).toThrow(/at least one key/)
    expect(() => make(uri, { cookieKeys: [{ id: 'a', key: 'a passphrase' }] })).toThrow(/32 bytes/)
  })

  it('takes an option that is undefined for one that was left out', () => {
    const asana = make('https://app.example/asana/callback', {
      oneTimeStore: undefined,
      scope: undefined,
      redirectUri: undefined,
      basePath: undefined,
      afterLogin: undefined,
      afterDisconnect: undefined,
      onError: undefined,
    })
    expect(asana.loginPath()).toBe('/asana/login')
    expect(asana.requireAsana({ redirect: undefined })).toBeTypeOf('function')
  })

  it('makes the address of a login', () => {
    const asana = make('https://app.example/oauth/asana/callback')
    expect(asana.loginPath()).toBe('/oauth/asana/login')
    expect(asana.loginPath('/tasks?a=b&c=d')).toBe('/oauth/asana/login?returnTo=%2Ftasks%3Fa%3Db%26c%3Dd')
    expect(make('https://app.example/callback').loginPath()).toBe('/login')
    expect(make('https://app.example/callback', { basePath: '/behind/proxy/' }).loginPath()).toBe(
      '/behind/proxy/login',
    )
  })

  it('does not send users to Asana from where they could not come back', async () => {
    const app = await startTestApp({ mountAt: '/elsewhere' })
    const page = await app.browser('ada').open('/elsewhere/login')
    expect(page.status).toBe(500)
    expect(JSON.parse(page.body)).toMatchObject({
      code: 'invalid_option',
      message: expect.stringContaining('"/asana/callback"'),
    })
  })

  it('lives behind a proxy that rewrites paths', async () => {
    const redirectUri = 'https://app.example/public/callback'
    const app = await startTestApp({ express: { redirectUri, basePath: '/public' }, mountAt: '/internal' })
    const ada = app.browser('ada')
    expect((await ada.open('/internal/login')).status).toBe(302)
    expect(ada.cookies[0]?.path).toBe('/public')
    expect((await ada.open('/page')).location).toBe(`${app.origin}/public/login?returnTo=%2Fpage`)
  })

  it('opens the cookie of a key that was replaced meanwhile', async () => {
    const [old, young] = [
      { id: 'old', key: randomBytes(32) },
      { id: 'young', key: randomBytes(32) },
    ]
    const keys = [old]
    // The keys are read once, so a restart with new keys is another router: here on another path.
    const app = await startTestApp({ express: { cookieKeys: keys } })
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    expect(ada.cookies[0]?.value).toMatch(/^v1\.old\./)
    const restarted = asanaExpress({
      auth: app.auth,
      subject: () => 'ada',
      cookieKeys: [young, old],
    })
    const { default: express } = await import('express')
    const server = express().use('/asana', restarted.router).listen(0)
    const { port } = server.address() as { port: number }
    const cookie = ada.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const url = callback.replace(app.origin, `http://127.0.0.1:${port}`)
    const response = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    expect(response.status).toBe(303)
    server.close()
  })

  it('hands errors of its routes and of its middleware to onError', async () => {
    const seen: unknown[] = []
    const app = await startTestApp({
      express: {
        onError: (error, _req, res) => {
          seen.push((error as Error).name)
          res.status(418).end()
        },
      },
    })
    const browser = app.browser()
    for (const target of ['/asana/login', '/asana/callback', '/asana/disconnect', '/name']) {
      expect((await browser.open(target)).status).toBe(418)
    }
    expect((await browser.open('/asana/disconnect', { method: 'POST' })).status).toBe(418)
    expect(seen).toEqual([
      'NotSignedInError',
      'InvalidStateError',
      'MethodNotAllowedError',
      'NotSignedInError',
      'CrossSiteRequestError',
    ])
    expect(app.errors).toEqual([])
  })

  it('passes on what subject throws, and an outage of the one-time store', async () => {
    const broken = await startTestApp({
      express: { subject: () => Promise.reject(new Error('session store down')) },
    })
    expect((await broken.browser().open('/asana/login')).status).toBe(500)

    const oneTimeStore = new MemoryOneTimeStore()
    const app = await startTestApp({ express: { oneTimeStore } })
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    oneTimeStore.take = () => Promise.reject(new Error('one-time store down'))
    expect((await ada.open(callback)).status).toBe(500)
    expect(await app.auth.status('ada')).toEqual({ state: 'not_connected' })
  })
})
