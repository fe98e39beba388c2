import { isEqual } from '../suite/assertions.ts'
import { race } from '../suite/racing.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { acquire, isHeld, LONG_MS } from './held-lease.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function leases(suite: CredentialSuite): void {
  const { contenders, capabilities } = suite.settings
  const skip = unlessCapable(suite, 'lease')
  suite.concern('leases', () => {
    suite.case(
      'are exclusive, and free at once after a release',
      async scene => {
        const [a, b] = await scene.openPair()
        const lease = await acquire(a, key)
        await isHeld(b, key, 'A lease is held for all others')
        await isHeld(a, key, 'It is held for the instance that has it, too')
        await lease.release()
        await (await acquire(b, key)).release()
        await acquire(a, key)
      },
      skip,
    )

    suite.case(
      `of ${contenders} that want one, one gets it`,
      async scene => {
        const stores = await scene.openPair()
        const { won, lost } = await race(contenders, contender =>
          stores[contender % 2 === 0 ? 0 : 1].acquireLease(key, { ttlMs: LONG_MS }),
        )
        isEqual(lost, [], 'An attempt that fails is held, not an error')
        isEqual(won.filter(({ value }) => value.status === 'acquired').length, 1, 'Exactly one has the lease')
      },
      skip,
    )

    suite.case(
      'of two subjects and of two providers are two leases',
      async scene => {
        const store = await scene.open()
        await acquire(store, key)
        await acquire(store, keyOf('user-2'))
        await acquire(store, keyOf('user-1', 'other'))
      },
      skip,
    )

    suite.case(
      'can be renewed while they are held, and not after a release',
      async scene => {
        const [a, b] = await scene.openPair()
        const lease = await acquire(a, key)
        isEqual(await lease.renew(LONG_MS), true, 'renew returns true while the lease is held')
        await isHeld(b, key, 'A lease that was renewed is held')
        await lease.release()
        isEqual(await lease.renew(LONG_MS), false, 'renew returns false after a release')
        await acquire(b, key)
      },
      skip,
    )

    suite.case(
      'released twice, free nobody else',
      async scene => {
        const [a, b] = await scene.openPair()
        const first = await acquire(a, key)
        await first.release()
        await acquire(b, key)
        await first.release()
        await isHeld(a, key, 'A second release has no effect on the next holder')
        isEqual(await first.renew(LONG_MS), false, 'Nor does it count as the holder')
      },
      skip,
    )

    suite.case(
      'of a missing row make no row',
      async scene => {
        const store = await scene.open()
        const lease = await acquire(store, key)
        isEqual(await store.get(key), undefined, 'A lease is no row')
        if (capabilities.list)
          isEqual(await listSubjects(store, { provider: 'asana' }), [], 'Nor is it listed')
        if (capabilities.cas) await store.put(key, recordOf('first'), { ifVersion: null })
        else await store.put(key, recordOf('first'))
        await lease.release()
        isEqual((await store.get(key))?.record, recordOf('first'), 'The row that was made under it stays')
      },
      skip,
    )

    suite.case(
      'and writes do not see each other',
      async scene => {
        const [a, b] = await scene.openPair()
        const version = await a.put(key, recordOf('first'))
        const lease = await acquire(a, key)
        isEqual(await b.get(key), { record: recordOf('first'), version }, 'Taking a lease is no write')
        await lease.renew(LONG_MS)
        isEqual((await b.get(key))?.version, version, 'Renewing it is no write')
        const second = await b.put(key, recordOf('second'), capabilities.cas ? { ifVersion: version } : {})
        await isHeld(b, key, 'A write does not end a lease')
        isEqual(await lease.renew(LONG_MS), true, 'Nor does its holder lose it')
        await lease.release()
        isEqual((await b.get(key))?.version, second, 'Releasing it is no write')
      },
      skip,
    )

    suite.case(
      'survive the deletion of their row',
      async scene => {
        const [a, b] = await scene.openPair()
        await a.put(key, recordOf('first'))
        const lease = await acquire(a, key)
        isEqual(await b.delete(key), true, 'A lease does not keep anybody from deleting')
        await isHeld(b, key, 'The lease is left alone')
        isEqual(await lease.renew(LONG_MS), true, 'Its holder can renew it')
        isEqual(await b.get(key), undefined, 'The row does not come back with it')
        await lease.release()
        await acquire(b, key)
      },
      skip,
    )
  })
}
