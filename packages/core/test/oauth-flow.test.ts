import { AuthManager, parseUserCredentials, type ScopeInput } from '@x/asana-auth-core'
import type { EndpointName, Fault } from '@x/asana-sandbox'
import { REDIRECT_URI, Scene } from '@x/fixtures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let scene: Scene
beforeAll(async () => {
  scene = await Scene.open()
})
afterAll(() => scene.close())

const flow = () => scene.auth.asana.oauth2

describe('authorize', () => {
  it('makes an authorization URL with state and PKCE', async () => {
    const step = await flow().authorize({ state: 'example-state' })
    const url = new URL(step.authorizationUrl)
    expect(`${url.origin}${url.pathname}`).toBe(scene.sandbox.endpoints.authorizationUrl)
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: scene.app.clientId,
      redirect_uri: REDIRECT_URI,
      state: 'example-state',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect(step).toMatchObject({
      state: 'example-state',
      redirectUri: REDIRECT_URI,
      codeVerifier: expect.stringMatching(/^[\w-]{43}$/),
    })
    expect(step.expiresAt - scene.sandbox.clock.now()).toBeGreaterThan(9 * 60_000)
    expect(step.authorizationUrl).not.toContain(step.codeVerifier)
  })

  it('makes another state and verifier each time', async () => {
    const [a, b] = [await flow().authorize(), await flow().authorize()]
    expect(a.state).not.toBe(b.state)
    expect(a.codeVerifier).not.toBe(b.codeVerifier)
  })

  it('separates scopes by %20 and lets nothing replace its own parameters', async () => {
    const { authorizationUrl } = await flow().authorize({
      scope: 'tasks:read,users:read',
      extraParams: { client_id: 'other', state: 'other', resource: 'a b+c' },
    })
    expect(authorizationUrl).toContain('scope=tasks%3Aread%20users%3Aread')
    const { searchParams } = new URL(authorizationUrl)
    expect(searchParams.getAll('client_id')).toEqual([scene.app.clientId])
    expect(searchParams.get('resource')).toBe('a b+c')
  })

  it('says what is missing', async () => {
    const bare = (asana: object) => new AuthManager({ asana, environment: {} }).asana.oauth2.authorize()
    await expect(bare({})).rejects.toMatchObject({ name: 'ConfigurationError', code: 'missing_client_id' })
    await expect(bare({ clientId: '1' })).rejects.toMatchObject({ code: 'missing_client_secret' })
    await expect(bare({ clientId: '1', clientSecret: 's' })).rejects.toMatchObject({
      code: 'missing_redirect_uri',
    })
    await expect(flow().authorize({ scope: 'sections:read' })).rejects.toMatchObject({
      code: 'invalid_scope',
    })
    await expect(flow().authorize({ codeVerifier: 'short' })).rejects.toThrow(/RFC 7636/)
  })
})

describe('exchange', () => {
  it('turns a callback into credentials', async () => {
    const step = await flow().authorize()
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const credentials = await flow().exchange({ ...step, callbackUrl, subject: 'user-123' })
    expect(credentials).toMatchObject({
      tokenType: 'Bearer',
      expiresIn: 3600,
      refreshToken: expect.any(String),
    })
    const left = (credentials.expiresAt ?? 0) - scene.sandbox.clock.now()
    expect(left).toBeGreaterThan(3_590_000)
    expect(left).toBeLessThanOrEqual(3_600_000)
    expect(credentials.identity).toMatchObject({ gid: scene.sandbox.users[0]?.gid, name: expect.any(String) })
    expect(Object.keys(credentials.raw)).toEqual(['data'])
  })

  it('knows the scope that was asked for when the answer does not name it', async () => {
    const step = await flow().authorize({ scope: 'default openid' })
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    expect((await flow().exchange({ ...step, callbackUrl })).scope).toEqual(['default', 'openid'])
    expect((await scene.consent()).scope).toBeUndefined()
  })

  it('takes the path and query that a server sees', async () => {
    const step = await flow().authorize()
    const { pathname, search } = new URL(await scene.sandbox.approve(step.authorizationUrl))
    await expect(flow().exchange({ ...step, callbackUrl: pathname + search })).resolves.toMatchObject({
      expiresIn: 3600,
    })
  })

  it('takes a decoded code, and says so when it is not decoded', async () => {
    const step = await flow().authorize()
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const encoded = /code=([^&]+)/.exec(callbackUrl)?.[1] ?? ''
    expect(encoded).toMatch(/^0%2F/)
    await expect(flow().exchange({ ...step, code: encoded })).rejects.toMatchObject({
      code: 'code_not_decoded',
    })
    await expect(flow().exchange({ ...step, code: decodeURIComponent(encoded) })).resolves.toMatchObject({
      expiresIn: 3600,
    })
  })

  it('refuses a code that is used, expired or made for another redirect URI or verifier', async () => {
    const refused = {
      name: 'TokenRequestError',
      code: 'token_request_refused',
      error: 'invalid_grant',
      status: 400,
    }

    const used = await flow().authorize()
    const callbackUrl = await scene.sandbox.approve(used.authorizationUrl)
    await flow().exchange({ ...used, callbackUrl })
    await expect(flow().exchange({ ...used, callbackUrl })).rejects.toMatchObject(refused)

    const other = await flow().authorize()
    const theirs = await scene.sandbox.approve(other.authorizationUrl)
    await expect(
      flow().exchange({ ...other, callbackUrl: theirs, redirectUri: 'http://localhost:3000/other' }),
    ).rejects.toMatchObject(refused)

    const mixed = await flow().authorize()
    const theirCallback = await scene.sandbox.approve(mixed.authorizationUrl)
    const { codeVerifier } = await flow().authorize()
    await expect(
      flow().exchange({ ...mixed, callbackUrl: theirCallback, codeVerifier }),
    ).rejects.toMatchObject(refused)

    const late = await flow().authorize()
    const lateCallback = await scene.sandbox.approve(late.authorizationUrl)
    scene.sandbox.clock.advance(16 * 60_000)
    await expect(flow().exchange({ ...late, callbackUrl: lateCallback })).rejects.toMatchObject({
      name: 'InvalidStateError',
      code: 'authorization_expired',
    })
    const { expiresAt: _none, ...withoutExpiry } = late
    await expect(flow().exchange({ ...withoutExpiry, callbackUrl: lateCallback })).rejects.toMatchObject(
      refused,
    )
  })

  it('needs either a callback or a code', async () => {
    const none = {} as { code: string }
    await expect(flow().exchange(none)).rejects.toThrow(/either callbackUrl or code/)
    await expect(flow().exchange({ code: '' })).rejects.toThrow(/empty/)
  })

  it('is not tried twice when the answer is lost: the code may be used up', async () => {
    const step = await flow().authorize()
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const before = scene.sandbox.counters.token.authorization_code.total
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'drop', when: 'after_commit' } })
    await expect(flow().exchange({ ...step, callbackUrl })).rejects.toMatchObject({
      code: 'token_endpoint_unavailable',
      retryable: true,
      cause: expect.any(Error),
    })
    expect(scene.sandbox.counters.token.authorization_code.total - before).toBe(1)
  })
})

describe('the client secret', () => {
  it("that is wrong is not the user's fault", async () => {
    const auth = scene.anotherManager({ asana: { clientSecret: 'wrong' } })
    const step = await auth.asana.oauth2.authorize()
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    await expect(auth.asana.oauth2.exchange({ ...step, callbackUrl })).rejects.toMatchObject({
      error: 'invalid_client',
      message: expect.stringMatching(/client id and secret/),
    })
  })
})

describe('refresh', () => {
  it('keeps the refresh token that Asana does not repeat', async () => {
    const old = await scene.consent()
    const fresh = await flow().refresh({ credentials: old })
    expect(fresh.accessToken).not.toBe(old.accessToken)
    expect(fresh.refreshToken).toBe(old.refreshToken)
    expect(fresh.identity).toEqual(old.identity)
  })

  it('starts from a bare refresh token', async () => {
    const { refreshToken = '' } = await scene.consent()
    await expect(flow().refresh({ refreshToken })).resolves.toMatchObject({ refreshToken, expiresIn: 3600 })
  })

  it('says that a refresh token is no longer good', async () => {
    await expect(flow().refresh({ refreshToken: 'bogus' })).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    })
    await expect(flow().refresh({ credentials: { accessToken: 'a' } })).rejects.toMatchObject({
      code: 'invalid_credentials',
    })
  })
})

describe('revoke', () => {
  it('ends the grant with all its access tokens', async () => {
    const credentials = await scene.consent()
    const again = await flow().refresh({ credentials })
    await flow().revoke({ credentials })
    for (const { accessToken } of [credentials, again]) {
      expect(await flow().introspect({ token: accessToken })).toMatchObject({ active: false })
    }
    await expect(flow().refresh({ credentials })).rejects.toMatchObject({ error: 'invalid_grant' })
  })

  it('is fine with a grant that is gone', async () => {
    await expect(flow().revoke({ refreshToken: 'unknown' })).resolves.toBeUndefined()
  })

  it('does not send an access token, which Asana would refuse', async () => {
    await expect(flow().revoke({ credentials: { accessToken: 'a' } })).rejects.toMatchObject({
      code: 'invalid_credentials',
    })
  })
})

describe('introspect', () => {
  it('knows access tokens, refresh tokens and personal access tokens', async () => {
    const { accessToken, refreshToken = '' } = await scene.consent()
    expect(await flow().introspect({ token: accessToken })).toMatchObject({
      active: true,
      tokenType: 'bearer',
      clientId: scene.app.clientId,
      scope: expect.any(Array),
      expiresAt: expect.any(Number),
    })
    expect(await flow().introspect({ token: refreshToken })).toMatchObject({
      active: true,
      tokenType: 'refresh',
    })
    const pat = scene.sandbox.createPersonalAccessToken(scene.sandbox.users[0]?.gid ?? '')
    expect(await flow().introspect({ token: pat })).toMatchObject({ active: true, tokenType: 'bearer' })
    expect(await flow().introspect({ token: 'garbage' })).toEqual({ active: false })
  })
})

describe('OpenID Connect', () => {
  it('checks the id_token when openid was asked for, and tells who the user is', async () => {
    const step = await flow().authorize({ scope: 'default openid email profile' })
    expect(step.nonce).toMatch(/^[\w-]{43}$/)
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const credentials = await flow().exchange({ ...step, callbackUrl })
    expect(credentials.idToken?.split('.')).toHaveLength(3)
    const info = await flow().userInfo({ accessToken: credentials.accessToken })
    expect(info).toMatchObject({ sub: credentials.identity?.gid, email: credentials.identity?.email })
  })

  describe('as the default of the app', () => {
    const byDefault = () => scene.anotherManager({ asana: { defaultScope: 'default openid' } }).asana.oauth2

    it.each<[ScopeInput]>([[[]], [''], [[' ']]])(
      'is not asked for by who asks for no scope: %j',
      async scope => {
        const step = await byDefault().authorize({ scope })
        expect(new URL(step.authorizationUrl).searchParams.has('scope')).toBe(false)
        const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
        const credentials = await byDefault().exchange({ ...JSON.parse(JSON.stringify(step)), callbackUrl })
        expect(credentials.idToken).toBeUndefined()
        // What was granted is Asana's default, which nobody knows.
        expect(credentials.scope).toBeUndefined()
      },
    )

    it('is checked for, however little of the step was kept', async () => {
      const step = await byDefault().authorize()
      const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
      scene.sandbox.faults.add({
        at: 'token',
        fault: { kind: 'patch', patch: json => ({ ...(json as object), id_token: undefined }) },
      })
      const { state, codeVerifier } = step
      await expect(byDefault().exchange({ callbackUrl, state, codeVerifier })).rejects.toThrow(/no id_token/)
    })

    it('does not make the advice of an error another one', async () => {
      const step = await byDefault().authorize({ scope: [] })
      const callbackUrl = `/?error=forbidden_scopes&state=${step.state}`
      await expect(byDefault().exchange({ ...step, callbackUrl })).rejects.toMatchObject({
        code: 'forbidden_scopes',
        message: expect.stringMatching(/asked for full permissions/),
      })
    })
  })

  it.each<[string, (token: string) => string]>([
    [
      'another signature',
      token => `${token.slice(0, -8)}${token.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA'}`,
    ],
    [
      'other claims',
      token => {
        const [head, claims = '', signature] = token.split('.')
        const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: '1' }
        return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.')
      },
    ],
    ['alg none', token => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
  ])('refuses an id_token with %s', async (_what, forge) => {
    const step = await flow().authorize({ scope: 'default openid' })
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    scene.sandbox.faults.add({
      at: 'token',
      fault: {
        kind: 'patch',
        patch: json => {
          const body = json as { id_token: string }
          return { ...body, id_token: forge(body.id_token) }
        },
      },
    })
    await expect(flow().exchange({ ...step, callbackUrl })).rejects.toMatchObject({
      code: 'token_response_invalid',
      message: expect.stringMatching(/id_token/),
    })
  })

  it('refuses an id_token of another login', async () => {
    const step = await flow().authorize({ scope: 'default openid' })
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    await expect(flow().exchange({ ...step, callbackUrl, nonce: 'another' })).rejects.toThrow(/id_token/)
  })

  it.each<[string, EndpointName, Fault]>([
    ['the configuration is away', 'discovery', { kind: 'status', status: 503 }],
    ['the configuration is a page of a proxy', 'discovery', { kind: 'html', status: 200 }],
    ['the connection to the keys is cut', 'jwks', { kind: 'drop', when: 'before' }],
    ['the keys are away', 'jwks', { kind: 'status', status: 500 }],
  ])('is an outage while %s, and the code works afterwards', async (_what, at, fault) => {
    const step = await flow().authorize({ scope: 'default openid' })
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    scene.sandbox.faults.add({ at, fault })
    await expect(flow().exchange({ ...step, callbackUrl })).rejects.toMatchObject({
      name: 'TokenRequestError',
      code: 'token_endpoint_unavailable',
      retryable: true,
    })
    expect((await flow().exchange({ ...step, callbackUrl })).idToken).toEqual(expect.any(String))
  })

  it('does not keep an id_token that nobody asked for', async () => {
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'patch', patch: json => ({ ...(json as object), id_token: 'unchecked' }) },
    })
    expect((await scene.consent()).idToken).toBeUndefined()
  })
})

describe('an answer that cannot be used', () => {
  const exchange = async () => {
    const step = await flow().authorize()
    return flow().exchange({ ...step, callbackUrl: await scene.sandbox.approve(step.authorizationUrl) })
  }
  const good = { access_token: 'a', token_type: 'bearer', expires_in: 3600, refresh_token: 'r' }

  it.each<[string, object, string]>([
    ['no access_token', { ...good, access_token: undefined }, 'token_response_invalid'],
    ['an access_token that is no string', { ...good, access_token: 7 }, 'token_response_invalid'],
    ['another token_type', { ...good, token_type: 'mac' }, 'token_response_invalid'],
    ['a negative expires_in', { ...good, expires_in: -1 }, 'token_response_invalid'],
    ['an expires_in in words', { ...good, expires_in: 'soon' }, 'token_response_invalid'],
    ['an expires_in with a unit', { ...good, expires_in: '3600s' }, 'token_response_invalid'],
    [
      'an error with status 200',
      { error: 'invalid_request', error_description: 'Nope.' },
      'token_request_refused',
    ],
  ])('has %s', async (_what, body, code) => {
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'json', body } })
    await expect(exchange()).rejects.toMatchObject({ name: 'TokenRequestError', code })
  })

  it.each([3600, '3600', 1])('but expires_in may be %j', async expires_in => {
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'json', body: { ...good, expires_in } } })
    expect((await exchange()).expiresIn).toBe(Number(expires_in))
  })

  it.each([undefined, 0, '0'])('and expires_in may be %j: the expiry is unknown then', async expires_in => {
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'json', body: { ...good, expires_in } } })
    const credentials = await exchange()
    expect(credentials.expiresAt).toBeUndefined()
    expect(credentials).toEqual(parseUserCredentials({ accessToken: 'a', refreshToken: 'r' }))
  })

  it.each([
    ['HTML with 502', { kind: 'html' }],
    ['HTML with 200', { kind: 'html', status: 200 }],
    ['500', { kind: 'status', status: 500 }],
    ['a cut-off body', { kind: 'truncate' }],
    ['a body that breaks off', { kind: 'truncate', ending: 'abrupt' }],
    ['no answer', { kind: 'drop', when: 'before' }],
  ] as const)('is %s', async (_what, fault) => {
    scene.sandbox.faults.add({ at: 'token', fault })
    const failure = await exchange().catch(error => error)
    expect(failure).toMatchObject({
      name: 'TokenRequestError',
      code: 'token_endpoint_unavailable',
      retryable: true,
    })
    expect(failure.message).toMatch(/Try again later/)
    expect(failure.message).not.toMatch(/[<>]/)
  })

  it('is 429: it says how long to wait', async () => {
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    })
    await expect(exchange()).rejects.toMatchObject({ retryable: true, retryAfterMs: 7000, status: 429 })
  })

  it('does not come at all: the deadline ends it', async () => {
    const auth = scene.anotherManager({ oauthTimeoutMs: 100 })
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'hang', when: 'before' } })
    await expect(auth.asana.oauth2.refresh({ refreshToken: 'r' })).rejects.toThrow(/within 100 ms/)
  })
})
