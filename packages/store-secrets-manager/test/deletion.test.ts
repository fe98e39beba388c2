import { setImmediate } from 'node:timers/promises'
import {
  DeleteSecretCommand,
  DescribeSecretCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-secrets-manager'
import { requireService } from '@x/test-services'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { gate, wire } from './observed-client.ts'
import { acquired, key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const unavailable = { name: 'StoreUnavailableError', code: 'store_unavailable' }

describe.skipIf(reason)(`deletion${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  const look = async () => {
    const name = await scene.secretName()
    return scene.client().send(new DescribeSecretCommand({ SecretId: name }))
  }
  const isGone = () => expect(look()).rejects.toBeInstanceOf(ResourceNotFoundException)
  const scheduleByHand = async () =>
    scene
      .client()
      .send(new DeleteSecretCommand({ SecretId: await scene.secretName(), RecoveryWindowInDays: 7 }))

  it('is for good, and leaves nothing that costs', async () => {
    const store = scene.store()
    await store.put(key, record('1'))
    expect(await store.delete(key)).toBe(true)
    await isGone()
  })

  describe('by an operator, with a recovery window', () => {
    it('is a missing row', async () => {
      const store = scene.store()
      const version = await store.put(key, record('1'))
      await scheduleByHand()
      expect(await store.get(key)).toBeUndefined()
      expect(await store.delete(key)).toBe(false)
      expect(await store.delete(key, { ifVersion: version })).toBe(false)
      expect(await store.list({ provider: 'asana' })).toEqual({ keys: [] })
      await expect(store.put(key, record('2'), { ifVersion: version })).rejects.toMatchObject({
        code: 'version_conflict',
      })
      expect((await look()).DeletedDate).toBeDefined()
    })

    for (const condition of [{}, { ifVersion: null }]) {
      it(`ends when the user connects again (${JSON.stringify(condition)})`, async () => {
        const store = scene.store()
        const before = await store.put(key, record('1'))
        await scheduleByHand()
        const version = await store.put(key, record('2'), condition)
        expect(version).not.toBe(before)
        expect(await store.get(key)).toEqual({ record: record('2'), version })
        expect((await look()).DeletedDate).toBeUndefined()
      })
    }

    it('of two that restore it for a new row, one wins', async () => {
      const stores = [scene.store(), scene.store()]
      await scene.store().put(key, record('1'))
      await scheduleByHand()
      const outcomes = await Promise.allSettled(
        stores.map((store, i) => store.put(key, record(`new ${i}`), { ifVersion: null })),
      )
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('does not bring the row back when its lease is taken', async () => {
      const store = scene.store()
      await store.put(key, record('1'))
      await scheduleByHand()
      const lease = await acquired(store)
      expect(await store.get(key)).toBeUndefined()
      await lease.release()
      await isGone()
    })
  })

  it('that is late, or twice, does not hit a credential that was made anew', async () => {
    const slow = scene.observed()
    const fast = scene.store()
    await fast.put(key, record('1'))
    const { reached, open, pass } = gate()
    slow.client.intercept = (command, send) => (command === 'DeleteSecret' ? pass().then(send) : undefined)
    const late = slow.store.delete(key)
    await reached
    expect(await fast.get(key)).toBeUndefined()
    const version = await fast.put(key, record('2'), { ifVersion: null })
    open()
    expect(await late).toBe(true)
    expect(await fast.get(key)).toEqual({ record: record('2'), version })
  })

  it('keeps others from leasing a secret that is about to go', async () => {
    const slow = scene.observed()
    const other = scene.store()
    await other.put(key, record('1'))
    const { reached, open, pass } = gate()
    slow.client.intercept = (_, send, stages) =>
      stages.includes('asana-auth-ended') ? pass().then(send) : undefined
    const deleted = slow.store.delete(key)
    await reached
    const during = await other.acquireLease(key, { ttlMs: 60_000 })
    open()
    expect(await deleted).toBe(true)
    const after = await other.acquireLease(key, { ttlMs: 60_000 })
    expect([during.status, after.status]).toEqual(['held', 'acquired'])
  })

  describe('by a process that dies before its last request', () => {
    const dieDeleting = async () => {
      const { client, store } = scene.observed()
      client.intercept = command =>
        command === 'DeleteSecret'
          ? Promise.reject(Object.assign(new Error('killed'), { code: 'EPIPE' }))
          : undefined
      await expect(store.delete(key)).rejects.toMatchObject(unavailable)
    }

    it('has deleted the row', async () => {
      const store = scene.store()
      await store.put(key, record('1'))
      await dieDeleting()
      expect(await store.get(key)).toBeUndefined()
      expect(await store.list({ provider: 'asana' })).toEqual({ keys: [] })
    })

    it('does not keep the user from connecting again', async () => {
      const store = scene.store()
      await store.put(key, record('1'))
      await dieDeleting()
      const version = await store.put(key, record('2'), { ifVersion: null })
      expect(await store.get(key)).toEqual({ record: record('2'), version })
    })

    it('has the rest done by the next delete', async () => {
      const store = scene.store()
      await store.put(key, record('1'))
      await dieDeleting()
      expect(await store.delete(key)).toBe(false)
      await isGone()
    })
  })

  it('of a row whose lease is held leaves the secret to the holder, which takes it away', async () => {
    const [holder, other] = [scene.store(), scene.store()]
    await holder.put(key, record('1'))
    const lease = await acquired(holder)
    expect(await other.delete(key)).toBe(true)
    expect(await holder.get(key)).toBeUndefined()
    expect(await lease.renew(60_000)).toBe(true)
    expect((await look()).DeletedDate).toBeUndefined()
    await lease.release()
    await isGone()
  })

  it('of a row whose lease is held does not keep the user from connecting again', async () => {
    const [holder, other] = [scene.store(), scene.store()]
    await holder.put(key, record('1'))
    const lease = await acquired(holder)
    await other.delete(key)
    const version = await other.put(key, record('2'), { ifVersion: null })
    await lease.release()
    expect(await other.get(key)).toEqual({ record: record('2'), version })
  })

  describe('that AWS takes its time for', () => {
    // What AWS answers for some seconds after ForceDeleteWithoutRecovery; moto is done at once.
    const notYet = wire({
      error: 'InvalidRequestException',
      message:
        "You can't create this secret because a secret with this name is already scheduled for deletion.",
    })

    it('makes the next write wait', async () => {
      const { client, store } = scene.observed()
      let refusals = 0
      client.intercept = command => {
        if (command !== 'CreateSecret' || refusals === 4) return undefined
        refusals += 1
        return Promise.resolve(notYet)
      }
      const version = await store.put(key, record('1'), { ifVersion: null })
      expect(refusals).toBe(4)
      expect((await store.get(key))?.version).toBe(version)
    })

    it('makes it give up after a while, and says why', async ({ signal }) => {
      const { client, store } = scene.observed()
      const missing = wire({ error: 'ResourceNotFoundException' })
      client.intercept = command => Promise.resolve(command === 'CreateSecret' ? notYet : missing)
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
      onTestFinished(() => void vi.useRealTimers())
      let failure: unknown
      const failing = store.put(key, record('1'), { ifVersion: null }).catch(error => {
        failure = error
      })
      const advance = async (steps: number) => {
        for (let step = 0; step < steps && !failure && !signal.aborted; step++) {
          await vi.advanceTimersByTimeAsync(100)
          // The SDK does some of its work elsewhere; no clock of ours makes that come sooner.
          await setImmediate()
        }
      }
      await advance(10)
      const early = client.sent.length
      await advance(Number.POSITIVE_INFINITY)
      await failing
      expect(failure).toMatchObject({ ...unavailable, message: expect.stringMatching(/still deleting/) })
      expect(client.sent.length).toBeGreaterThan(early)
      expect(await store.get(key)).toBeUndefined()
    })
  })

  describe('with recoveryWindowDays', () => {
    const recoveryWindowDays = 7

    it('leaves a secret that AWS will delete, and that a new connection restores at once', async () => {
      const store = scene.store({ recoveryWindowDays })
      const before = await store.put(key, record('1'))
      expect(await store.delete(key, { ifVersion: before })).toBe(true)
      expect((await look()).DeletedDate).toBeDefined()
      expect(await store.get(key)).toBeUndefined()
      expect(await store.list({ provider: 'asana' })).toEqual({ keys: [] })
      const version = await store.put(key, record('2'), { ifVersion: null })
      expect(version).not.toBe(before)
      expect(await store.get(key)).toEqual({ record: record('2'), version })
      expect((await look()).DeletedDate).toBeUndefined()
    })

    it('is told to one of ten that ask for it', async () => {
      const stores = [scene.store({ recoveryWindowDays }), scene.store({ recoveryWindowDays })] as const
      await stores[0].put(key, record('1'))
      const deleted = await Promise.all(
        Array.from({ length: 10 }, (_, i) => stores[i % 2 === 0 ? 0 : 1].delete(key)),
      )
      expect(deleted.filter(Boolean)).toHaveLength(1)
    })

    it('does not delete who connects between its steps', async () => {
      const slow = scene.observed({ recoveryWindowDays })
      const fast = scene.store({ recoveryWindowDays })
      await fast.put(key, record('1'))
      const { reached, open, pass } = gate()
      slow.client.intercept = (command, send) => (command === 'DeleteSecret' ? pass().then(send) : undefined)
      const late = slow.store.delete(key)
      await reached
      const version = await fast.put(key, record('2'), { ifVersion: null })
      open()
      expect(await late).toBe(true)
      expect(await fast.get(key)).toEqual({ record: record('2'), version })
    })
  })
})
