import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldRefresh } from './held-answer.ts'

// Two managers on one store: as two processes have it, each with its own memory.
let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
  await scene.connect('u', scene.sandbox.users[0]?.gid)
})
afterEach(() => scene.close())

describe('what another process changes', () => {
  it('is seen within revalidateAfterMs: a reconnect as another Asana account', async () => {
    const other = scene.anotherManager()
    const session = await scene.auth.session({ subject: 'u' })
    const before = await session.getAccessToken()
    await other.storeCredentials('asana', 'u', await scene.consent(scene.sandbox.users[1]?.gid))
    expect(await session.getAccessToken()).toBe(before)

    scene.sandbox.clock.advance(60_000)
    expect((await session.asana.getUser('me')).gid).toBe(scene.sandbox.users[1]?.gid)
  })

  it('is seen within revalidateAfterMs: a disconnect', async () => {
    const other = scene.anotherManager()
    const session = await scene.auth.session({ subject: 'u' })
    await session.getAccessToken()
    await other.disconnect('u')
    scene.sandbox.clock.advance(60_000)
    await expect(session.getAccessToken()).rejects.toMatchObject({
      name: 'CredentialsNotFoundError',
      subject: 'u',
    })
  })

  it('is looked for in the background while the token is in use', async () => {
    const auth = scene.anotherManager({ tokens: { storeTimeoutMs: 50, cooldownMs: 0 } })
    const session = await auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.store.resetCounts()
    for (let minute = 0; minute < 3; minute++) {
      scene.sandbox.clock.advance(31_000)
      // A store that hangs does not delay anybody: nobody waits for it.
      scene.store.fail('get', 'hang', { times: 1 })
      expect(session.getAccessToken()).toBe(session.getAccessToken())
      expect(await session.getAccessToken()).toBe(token)
      await expect.poll(() => scene.happened('store_unavailable')).toBe(minute + 1)
    }
    expect(scene.store.counts.get).toBe(3)
  })

  it('costs one read a period, whatever the number of calls', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    await session.getAccessToken()
    scene.store.resetCounts()
    for (let period = 1; period <= 3; period++) {
      scene.sandbox.clock.advance(31_000)
      for (let i = 0; i < 100; i++) await session.getAccessToken()
      await expect.poll(() => scene.store.operations).toBe(period)
    }
    expect(scene.store.counts.get).toBe(3)
  })
})

describe('a refresh that another process does', () => {
  it('is waited for and adopted', async () => {
    const other = scene.anotherManager()
    const [mine, theirs] = [await scene.auth.session({ subject: 'u' }), await other.session({ subject: 'u' })]
    scene.expireTokens()
    scene.sandbox.setLatency({ token: 150 })
    const fault = scene.sandbox.faults.add({ at: 'token', fault: { kind: 'delay', ms: 1 } })
    const first = mine.getAccessToken()
    await fault.hit()
    expect(await theirs.getAccessToken()).toBe(await first)
    expect(scene.happened('refreshed')).toBe(1)
    expect(scene.happened('adopted')).toBe(1)
  })

  it('is not repeated when it was done between our read and our lease', async () => {
    const other = scene.anotherManager()
    const [mine, theirs] = [await scene.auth.session({ subject: 'u' }), await other.session({ subject: 'u' })]
    scene.expireTokens()
    let first = ''
    scene.store.fail('acquireLease', () => {
      scene.store.recover()
      return (async () => {
        first = await theirs.getAccessToken()
        await other.close()
      })()
    })
    expect(await mine.getAccessToken()).toBe(first)
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
    expect(scene.happened('adopted')).toBe(1)
  })

  it('is not waited for without end', async () => {
    const held = await scene.store.acquireLease({ provider: 'asana', subject: 'u' }, { ttlMs: 3_600_000_000 })
    expect(held.status).toBe('acquired')
    const auth = scene.anotherManager({ tokens: { waitTimeoutMs: 100 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({
      name: 'RefreshUnavailableError',
      message: expect.stringMatching(/another process has been at it/),
    })
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(0)
  })

  it('is not waited for by whoever has a token that works: the other process may have died', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    await scene.store.acquireLease({ provider: 'asana', subject: 'u' }, { ttlMs: 3_600_000_000 })
    scene.sandbox.clock.advance(3_600_000 - 20_000)
    const start = performance.now()
    expect(await session.getAccessToken()).toBe(token)
    expect(performance.now() - start).toBeLessThan(5000)
    // Nor does anybody wait later, while the background looks whether the lease is over.
    scene.sandbox.clock.advance(6000)
    scene.store.resetCounts()
    expect(session.getAccessToken()).toBe(session.getAccessToken())
    await expect.poll(() => scene.store.counts.acquireLease).toBeGreaterThan(0)
    expect(await session.getAccessToken()).toBe(token)
  })

  it('is taken over when the other process died: its lease ends', async () => {
    await scene.store.acquireLease({ provider: 'asana', subject: 'u' }, { ttlMs: 30_000 })
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
  })

  it.each(['wins when it', 'is adopted when the other one'])(
    'that lost its lease on the way %s is back first, and nobody fails',
    async order => {
      scene.sandbox.setRefresh('echo')
      const [mine, theirs] = [await heldSession(), await heldSession()]
      scene.expireTokens()
      const first = mine.session.getAccessToken()
      await mine.isOnItsWay
      // A pause of the process, longer than its lease.
      scene.sandbox.clock.advance(31_000)
      const second = theirs.session.getAccessToken()
      await theirs.isOnItsWay
      const isMine = order.startsWith('wins')
      const early = isMine ? mine : theirs
      early.arrive()
      await (isMine ? first : second)
      mine.arrive()
      theirs.arrive()
      expect(await first).toBe(await second)
      expect(scene.sandbox.counters.token.refresh_token.total).toBe(2)
      expect((await scene.auth.loadCredentials('asana', 'u'))?.accessToken).toBe(await first)
    },
  )

  async function heldSession() {
    const { fetch, ...held } = heldRefresh()
    return { ...held, session: await scene.anotherManager({ fetch }).session({ subject: 'u' }) }
  }
})

describe('two processes that lose a race at Asana', () => {
  const refusal = () =>
    scene.sandbox.faults.add({
      at: 'token',
      grantType: 'refresh_token',
      fault: { kind: 'json', status: 400, body: { error: 'invalid_grant' } },
    })
  /** Asana refuses what is in memory, and by then the store has an expired token of another login. */
  const adoptAnExpiredToken = async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const fresh = await scene.consent()
    scene.expireTokens()
    refusal()
    let reads = 0
    scene.store.fail('get', () => {
      reads += 1
      // The third read of the flight is the one after the refusal.
      if (reads !== 3) return undefined
      scene.store.fail('get', () => undefined)
      return scene.anotherManager().storeCredentials('asana', 'u', fresh)
    })
    return session.getAccessToken()
  }

  it('renew the lease before they ask Asana again', async () => {
    await expect(adoptAnExpiredToken()).resolves.toEqual(expect.any(String))
    expect(scene.store.counts.renew).toBe(1)
    expect(scene.store.counts.acquireLease).toBe(1)
  })

  it('do not ask Asana again without the lease: they get in line for it', async () => {
    scene.store.fail('renew', async () => scene.sandbox.clock.advance(31_000), { times: 1 })
    await expect(adoptAnExpiredToken()).resolves.toEqual(expect.any(String))
    expect(scene.store.counts.acquireLease).toBe(2)
    expect(scene.happened('refreshed')).toBe(1)
  })

  it('take what the store has instead of believing invalid_grant', async () => {
    scene.sandbox.setRefresh('rotate')
    const session = await scene.auth.session({ subject: 'u' })
    const stale = await scene.auth.loadCredentials('asana', 'u')
    scene.expireTokens()
    // Asana refuses the token that is in memory, and by the time we look the store has another one.
    const fresh = await scene.consent()
    scene.sandbox.faults.add({
      at: 'token',
      grantType: 'refresh_token',
      fault: { kind: 'json', status: 400, body: { error: 'invalid_grant' } },
    })
    let reads = 0
    scene.store.fail('get', () => {
      reads += 1
      // The third read of the flight is the one after the refusal.
      if (reads !== 3) return undefined
      scene.store.recover()
      return scene.anotherManager().storeCredentials('asana', 'u', fresh)
    })
    expect(await session.getAccessToken()).toBe(fresh.accessToken)
    expect(stale?.refreshToken).not.toBe(fresh.refreshToken)
    expect(scene.happened('reauthorization_required')).toBe(0)
  })
})
