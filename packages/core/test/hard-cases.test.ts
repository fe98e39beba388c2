import { randomBytes } from 'node:crypto'
import { ConfigurationError, Keyring, VersionConflictError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open({ sandbox: { refresh: 'rotate' } })
  await scene.connect('u')
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

const forever = Number.POSITIVE_INFINITY
const refreshes = () => scene.sandbox.counters.token.refresh_token.total
const stored = async () => (await scene.anotherManager().loadCredentials('asana', 'u'))?.accessToken

describe('a lease whose store hangs', () => {
  it('does not keep close waiting', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('release', 'hang')
    await session.getAccessToken()
    await expect(auth.close()).resolves.toBeUndefined()
  })

  it('does not stop what is unwritten from being written', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    scene.store.fail('renew', 'hang')
    const token = await session.getAccessToken()
    scene.store.recover()
    await expect.poll(() => scene.happened('persisted'), { timeout: 10_000 }).toBe(1)
    expect(await stored()).toBe(token)
  })

  it('is given back when it was acquired too late', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('acquireLease', () => new Promise(resolve => setTimeout(resolve, 150)), { times: 1 })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'store_unavailable' })
    await expect.poll(() => scene.store.counts.release).toBe(1)
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
  })
})

describe('close', () => {
  it('writes what a flight that was under way could not', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const slow = scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'delay', ms: 50, when: 'after_commit' },
    })
    const refreshed = session.getAccessToken()
    await slow.hit()
    scene.store.fail('put', 'unavailable', { times: 4 })
    await scene.auth.close()
    expect(await stored()).toBe(await refreshed)
  })

  it('keeps the lease until the last write', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    await session.getAccessToken()
    scene.store.recover()
    let heldAtPut = false
    scene.store.fail('put', async () => {
      heldAtPut = scene.store.counts.release === 0
    })
    await scene.auth.close()
    expect(heldAtPut).toBe(true)
  })
})

describe('a token that works', () => {
  it.each([
    new ConfigurationError('payload_too_large', 'no'),
    new VersionConflictError({ store: 'memory', operation: 'put' }),
  ])('is served although the store refuses the new one for good: %s', async refusal => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put', refusal)
    const token = await session.getAccessToken()
    scene.sandbox.clock.advance(61_000)
    expect(await session.getAccessToken()).toBe(token)
  })

  it('is served to its end when there is no refresh token, without asking the store each time', async () => {
    const { refreshToken: _none, ...credentials } = await scene.consent()
    await scene.auth.storeCredentials('asana', 'v', credentials)
    const session = await scene.auth.session({ subject: 'v' })
    scene.sandbox.clock.advance(3_600_000 - 15_000)
    expect(await session.getAccessToken()).toBe(credentials.accessToken)
    scene.store.resetCounts()
    for (let i = 0; i < 100; i++) expect(await session.getAccessToken()).toBe(credentials.accessToken)
    expect(scene.store.operations).toBe(0)
  })

  it('is not refreshed in the background with every call when that cannot work', async () => {
    const auth = scene.anotherManager()
    const session = await auth.session({ subject: 'u' })
    scene.sandbox.clock.advance(3_600_000 - 120_000)
    scene.store.goDown()
    const { operations } = scene.store
    for (let i = 0; i < 100; i++) {
      await session.getAccessToken()
      await new Promise(resolve => setImmediate(resolve))
    }
    expect(scene.store.operations - operations).toBeLessThan(5)
    expect(scene.happened('store_unavailable')).toBeLessThan(3)
  })
})

describe('a pause after a failure', () => {
  it('does not follow the wall clock', async () => {
    let behind = 0
    const auth = scene.anotherManager({
      clock: { now: () => scene.sandbox.clock.now() - behind, elapsed: () => performance.now() },
      tokens: { cooldownMs: 50 },
    })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    const down = scene.sandbox.faults.add({
      at: 'token',
      times: forever,
      fault: { kind: 'status', status: 503 },
    })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'refresh_unavailable' })
    down.remove()
    behind = 1_800_000
    await expect
      .poll(() =>
        session.getAccessToken().then(
          () => 'works',
          () => 'not yet',
        ),
      )
      .toBe('works')
  })

  it('is not as long as a proxy may ask for, and a refresh on demand does not wait for it', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '86400' } },
    })
    await expect(session.getAccessToken()).rejects.toMatchObject({ retryAfterMs: 300_000 })
    await expect(scene.auth.refresh('u')).resolves.toMatchObject({ state: 'connected' })
  })
})

describe('a token that is said to live for no time', () => {
  it('is used until Asana refuses it, not refreshed with every call', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.sandbox.faults.add({
      at: 'token',
      times: forever,
      fault: { kind: 'patch', patch: json => ({ ...(json as object), expires_in: 0 }) },
    })
    for (let i = 0; i < 5; i++) await expect(session.asana.getUser('me')).resolves.toMatchObject({})
    expect(refreshes()).toBe(1)
  })
})

describe('a refresh on demand', () => {
  it('of an expired token is one request', async () => {
    await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await scene.auth.refresh('u')
    expect(refreshes()).toBe(1)
  })
})

describe('the status after a refresh on demand', () => {
  it('is of the new token, written or not', async () => {
    scene.sandbox.clock.advance(60_000)
    scene.store.fail('put')
    const status = await scene.auth.refresh('u')
    expect(status).toMatchObject({ state: 'connected', issuedAt: expect.any(Number) })
    const { issuedAt = 0 } = status as { issuedAt?: number }
    expect(scene.sandbox.clock.now() - issuedAt).toBeLessThan(30_000)
  })
})

describe('a delete that fails', () => {
  it('does not lose a token that is still to be written', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    const token = await session.getAccessToken()
    scene.store.fail('delete')
    await expect(scene.auth.deleteCredentials('asana', 'u')).rejects.toMatchObject({
      code: 'store_unavailable',
    })
    scene.store.recover()
    await scene.auth.close()
    expect(await stored()).toBe(token)
  })
})

describe('what an application hands in', () => {
  it('may throw: a waitUntil outside of a request', async () => {
    const auth = scene.anotherManager({
      waitUntil: () => {
        throw new TypeError('Illegal invocation')
      },
    })
    await expect((await auth.session({ subject: 'u' })).getAccessToken()).resolves.toEqual(expect.any(String))
  })

  it('may reject: an async listener', async () => {
    scene.auth.on('stored', async () => {
      throw new Error('listener')
    })
    await scene.connect('u')
    await expect.poll(() => scene.happened('listener_error')).toBe(1)
  })

  it('may be wiped: a key', async () => {
    const key = randomBytes(32)
    const keyring = new Keyring([{ id: 'k', key }])
    const envelope = await keyring.seal('text', '')
    key.fill(0)
    expect((await keyring.open(envelope, '')).plaintext).toBe('text')
  })

  it('may be nobody: a subject that is undefined is not the owner of the app token', async () => {
    const auth = scene.anotherManager({ asana: { token: 'pat' }, fallbackToAppToken: true })
    const request: { user?: { id: string } } = {}
    const options = { subject: request.user?.id } as { subject: string }
    await expect(auth.session(options)).rejects.toMatchObject({ code: 'invalid_subject' })
    for (const user of [Number.NaN, forever]) {
      await expect(auth.session({ subject: { user } })).rejects.toMatchObject({ code: 'invalid_subject' })
    }
  })
})
