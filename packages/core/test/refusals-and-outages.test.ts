import { ConfigurationError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
  await scene.connect('u')
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

const key = { provider: 'asana', subject: 'u' }
const refreshes = () => scene.sandbox.counters.token.refresh_token.total

function deauthorize(): void {
  const [grant] = scene.sandbox.grants
  scene.sandbox.deauthorize({ user: grant?.user ?? '', clientId: scene.app.clientId })
}

describe('a grant that the user removed at Asana', () => {
  it('is found out once, marked, and asked about no more', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    deauthorize()
    scene.expireTokens()
    const gone = {
      name: 'ReauthorizationRequiredError',
      code: 'reauthorization_required',
      provider: 'asana',
      subject: 'u',
    }
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => session.getAccessToken()))
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: gone })
    await expect(scene.auth.session({ subject: 'u' })).rejects.toMatchObject(gone)
    await expect(scene.anotherManager().session({ subject: 'u' })).rejects.toMatchObject(gone)
    expect(refreshes()).toBe(1)
    expect(scene.happened('reauthorization_required')).toBe(1)
    expect(await scene.auth.status('u')).toMatchObject({
      state: 'reauthorization_required',
      identity: { gid: expect.any(String) },
    })
  })

  it('is healed by a new login', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    deauthorize()
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'reauthorization_required' })
    const { accessToken } = await scene.connect('u')
    expect(await session.getAccessToken()).toBe(accessToken)
    expect((await scene.auth.status('u')).state).toBe('connected')
  })

  it('is found out by a 401 before the token expires', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    deauthorize()
    await expect(session.asana.getUser('me')).rejects.toMatchObject({ code: 'reauthorization_required' })
    expect(refreshes()).toBe(1)
  })

  it('is not asked about again although the store could not be told', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    deauthorize()
    scene.expireTokens()
    scene.store.fail('put')
    await expect(session.getAccessToken()).rejects.toMatchObject({ name: 'StoreUnavailableError' })
    expect(refreshes()).toBe(1)
    scene.store.recover()
    await expect(session.getAccessToken()).rejects.toMatchObject({ name: 'ReauthorizationRequiredError' })
    expect(refreshes()).toBe(1)
    expect((await scene.auth.status('u')).state).toBe('reauthorization_required')
  })
})

describe('a refresh token that was refused and is stored again', () => {
  it('is tried again: whoever did it had a reason', async () => {
    const credentials = await scene.auth.loadCredentials('asana', 'u')
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const fault = { kind: 'json', status: 400, body: { error: 'invalid_grant' } } as const
    scene.sandbox.faults.add({ at: 'token', grantType: 'refresh_token', fault })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'reauthorization_required' })
    if (credentials) await scene.anotherManager().storeCredentials('asana', 'u', credentials)
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
  })
})

describe('credentials without a refresh token', () => {
  it('are used until they end, then the user is asked', async () => {
    const { refreshToken: _none, ...credentials } = await scene.consent()
    await scene.auth.storeCredentials('asana', 'v', credentials)
    const session = await scene.auth.session({ subject: 'v' })
    expect(await session.getAccessToken()).toBe(credentials.accessToken)
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({
      code: 'reauthorization_required',
      message: expect.stringMatching(/no refresh token/),
    })
    expect(refreshes()).toBe(0)
  })
})

describe('an outage of the store', () => {
  it('does not take away a token that works', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.store.goDown()
    scene.sandbox.clock.advance(3_600_000 - 10_000)
    expect(await session.getAccessToken()).toBe(token)
    expect(scene.happened('store_unavailable')).toBe(1)
  })

  it('may be a password that was just changed: tokens that work are served meanwhile', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.store.fail('get', new ConfigurationError('store_permission_denied', 'WRONGPASS'))
    scene.sandbox.clock.advance(60_000)
    expect(await session.getAccessToken()).toBe(token)
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'store_permission_denied' })
  })

  it('is not taken for a missing user or a refusal', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.store.goDown()
    scene.expireTokens()
    const outage = { name: 'StoreUnavailableError', code: 'store_unavailable', context: { store: 'memory' } }
    await expect(session.getAccessToken()).rejects.toMatchObject(outage)
    await expect(scene.anotherManager().session({ subject: 'u' })).rejects.toMatchObject(outage)
    await expect(scene.auth.status('u')).rejects.toMatchObject(outage)
    expect(refreshes()).toBe(0)
    scene.store.recover()
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
  })

  it('may be a driver that hangs: the deadline ends it', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50 } })
    scene.store.fail('get', 'hang')
    await expect(auth.session({ subject: 'u' })).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      message:
        'Credential store unavailable (memory store, get of asana/"u"): no answer within 50 ms. Check the store and try again.',
    })
  })

  it('may be an error of the driver, which is kept without what it was sent', async () => {
    const error = Object.assign(new Error('READONLY replica'), {
      code: 'READONLY',
      command: { args: ['CANARY'] },
    })
    scene.store.fail('put', error)
    const failure = await scene.auth.storeCredentials('asana', 'u', { accessToken: 'x' }).catch(e => e)
    expect(failure).toMatchObject({
      name: 'StoreUnavailableError',
      cause: { message: 'READONLY replica', code: 'READONLY' },
    })
    expect(failure.cause).not.toHaveProperty('command')
  })

  it('is not what a conflict is, whosever class it has', async () => {
    const { credentials } = { credentials: await scene.consent() }
    scene.store.fail('put', Object.assign(new Error('elsewhere'), { code: 'version_conflict' }))
    await expect(scene.auth.storeCredentials('asana', 'u', credentials)).rejects.toMatchObject({
      name: 'VersionConflictError',
    })
  })

  it('in the lease stops the refresh before Asana is asked', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('acquireLease')
    await expect(session.getAccessToken()).rejects.toMatchObject({ name: 'StoreUnavailableError' })
    expect(refreshes()).toBe(0)
  })
})

describe('a store that cannot do what is needed', () => {
  it('is refused instead of being used without', async () => {
    scene.store.capabilities = { cas: true, lease: false, list: false }
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({
      name: 'ConfigurationError',
      code: 'store_capability_missing',
    })
    await expect(scene.auth.listCredentials()).rejects.toMatchObject({ code: 'store_capability_missing' })
    expect(refreshes()).toBe(0)
  })
})

describe('a provider that stumbles', () => {
  it.each([
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['HTML', { kind: 'html' }],
    ['a dropped connection', { kind: 'drop', when: 'before' }],
    ['a lost answer', { kind: 'drop', when: 'after_commit' }],
    ['cut JSON', { kind: 'truncate' }],
  ] as const)('is asked again after %s', async (_what, fault) => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({ at: 'token', fault, times: 2 })
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
    expect(refreshes()).toBe(3)
  })

  it('is asked three times, then left alone for a while', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const before = (await scene.store.get(key))?.version
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 500 },
      times: Number.POSITIVE_INFINITY,
    })
    const failure = await session.getAccessToken().then(String, error => error)
    expect(failure).toMatchObject({
      name: 'RefreshUnavailableError',
      subject: 'u',
      retryAfterMs: 5000,
      cause: { status: 500 },
    })
    expect(refreshes()).toBe(3)
    for (let i = 0; i < 10; i++)
      await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'refresh_unavailable' })
    expect(refreshes()).toBe(3)
    expect((await scene.store.get(key))?.version).toBe(before)

    scene.sandbox.faults.clear()
    scene.sandbox.clock.advance(5000)
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
  })

  it('is waited for as long as it says, when that is not too long', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    })
    const start = performance.now()
    await session.getAccessToken()
    expect(performance.now() - start).toBeGreaterThan(900)
    expect(refreshes()).toBe(2)
  })

  it('is not waited for when it says too long: the cooldown lasts as long', async () => {
    const auth = scene.anotherManager({ random: () => 0 })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '120' } },
    })
    await expect(session.getAccessToken()).rejects.toMatchObject({
      code: 'refresh_unavailable',
      retryAfterMs: 120_000,
    })
    scene.sandbox.clock.advance(60_000)
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'refresh_unavailable' })
    expect(refreshes()).toBe(1)
  })

  it('may hang: the redeem has a deadline of its own', async () => {
    const auth = scene.anotherManager({ tokens: { redeemTimeoutMs: 150 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'hang', when: 'before' },
      times: Number.POSITIVE_INFINITY,
    })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'refresh_unavailable' })
  })

  it('that answers nonsense leaves the stored credentials alone', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const before = (await scene.store.get(key))?.version
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'json', body: { access_token: 'x', token_type: 'bearer', expires_in: -5 } },
    })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'token_response_invalid' })
    expect((await scene.store.get(key))?.version).toBe(before)
  })

  it("that does not know the app is not the user's fault", async () => {
    const auth = scene.anotherManager({ asana: { clientSecret: 'wrong' } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({
      name: 'TokenRequestError',
      error: 'invalid_client',
    })
    expect((await scene.auth.status('u')).state).toBe('connected')
  })
})

describe('a caller that gives up', () => {
  it('does not stop the refresh', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const slow = scene.sandbox.faults.add({ at: 'token', fault: { kind: 'delay', ms: 100 } })
    const caller = new AbortController()
    const given = session.getAccessToken({ signal: caller.signal })
    const patient = session.getAccessToken()
    await slow.hit()
    caller.abort(new Error('enough'))
    await expect(given).rejects.toThrow('enough')
    await expect(patient).resolves.toEqual(expect.any(String))
    expect(refreshes()).toBe(1)
  })

  it('before it began waits for nothing', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await expect(session.getAccessToken({ signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
  })
})

describe('a 401 from the API', () => {
  it('costs one refresh for all who meet it, and one retry each', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    // Our clock is slow: it believes that the token is good.
    const slow = scene.anotherManager({ clock: { now: () => scene.sandbox.clock.now() - 3_600_000 } })
    await slow.storeCredentials('asana', 'slow', await scene.consent())
    const late = await slow.session({ subject: 'slow' })
    scene.expireTokens()
    scene.sandbox.counters.reset()
    const users = await Promise.all(Array.from({ length: 20 }, () => late.asana.getUser('me')))
    expect(users).toHaveLength(20)
    expect(refreshes()).toBe(1)
    expect(scene.sandbox.counters.api.byRoute['GET /users/{user_gid}']).toMatchObject({ total: 40, ok: 20 })
    expect(session.settings.subject).toBe('u')
  })

  it('takes the newer token that the row has already', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    await session.getAccessToken()
    const fresh = await scene.consent()
    await scene.anotherManager().storeCredentials('asana', 'u', fresh)
    deauthorizeOnlyOldest()
    scene.sandbox.counters.reset()
    await session.asana.getUser('me')
    expect(refreshes()).toBe(0)
    expect(await session.getAccessToken()).toBe(fresh.accessToken)
  })

  it('is not answered with the rejected token by a load that was under way', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.sandbox.clock.advance(60_000)
    const slowly = () => new Promise<void>(resolve => setTimeout(resolve, 50))
    scene.store.fail('get', slowly, { times: 1 })
    const loading = session.getAccessToken()
    const replaced = session.getAccessToken({ rejectedToken: token })
    expect(await loading).toBe(token)
    expect(await replaced).not.toBe(token)
    expect(refreshes()).toBe(1)
  })

  it('to a token that was just refreshed is the answer, not a reason to refresh for ever', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.sandbox.faults.add({
      at: 'api',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 401 },
    })
    for (let i = 0; i < 5; i++)
      await expect(session.asana.getUser('me')).rejects.toMatchObject({ name: 'UnauthorizedError' })
    expect(refreshes()).toBe(1)
  })
})

/** The access token that the first login got dies; the second login's grant lives. */
function deauthorizeOnlyOldest(): void {
  scene.sandbox.faults.add({ at: 'api', times: 1, fault: { kind: 'status', status: 401 } })
}

describe('a clock that is set back', () => {
  it('does not make a row look checked that was not', async () => {
    let behind = 0
    const auth = scene.anotherManager({ clock: { now: () => scene.sandbox.clock.now() - behind } })
    const session = await auth.session({ subject: 'u' })
    await session.getAccessToken()
    const { accessToken } = await scene.connect('u')
    behind = 7_200_000
    expect(await session.getAccessToken()).toBe(accessToken)
  })

  it('does not keep a dead token alive', async () => {
    let behind = 0
    const auth = scene.anotherManager({ clock: { now: () => scene.sandbox.clock.now() - behind } })
    const session = await auth.session({ subject: 'u' })
    await session.getAccessToken()
    behind = 7_200_000
    scene.expireTokens()
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    expect(refreshes()).toBe(1)
  })
})
