import type { CredentialStore } from '@x/asana-auth-core'
import { isEqual } from '../suite/assertions.ts'
import { inTime } from '../suite/in-time.ts'
import { race } from '../suite/racing.ts'
import { conflicts } from '../suite/store-errors.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { acquire, isHeld, LONG_MS } from './held-lease.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function leaseExpiry(suite: CredentialSuite): void {
  const { contenders, minTtlMs } = suite.settings
  const skip = unlessCapable(suite, 'lease')

  /** A lease that was renewed before it was over. */
  const renewed = (store: CredentialStore, renewal: (ttlMs: number) => number) =>
    inTime(minTtlMs * 5, async (ttlMs, attempt) => {
      const key = keyOf(`user-${attempt}`)
      const lease = await acquire(store, key, ttlMs)
      isEqual(await lease.renew(renewal(ttlMs)), true, 'renew returns true while the lease is held')
      return { key, lease, ttlMs }
    })

  suite.waitingConcern('leases that expire', () => {
    suite.case(
      'can be taken by another, and renew says that they are lost',
      async scene => {
        const [a, b] = await scene.openPair()
        const lost = await acquire(a, key, minTtlMs)
        await scene.pass(minTtlMs * 1.5)
        isEqual(await lost.renew(LONG_MS), false, 'renew returns false after the lease expired')
        await acquire(b, key)
        isEqual(await lost.renew(LONG_MS), false, 'renew returns false while another holds it')
        await isHeld(a, key, 'Neither renew took it from its holder')
      },
      skip,
    )

    suite.case(
      'are not freed by the late release of who lost them',
      async scene => {
        const [a, b] = await scene.openPair()
        const lost = await acquire(a, key, minTtlMs)
        await scene.pass(minTtlMs * 1.5)
        const current = await acquire(b, key)
        await lost.release()
        await isHeld(a, key, 'Only its owner releases a lease')
        isEqual(await current.renew(LONG_MS), true, 'Its owner still has it')
      },
      skip,
    )

    suite.case(
      'live longer after a renewal',
      async scene => {
        const [a, b] = await scene.openPair()
        const { key, ttlMs } = await renewed(a, ttlMs => ttlMs * 60)
        await scene.pass(ttlMs * 1.2)
        await isHeld(b, key, 'It is held past its first lifetime')
      },
      skip,
    )

    suite.case(
      'expire after a renewal, too',
      async scene => {
        const [a, b] = await scene.openPair()
        const { key, lease, ttlMs } = await renewed(a, ttlMs => ttlMs)
        await scene.pass(ttlMs * 1.2)
        await acquire(b, key)
        isEqual(await lease.renew(LONG_MS), false, 'renew returns false after the lease expired')
      },
      skip,
    )

    suite.case(
      'are not over before their time',
      async scene => {
        const [a, b] = await scene.openPair()
        await inTime(minTtlMs * 20, async (ttlMs, attempt) => {
          const key = keyOf(`user-${attempt}`)
          await acquire(a, key, ttlMs)
          await scene.pass(minTtlMs * 2)
          await isHeld(b, key, 'A lease lasts as long as was asked')
        })
      },
      skip,
    )

    suite.case(
      `go to one of ${contenders} that wait for them`,
      async scene => {
        const stores = await scene.openPair()
        await acquire(stores[0], key, minTtlMs)
        await scene.pass(minTtlMs * 1.5)
        const { won, lost } = await race(contenders, contender =>
          stores[contender % 2 === 0 ? 0 : 1].acquireLease(key, { ttlMs: LONG_MS }),
        )
        isEqual(lost, [], 'An attempt that fails is held, not an error')
        isEqual(won.filter(({ value }) => value.status === 'acquired').length, 1, 'Exactly one has the lease')
      },
      skip,
    )
  })

  suite.concern('expired holders are fenced by the version', () => {
    suite.case(
      'who lost its lease loses its write, once the next holder has written',
      async scene => {
        const [slow, fast] = await scene.openPair()
        const read = await slow.put(key, recordOf('before'))
        const lost = await acquire(slow, key, minTtlMs)
        await scene.pass(minTtlMs * 1.5)
        const lease = await acquire(fast, key)
        const written = await fast.put(key, recordOf('next holder'), { ifVersion: read })
        await conflicts(
          slow.put(key, recordOf('too late'), { ifVersion: read }),
          'The write of an expired holder',
        )
        isEqual(
          await fast.get(key),
          { record: recordOf('next holder'), version: written },
          'What the next holder wrote is there',
        )
        await lost.release()
        isEqual(await lease.renew(LONG_MS), true, 'The next holder keeps its lease')
      },
      unlessCapable(suite, 'lease', 'cas'),
    )
  })
}
