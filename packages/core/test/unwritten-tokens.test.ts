import { type AuthManager, ConfigurationError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldRefresh } from './held-answer.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open({ sandbox: { refresh: 'rotate' } })
  await scene.connect('u')
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

const stored = async () => (await scene.anotherManager().loadCredentials('asana', 'u'))?.accessToken

describe('a refresh that the store does not take', () => {
  it('serves the new token, tells about it, and writes it when it can', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const old = await session.getAccessToken()
    scene.expireTokens()
    scene.store.fail('put')

    const tokens = new Set(await Promise.all(Array.from({ length: 100 }, () => session.getAccessToken())))
    expect(tokens.size).toBe(1)
    const [token] = tokens
    expect(token).not.toBe(old)
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    expect(scene.happened('persist_failed')).toBe(1)
    expect(await stored()).toBe(old)

    scene.store.recover()
    await expect.poll(() => scene.happened('persisted'), { timeout: 10_000 }).toBe(1)
    expect(await stored()).toBe(token)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })

  it('keeps the others from redeeming the spent refresh token meanwhile', async () => {
    const other = scene.anotherManager({ tokens: { waitTimeoutMs: 200 } })
    const [mine, theirs] = [await scene.auth.session({ subject: 'u' }), await other.session({ subject: 'u' })]
    scene.expireTokens()
    scene.store.fail('put')
    const token = await mine.getAccessToken()
    await expect(theirs.getAccessToken()).rejects.toMatchObject({ name: 'RefreshUnavailableError' })
    scene.store.recover()
    await expect.poll(() => scene.happened('persisted'), { timeout: 10_000 }).toBe(1)
    expect(await theirs.getAccessToken()).toBe(token)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })

  it('keeps its lease for as long as it takes', async () => {
    const other = scene.anotherManager({ tokens: { waitTimeoutMs: 50 } })
    const [mine, theirs] = [await scene.auth.session({ subject: 'u' }), await other.session({ subject: 'u' })]
    scene.expireTokens()
    scene.store.fail('put')
    await mine.getAccessToken()
    for (let renewals = 1; renewals <= 3; renewals++) {
      await expect.poll(() => scene.store.counts.renew, { timeout: 5000 }).toBeGreaterThanOrEqual(renewals)
      scene.sandbox.clock.advance(20_000)
    }
    await expect(theirs.getAccessToken()).rejects.toMatchObject({ name: 'RefreshUnavailableError' })
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })

  it('is written before the end', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    const token = await session.getAccessToken()
    scene.store.recover()
    await scene.auth.close()
    expect(await stored()).toBe(token)
  })

  it('is not lost without a word', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    await session.getAccessToken()
    await expect(scene.auth.close()).rejects.toThrow(/1 refreshed credentials could not be stored/)
  })

  it('survives a write whose answer was lost', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put', 'unavailable', { when: 'after', times: 1 })
    const token = await session.getAccessToken()
    expect(await stored()).toBe(token)
    expect(scene.happened('persist_failed')).toBe(0)
  })

  it('survives a store that refuses in another way', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put', new ConfigurationError('invalid_option', 'The payload is too large.'))
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
    expect(scene.happened('persist_failed')).toBe(1)
  })

  it('gives way to a new login', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    await session.getAccessToken()
    scene.store.recover()
    const fresh = await scene.connect('u')
    expect(await session.getAccessToken()).toBe(fresh.accessToken)
    await scene.auth.close()
    expect(await stored()).toBe(fresh.accessToken)
  })
})

describe('a refresh that meets another write', () => {
  const duringRedeem = async (change: (auth: AuthManager) => Promise<unknown>) => {
    const held = heldRefresh()
    const auth = scene.anotherManager({ fetch: held.fetch })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    const refreshed = session.getAccessToken()
    await held.isOnItsWay
    await change(auth)
    held.arrive()
    return refreshed
  }

  it('wins when only the seal changed', async () => {
    const key = { provider: 'asana', subject: 'u' }
    const token = await duringRedeem(async () => {
      const row = await scene.store.get(key)
      if (row) await scene.store.put(key, row.record)
    })
    expect(await stored()).toBe(token)
  })

  it('gives way to a login in another process', async () => {
    const fresh = await scene.consent()
    const token = await duringRedeem(() => scene.anotherManager().storeCredentials('asana', 'u', fresh))
    expect(token).toBe(fresh.accessToken)
    expect(await stored()).toBe(fresh.accessToken)
  })

  it('does not bring back a user who disconnected', async () => {
    await expect(duringRedeem(auth => auth.deleteCredentials('asana', 'u'))).rejects.toMatchObject({
      name: 'CredentialsNotFoundError',
    })
    expect(await stored()).toBeUndefined()
    await expect(scene.auth.session({ subject: 'u' })).rejects.toMatchObject({
      name: 'CredentialsNotFoundError',
    })
  })

  it('does not bring back a user who disconnected in another process', async () => {
    await expect(duringRedeem(() => scene.anotherManager().disconnect('u'))).rejects.toMatchObject({
      name: 'CredentialsNotFoundError',
    })
    expect(await stored()).toBeUndefined()
  })
})
