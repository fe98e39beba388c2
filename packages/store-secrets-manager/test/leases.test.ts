import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager'
import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { losingAnswer } from './observed-client.ts'
import { acquired, key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const TTL_MS = 30_000
/** How far clocks may be apart. */
const SKEW_MS = 2_000

describe.skipIf(reason)(`leases${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  /** Stores of two machines whose clocks can be moved apart. */
  const machines = () => {
    const clocks = [0, 0]
    const stores = clocks.map((_, i) => scene.store({ now: () => 1_790_000_000_000 + (clocks[i] ?? 0) }))
    const [a, b] = stores as [(typeof stores)[0], (typeof stores)[0]]
    return { a, b, clocks }
  }
  const attempt = async (store: ReturnType<typeof scene.store>) =>
    (await store.acquireLease(key, { ttlMs: TTL_MS })).status

  for (const row of ['there', 'missing']) {
    it(`of 20 that want one, one gets it, three times over (row: ${row})`, async () => {
      const stores = [scene.store(), scene.store()] as const
      if (row === 'there') await stores[0].put(key, record('1'))
      for (let round = 0; round < 3; round++) {
        const attempts = await Promise.all(
          Array.from({ length: 20 }, (_, i) =>
            stores[i % 2 === 0 ? 0 : 1].acquireLease(key, { ttlMs: TTL_MS }),
          ),
        )
        const leases = attempts.flatMap(result => (result.status === 'acquired' ? [result.lease] : []))
        expect(leases).toHaveLength(1)
        await leases[0]?.release()
      }
    })
  }

  it('that expired goes to one of 20', async () => {
    const { a, b, clocks } = machines()
    await a.put(key, record('1'))
    await acquired(a, TTL_MS)
    clocks.fill(TTL_MS + SKEW_MS)
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, i) => attempt(i % 2 === 0 ? a : b)))
    expect(statuses.filter(status => status === 'acquired')).toHaveLength(1)
  })

  it('is not taken by a machine whose clock is two seconds ahead', async () => {
    const { a, b, clocks } = machines()
    const lease = await acquired(a, TTL_MS)
    clocks[0] = TTL_MS - 1
    clocks[1] = TTL_MS - 1 + SKEW_MS
    expect(await attempt(b)).toBe('held')
    expect(await lease.renew(TTL_MS)).toBe(true)
    clocks[1] = TTL_MS - 1 + TTL_MS + SKEW_MS
    expect(await attempt(b)).toBe('acquired')
  })

  it('is over for its holder before others can take it', async () => {
    const { a, b, clocks } = machines()
    const lease = await acquired(a, TTL_MS)
    clocks.fill(TTL_MS)
    expect(await lease.renew(TTL_MS)).toBe(false)
    expect(await attempt(b)).toBe('held')
  })

  it('that was taken over is not released by who had it', async () => {
    const { a, b, clocks } = machines()
    await a.put(key, record('1'))
    const lost = await acquired(a, TTL_MS)
    clocks.fill(TTL_MS + SKEW_MS)
    const current = await acquired(b, TTL_MS)
    await lost.release()
    expect(await attempt(a)).toBe('held')
    expect(await lost.renew(TTL_MS)).toBe(false)
    expect(await current.renew(TTL_MS)).toBe(true)
  })

  it('costs one version, its release none, each renewal one', async () => {
    const store = scene.store()
    await store.put(key, record('1'))
    const before = store.writes
    const lease = await acquired(store)
    expect(store.writes - before).toBe(1)
    await lease.renew(TTL_MS)
    expect(store.writes - before).toBe(2)
    await lease.release()
    expect(store.writes - before).toBe(2)
  })

  it('of a missing row leaves no secret behind', async () => {
    const store = scene.store()
    await (await acquired(store)).release()
    const look = new DescribeSecretCommand({ SecretId: await scene.secretName() })
    await expect(scene.client().send(look)).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('whose answer is lost once is held by who asked', async () => {
    const { client, store } = scene.observed()
    await store.put(key, record('1'))
    let lost = false
    client.intercept = (command, send) => {
      if (lost || command !== 'PutSecretValue') return undefined
      lost = true
      return losingAnswer(send)
    }
    const lease = await acquired(store)
    expect(await attempt(scene.store())).toBe('held')
    expect(await lease.renew(TTL_MS)).toBe(true)
  })

  it('can be taken and renewed after 100 others, and a row written after 100 others', async () => {
    const store = scene.store()
    let version = await store.put(key, record('0'))
    const lease = await acquired(store)
    for (let turn = 1; turn <= 100; turn++) {
      expect(await lease.renew(TTL_MS)).toBe(true)
      version = await store.put(key, record(String(turn)), { ifVersion: version })
    }
    expect(await attempt(scene.store())).toBe('held')
    await lease.release()
    expect(await attempt(scene.store())).toBe('acquired')
    expect((await store.get(key))?.record).toEqual(record('100'))
  })
})
