import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Browser } from './browser.ts'
import { HostedScene, RETURN_URL } from './hosted-scene.ts'

const MINUTE_MS = 60_000

describe('a consent', () => {
  let scene: HostedScene
  let token: string
  beforeEach(async () => {
    scene = await HostedScene.open()
    token = await scene.scopedToken('ada')
  })
  afterEach(() => scene.close())

  const create = (secretId: string | null, options: { token?: string; user?: string } = {}) =>
    scene.call('POST', '/v1/integrations/connectors', {
      token: options.token ?? token,
      body: {
        external_user_id: options.user ?? 'ada',
        connector_type: 'Asana',
        name: 'Mine',
        server_side_oauth_secret_id: secretId,
      },
    })

  it('leads from the consent URL to Asana, with PKCE, and back with a secret id', async () => {
    const { body } = await scene.initiate(token)
    expect(body.consent_url).toMatch(new RegExp(`^${scene.url}/v1/oauth/start/[\\w-]{43}$`))
    const browser = new Browser()
    const start = await browser.open(body.consent_url)
    expect(start.headers.get('set-cookie')).toMatch(
      /^asana_consent=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/,
    )
    expect(start.headers.get('referrer-policy')).toBe('no-referrer')
    const authorize = new URL(start.headers.get('location') ?? '')
    expect(authorize.searchParams.get('code_challenge_method')).toBe('S256')
    expect(authorize.searchParams.get('redirect_uri')).toBe(scene.api.callbackUrl)
    const back = new URL(await browser.follow(await scene.sandbox.approve(authorize)))
    expect(back.origin + back.pathname).toBe(RETURN_URL)
    expect([...back.searchParams.keys()]).toEqual(['secret_id'])
    expect((await create(back.searchParams.get('secret_id'))).status).toBe(201)
  })

  describe('its secret id', () => {
    let secretId: string | null
    beforeEach(async () => {
      const { body } = await scene.initiate(token)
      secretId = (await scene.consent(body.consent_url)).searchParams.get('secret_id')
    })

    it('works once', async () => {
      expect((await create(secretId)).status).toBe(201)
      const again = await create(secretId)
      expect([again.status, again.body.errors[0].error_code]).toEqual([422, 'invalid_secret_id'])
    })

    it('works once of many at a time', async () => {
      const all = await Promise.all(Array.from({ length: 8 }, () => create(secretId)))
      expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(422)])
    })

    it('works for ten minutes', async () => {
      scene.sandbox.clock.advance(10 * MINUTE_MS)
      expect((await create(secretId)).status).toBe(422)
    })

    it('works for its organization and user only, and is not used up by others', async () => {
      const other = await scene.scopedToken('ben')
      expect((await create(secretId, { token: other, user: 'ben' })).status).toBe(422)
      const operator = await scene.operatorToken()
      expect((await create(secretId, { token: operator, user: 'ben' })).status).toBe(422)
      const globex = await scene.scopedToken('ada', scene.globex)
      expect((await create(secretId, { token: globex })).status).toBe(422)
      expect((await create(secretId)).status).toBe(201)
    })

    it('cannot be guessed from another', async () => {
      const wrong = `${secretId?.slice(0, -1)}${secretId?.endsWith('A') ? 'B' : 'A'}`
      expect((await create(wrong)).status).toBe(422)
    })
  })

  describe('its callback', () => {
    it('works once', async () => {
      const { body } = await scene.initiate(token)
      const browser = new Browser()
      const callback = await scene.sandbox.approve(await browser.follow(body.consent_url))
      expect((await browser.open(callback)).status).toBe(303)
      const again = await browser.open(callback)
      expect([again.status, again.headers.get('location')]).toEqual([400, null])
      expect(scene.sandbox.counters.token.authorization_code.total).toBe(1)
    })

    it('is refused in another browser, and is over then', async () => {
      const { body } = await scene.initiate(token)
      const [browser, other] = [new Browser(), new Browser()]
      const callback = await scene.sandbox.approve(await browser.follow(body.consent_url))
      // Another browser with a consent of its own, too.
      await other.follow((await scene.initiate(token)).body.consent_url)
      expect((await other.open(callback)).status).toBe(403)
      expect((await browser.open(callback)).status).toBe(400)
      expect(scene.sandbox.counters.token.authorization_code.total).toBe(0)
    })

    it('is refused with a state that nobody asked with, or with two', async () => {
      const browser = new Browser()
      const { body } = await scene.initiate(token)
      const callback = await scene.sandbox.approve(await browser.follow(body.consent_url))
      const forged = new URL(callback)
      forged.searchParams.set('state', 'x'.repeat(43))
      expect((await browser.open(forged.href)).status).toBe(400)
      expect((await browser.open(`${callback}&state=other`)).status).toBe(422)
      expect((await browser.open(`${callback}&code=other`)).status).toBe(422)
    })

    it('says what the person in front of it can do, and repeats nothing of the request', async () => {
      const url = `${scene.url}/v1/oauth/callback?state=${encodeURIComponent('<script>alert(1)</script>')}`
      const page = await new Browser().open(url, { accept: 'text/html' })
      const text = await page.text()
      expect(page.headers.get('content-type')).toMatch(/^text\/html/)
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(text).toContain('start there again')
      expect(text).not.toContain('script')
    })

    it('tells the application of a user who says no, with its state', async () => {
      const { body } = await scene.initiate(token, { state: 'abc' })
      const back = await scene.consent(body.consent_url, new Browser(), { deny: true })
      expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', state: 'abc' })
      expect(back.searchParams.has('secret_id')).toBe(false)
      expect(back.searchParams.get('error_description')).toBeTruthy()
    })

    it('tells the application of an outage of Asana', async () => {
      scene.sandbox.faults.add({ at: 'token', fault: { kind: 'status', status: 503 }, times: 9 })
      const { body } = await scene.initiate(token, { state: 'abc' })
      const back = await scene.consent(body.consent_url)
      expect(back.searchParams.get('error')).toBe('temporarily_unavailable')
    })
  })

  describe('its consent URL', () => {
    it('works again in the browser that opened it first, and in no other', async () => {
      const { body } = await scene.initiate(token)
      const browser = new Browser()
      await browser.follow(body.consent_url)
      expect((await new Browser().open(body.consent_url)).status).toBe(403)
      const back = await scene.consent(body.consent_url, browser)
      expect(back.searchParams.has('secret_id')).toBe(true)
      expect((await browser.open(body.consent_url)).status).toBe(400)
    })

    it('is not used up by whoever only looks at it', async () => {
      const { body } = await scene.initiate(token)
      const looked = await fetch(body.consent_url, { method: 'HEAD', redirect: 'manual' })
      expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'GET'])
      expect((await scene.consent(body.consent_url)).searchParams.has('secret_id')).toBe(true)
    })

    it('works for ten minutes', async () => {
      const { body } = await scene.initiate(token)
      scene.sandbox.clock.advance(10 * MINUTE_MS)
      expect((await new Browser().open(body.consent_url)).status).toBe(400)
    })

    it('does not disturb another tab of the same browser', async () => {
      const browser = new Browser()
      const [one, two] = [await scene.initiate(token), await scene.initiate(token)]
      const first = await scene.sandbox.approve(await browser.follow(one.body.consent_url))
      const second = await scene.sandbox.approve(await browser.follow(two.body.consent_url))
      expect(await browser.follow(first)).toContain('secret_id=')
      expect(await browser.follow(second)).toContain('secret_id=')
    })
  })

  describe('its redirect URL', () => {
    it.each([
      ['another origin', 'https://evil.example/connected'],
      ['a longer host', 'https://you.example.evil.example/connected'],
      ['a host before an @', 'https://you.example@evil.example/connected'],
      ['a user name', 'https://user:pass@you.example/connected'],
      ['another port', 'https://you.example:8443/connected'],
      ['another scheme', 'http://you.example/connected'],
      ['a script', 'javascript://you.example/connected%0aalert(1)'],
      ['another path', 'https://you.example/other'],
      ['a longer segment', 'https://you.example/connected-evil'],
      ['a path traversal', 'https://you.example/connected/../other'],
      ['an encoded one', 'https://you.example/connected/%2e%2e/other'],
      ['a doubly encoded one', 'https://you.example/connected/%252e%252e/other'],
      ['a half encoded one', 'https://you.example/connected/.%2E/other'],
      ['one with a backslash', 'https://you.example/connected\\..\\other'],
      ['an encoded slash', 'https://you.example/connected/..%2fother'],
      ['a double slash', 'https://you.example/connected//evil.example'],
      ['a backslash before the host', 'https:\\\\evil.example/connected'],
      ['a tab in the scheme', 'ht\ttps://evil.example/connected'],
      ['a fragment', 'https://you.example/connected#x'],
      ['no URL', 'connected'],
      ['nothing', ''],
    ])('may not be %s', async (_what, redirect_url) => {
      const { status, body } = await scene.initiate(token, { redirect_url })
      expect([status, body.errors[0].error_code]).toEqual([422, 'redirect_url_not_allowed'])
    })

    it('may be below the registered path, with a query', async () => {
      const redirect_url = `${RETURN_URL}/deeper?tab=1&secret_id=theirs&error=theirs`
      const { body } = await scene.initiate(token, { redirect_url })
      const back = await scene.consent(body.consent_url)
      expect(back.href).toMatch(/^https:\/\/you\.example\/connected\/deeper\?tab=1&secret_id=[\w-]{43}$/)
    })

    it('may not be one of another organization', async () => {
      await scene.registry.setRedirectUrls(scene.globex.organizationId, ['https://globex.example/'])
      expect((await scene.initiate(token, { redirect_url: 'https://globex.example/x' })).status).toBe(422)
    })
  })

  it('asks for the scopes that are named, and for no others', async () => {
    const { body } = await scene.initiate(token, { scope: 'tasks:read users:read' })
    const authorize = new URL(await new Browser().follow(body.consent_url))
    expect(authorize.searchParams.get('scope')).toBe('tasks:read users:read')
    const refused = await scene.initiate(token, { scope: 'tasks:explode' })
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'scope'])
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    'x&secret_id=theirs&error=y',
    'a#b?c=d',
    'ünïcode 🎈 +%20',
    '\r\nLocation: https://evil.example',
  ])('returns the state %j as it is, as one parameter', async state => {
    const { body } = await scene.initiate(token, { state })
    const back = await scene.consent(body.consent_url)
    expect(back.origin + back.pathname).toBe(RETURN_URL)
    expect(back.searchParams.get('state')).toBe(state)
    expect(back.searchParams.getAll('secret_id')).toHaveLength(1)
    expect(back.searchParams.get('secret_id')).toMatch(/^[\w-]{43}$/)
  })

  it("goes through the organization's own Asana app", async () => {
    const own = scene.sandbox.registerApp({ redirectUris: [scene.api.callbackUrl] })
    const operator = await scene.operatorToken()
    const saved = await scene.call('PUT', '/v1/oauth/credentials', {
      token: operator,
      body: {
        connector_type: 'asana',
        configuration: { client_id: own.clientId, client_secret: own.clientSecret },
      },
    })
    expect(saved.body).toMatchObject({ scope_type: 'organization', client_id: own.clientId })
    expect(saved.text).not.toContain(own.clientSecret)
    const id = await scene.connectWithConsent('ada')
    expect(scene.sandbox.grants.map(({ clientId }) => clientId)).toEqual([own.clientId])
    scene.sandbox.clock.advance(60 * MINUTE_MS)
    const fresh = await scene.operatorToken()
    expect((await scene.execute(fresh, id)).status).toBe(200)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
    // Another app cannot refresh what this one was granted.
    await scene.call('DELETE', '/v1/oauth/credentials', { token: fresh })
    const refused = await scene.execute(fresh, id)
    expect([refused.status, refused.body.errors[0].error_code]).toEqual([409, 'reauthorization_required'])
  })
})
