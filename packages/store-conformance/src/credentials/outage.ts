import type { CredentialStore } from '@x/asana-auth-core'
import { isEqual, sameSet } from '../suite/assertions.ts'
import { isRefusedInTime, untilBack, whileDown } from '../suite/while-down.ts'
import type { CredentialSuite } from './credential-suite.ts'
import { acquire, isHeld, LONG_MS } from './held-lease.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function outage(suite: CredentialSuite): void {
  const { settings } = suite
  const { outageTimeoutMs } = settings
  const skip = !settings.outage && 'the suite cannot stop the storage (options.outage is not set)'
  suite.concern('outage', () => {
    suite.case(
      'every call fails with StoreUnavailableError, none says that there is nothing',
      async scene => {
        const store = await scene.open()
        const version = await store.put(key, recordOf('before'))
        const calls = await callsOf(store, settings.capabilities, version)
        await whileDown(settings, async () => {
          // At once, as under load: one call after the other would only show that the first one is refused.
          await Promise.all(
            Object.entries(calls).map(([what, call]) => isRefusedInTime(what, call, outageTimeoutMs)),
          )
          await isRefusedInTime('get, a second time', () => store.get(key), outageTimeoutMs)
        })
        await untilBack(() => store.get(key), outageTimeoutMs)
      },
      skip,
    )

    suite.case(
      'the same store works again when the storage is back',
      async scene => {
        const store = await scene.open()
        const version = await store.put(key, recordOf('before'))
        await whileDown(settings, () => isRefusedInTime('get', () => store.get(key), outageTimeoutMs))
        const stored = await untilBack(() => store.get(key), outageTimeoutMs)
        if (settings.outage?.keepsData) {
          isEqual(stored, { record: recordOf('before'), version }, 'What was stored before is there')
        }
        await works(store, settings.capabilities)
      },
      skip,
    )

    suite.case(
      'a store that is made while the storage is down works once it is back',
      async scene => {
        const opened: CredentialStore[] = []
        await whileDown(settings, async () => {
          const store = await scene.open().catch(() => undefined)
          if (!store) return
          opened.push(store)
          await isRefusedInTime('get', () => store.get(key), outageTimeoutMs)
        })
        // Refusing to be made without its storage is as good: then it is made afterwards.
        const store = opened[0] ?? (await scene.open())
        await untilBack(() => store.get(key), outageTimeoutMs)
        await works(store, settings.capabilities)
      },
      skip,
    )
  })
}

type Capabilities = CredentialStore['capabilities']

async function callsOf(
  store: CredentialStore,
  { cas, lease, list }: Capabilities,
  version: string,
): Promise<Record<string, () => Promise<unknown>>> {
  const held = lease ? await acquire(store, key) : undefined
  return {
    get: () => store.get(key),
    'get of a missing row': () => store.get(keyOf('nobody')),
    put: () => store.put(key, recordOf('after')),
    delete: () => store.delete(keyOf('nobody')),
    ...(cas && { 'put with a condition': () => store.put(key, recordOf('after'), { ifVersion: version }) }),
    ...(list && { list: () => store.list({ provider: 'asana' }) }),
    ...(held && {
      acquireLease: () => store.acquireLease(keyOf('user-2'), { ttlMs: LONG_MS }),
      renew: () => held.renew(LONG_MS),
      release: () => held.release(),
    }),
  }
}

async function works(store: CredentialStore, { cas, lease, list }: Capabilities): Promise<void> {
  const fresh = keyOf('user-after')
  const version = await store.put(fresh, recordOf('first'), cas ? { ifVersion: null } : {})
  isEqual(await store.get(fresh), { record: recordOf('first'), version }, 'It writes and reads')
  if (list) {
    const listed = await listSubjects(store, { provider: 'asana', subjectPrefix: 'user-after' })
    sameSet(listed, ['user-after'], 'It lists')
  }
  if (lease) {
    const held = await acquire(store, fresh)
    await isHeld(store, fresh, 'It leases')
    await held.release()
  }
  isEqual(await store.delete(fresh), true, 'It deletes')
}
