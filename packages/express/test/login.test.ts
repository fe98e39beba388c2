import { ASANA } from '@x/asana-auth-core'
import { describe, expect, it } from 'vitest'
import { connect, consent, startTestApp } from './test-app.ts'

describe('a login', () => {
  it('leads to the consent page, back, and to a session', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')

    const login = await ada.open('/asana/login?returnTo=/name')
    expect(login.status).toBe(302)
    const authorization = new URL(login.location ?? '')
    expect(authorization.href.startsWith(app.sandbox.endpoints.authorizationUrl)).toBe(true)
    expect(authorization.searchParams.get('code_challenge_method')).toBe('S256')
    expect(authorization.searchParams.get('redirect_uri')).toBe(`${app.origin}/asana/callback`)

    const callback = await ada.open(await app.sandbox.approve(authorization, { user: 'ben@example.com' }))
    expect([callback.status, callback.location]).toEqual([303, `${app.origin}/name`])
    expect(JSON.parse((await ada.open('/name')).body)).toMatchObject({ name: 'Ben Sample' })
    expect(await app.auth.status('ada')).toMatchObject({
      state: 'connected',
      identity: { name: 'Ben Sample' },
    })
    expect(app.errors).toEqual([])
  })

  it('leaves one sealed cookie, and takes it away again', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callback = await consent(app, ada)

    expect(ada.cookies).toHaveLength(1)
    const [cookie] = ada.cookies
    expect(cookie?.name).toMatch(/^asana_login_[\w-]{22}$/)
    expect(cookie?.value).toMatch(/^v1\.test\./)
    expect(cookie?.attributes).toMatch(
      /^Max-Age=(59\d|600); Path=\/asana; Expires=[^;]+; HttpOnly; SameSite=Lax$/,
    )

    await ada.open(callback)
    expect(ada.cookies).toEqual([])
  })

  it('keeps every answer out of caches and referrers', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const login = await ada.open('/asana/login')
    const pages = [
      login,
      await ada.open(await app.sandbox.approve(login.location ?? '')),
      await ada.open('/asana/callback?state=unknown&code=1'),
      await ada.open('/asana/disconnect'),
      await ada.open('/asana/disconnect', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }),
    ]
    expect(pages.map(page => page.status)).toEqual([302, 303, 400, 405, 303])
    for (const { headers } of pages) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('goes to afterLogin without a returnTo, or with one that leaves the site', async () => {
    const app = await startTestApp({ express: { afterLogin: '/welcome' } })
    const ada = app.browser('ada')
    for (const login of [
      '/asana/login',
      '/asana/login?returnTo=//evil.example',
      '/asana/login?returnTo=/a&returnTo=/b',
    ]) {
      const { location } = await ada.open(await consent(app, ada, login))
      expect(location).toBe(`${app.origin}/welcome`)
    }
  })

  it('works in two tabs at once, whichever ends first', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const first = await consent(app, ada, '/asana/login?returnTo=/first')
    const second = await consent(app, ada, '/asana/login?returnTo=/second')

    expect((await ada.open(second)).location).toBe(`${app.origin}/second`)
    expect((await ada.open(first)).location).toBe(`${app.origin}/first`)
  })

  it('keeps at most four cookies, the newest', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callbacks: string[] = []
    for (let i = 0; i < 6; i++) callbacks.push(await consent(app, ada, `/asana/login?returnTo=/${i}`))

    expect(ada.cookies).toHaveLength(4)
    const ends = []
    for (const callback of callbacks) ends.push((await ada.open(callback)).status)
    expect(ends).toEqual([400, 400, 303, 303, 303, 303])
  })

  it('takes a subject of several members, in any order', async () => {
    let turns = 0
    const subject = () => (turns++ % 2 === 0 ? { tenant: 'acme', user: 7 } : { user: 7, tenant: 'acme' })
    const app = await startTestApp({ express: { subject } })
    await connect(app, app.browser())
    expect(await app.auth.status({ tenant: 'acme', user: 7 })).toMatchObject({ state: 'connected' })
  })

  it('replaces an earlier connection', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    const before = await app.auth.loadCredentials(ASANA, 'ada')
    await connect(app, ada)
    const after = await app.auth.loadCredentials(ASANA, 'ada')
    expect(after?.refreshToken).not.toBe(before?.refreshToken)
  })

  it('asks for the scopes of the options and validates the id_token of openid', async () => {
    const app = await startTestApp({ express: { scope: 'default openid email' } })
    const ada = app.browser('ada')
    const { location = '' } = await ada.open('/asana/login')
    expect(new URL(location).searchParams.get('scope')).toBe('default openid email')
    expect((await ada.open(await app.sandbox.approve(location))).status).toBe(303)
    expect((await app.auth.loadCredentials(ASANA, 'ada'))?.idToken).toBeDefined()
  })

  it('marks the cookie for https', async () => {
    const redirectUri = 'https://app.example/asana/callback'
    const app = await startTestApp({ express: { redirectUri } })
    const ada = app.browser('ada')
    await ada.open('/asana/login')
    expect(ada.cookies[0]?.name).toMatch(/^__Secure-asana_login_/)
    expect(ada.cookies[0]?.attributes).toContain('Secure')

    const atRoot = await startTestApp({
      express: { redirectUri: 'https://app.example/callback' },
      mountAt: '/',
    })
    const ben = atRoot.browser('ben')
    await ben.open('/login')
    expect(ben.cookies[0]?.name).toMatch(/^__Host-asana_login_/)
    expect(ben.cookies[0]?.attributes).toContain('Path=/;')
  })
})
