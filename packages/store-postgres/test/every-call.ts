import { PostgresOneTimeStore, PostgresStore, type PostgresStoreOptions } from '@x/asana-auth-store-postgres'

const key = { provider: 'asana', subject: 'user-1' }

export const CANARY = 'canary-payload-4711'

/** Every call that a store knows, by its name; each starts from a row, a held lease and a value of its own. */
export async function everyCall(
  options: PostgresStoreOptions,
): Promise<Record<string, () => Promise<unknown>>> {
  const store = new PostgresStore(options)
  const oneTime = new PostgresOneTimeStore(options)
  const record = { payload: CANARY, status: 'active', expiresAt: 2, updatedAt: 1 } as const
  const version = await store.put(key, record)
  await store.put({ ...key, subject: 'user-2' }, record)
  const held = await store.acquireLease(key, { ttlMs: 60_000 })
  if (held.status !== 'acquired') throw new Error('the lease of an earlier call is still there')
  await oneTime.put('state', CANARY, 60_000)
  return {
    get: () => store.get(key),
    list: () => store.list({ provider: 'asana', subjectPrefix: 'user', limit: 1 }),
    'put over a version': () => store.put(key, record, { ifVersion: version }),
    'put where nothing is': () => store.put({ ...key, subject: 'user-3' }, record, { ifVersion: null }),
    put: () => store.put(key, record),
    'delete of a version': () => store.delete({ ...key, subject: 'nobody' }, { ifVersion: version }),
    delete: () => store.delete(key),
    acquireLease: () => store.acquireLease({ ...key, subject: 'user-4' }, { ttlMs: 1000 }),
    renew: () => held.lease.renew(60_000),
    release: () => held.lease.release(),
    'put of a one-time value': () => oneTime.put('other state', CANARY, 60_000),
    take: () => oneTime.take('state'),
  }
}
