import { ASANA } from '@x/asana-auth-core'
import { describe, expect, it } from 'vitest'
import { connect, startTestApp, type TestApp } from './test-app.ts'

/** The user removes the app in Asana's settings, and the application finds out. */
async function loseGrant(app: TestApp): Promise<void> {
  app.sandbox.deauthorize({ user: 'ada@example.com', clientId: app.asanaApp.clientId })
  await expect(app.auth.refresh('ada')).rejects.toMatchObject({ code: 'reauthorization_required' })
}

describe('requireAsana()', () => {
  it('gives a session', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    expect((await ada.open('/name')).status).toBe(200)
  })

  it('hands on what is wrong, typed', async () => {
    const app = await startTestApp()
    expect((await app.browser().open('/name')).status).toBe(401)
    const ada = app.browser('ada')
    expect((await ada.open('/name')).status).toBe(403)
    await connect(app, ada)
    await loseGrant(app)
    expect((await ada.open('/name')).status).toBe(403)
    expect(app.errors.map(error => error.name)).toEqual([
      'NotSignedInError',
      'CredentialsNotFoundError',
      'ReauthorizationRequiredError',
    ])
  })

  it('hands on an outage as what it is, also where it may redirect', async () => {
    const app = await startTestApp()
    app.store.get = () => Promise.reject(new Error('connection refused'))
    const page = await app.browser('ada').open('/page')
    expect([page.status, app.errors[0]?.name]).toEqual([503, 'StoreUnavailableError'])
  })

  it('says when to come back while Asana is down', async () => {
    const app = await startTestApp({ auth: { tokens: { redeemTimeoutMs: 200 } } })
    const ada = app.browser('ada')
    await connect(app, ada)
    const stored = await app.auth.loadCredentials(ASANA, 'ada')
    await app.auth.storeCredentials(ASANA, 'ada', {
      ...stored,
      accessToken: 'old',
      expiresAt: Date.now() - 1000,
    } as never)
    app.sandbox.faults.add({ at: 'token', times: Infinity, fault: { kind: 'html', status: 502 } })
    expect((await ada.open('/name')).status).toBe(503)
    expect(app.errors[0]).toMatchObject({ name: 'RefreshUnavailableError', retryAfterMs: expect.any(Number) })
  })
})

describe('requireAsana({ redirect: true })', () => {
  it('sends a browser to the login and back', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const page = await ada.open('/page?sort=due&q=a%26b')
    expect(page.status).toBe(302)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.location).toBe(
      `${app.origin}/asana/login?returnTo=${encodeURIComponent('/page?sort=due&q=a%26b')}`,
    )
    const { location = '' } = await ada.open(page.location ?? '')
    const back = await ada.open(await app.sandbox.approve(location))
    expect(back.location).toBe(`${app.origin}/page?sort=due&q=a%26b`)
    expect((await ada.open(back.location ?? '')).body).toBe('the page')
  })

  it('does so when the grant is gone', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    await loseGrant(app)
    expect((await ada.open('/page')).location).toContain('/asana/login?returnTo=%2Fpage')
    expect(app.errors).toEqual([])
  })

  it('does not redirect a script, a form, or who is not signed in', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    expect((await ada.open('/page', { headers: { accept: '*/*' } })).status).toBe(403)
    expect((await ada.open('/page', { headers: { accept: 'application/json' } })).status).toBe(403)
    expect((await ada.open('/page', { method: 'POST' })).status).toBe(403)
    expect((await app.browser().open('/page')).status).toBe(401)
  })
})
