import {
  ASANA,
  AsanaError,
  type CredentialKey,
  type CredentialStore,
  DecryptionError,
  type EncryptionOptions,
} from '@x/asana-auth-core'
import { explained } from '../cli-errors.ts'
import { SealedStore } from '../stores/sealed-store.ts'
import { type Finding, failure, ok, skipped } from './finding.ts'

/** So many stored credentials are opened to see whether the keys fit. */
const SAMPLE = 20

export interface StoreReport {
  readonly findings: readonly Finding[]
  /** The scope of a stored grant, if one was found. */
  readonly grantedScope?: readonly string[]
}

/** Whether the store can be reached, read and written, and whether the keys open what it holds. */
export async function checkStore(
  store: CredentialStore,
  encryption: EncryptionOptions | undefined,
): Promise<StoreReport> {
  try {
    const { keys } = await store.list({ provider: ASANA, limit: SAMPLE })
    const read = ok('store.read', `The ${store.name} store answers; namespace "${store.namespace}".`)
    const opened = await openSome(new SealedStore(store, encryption), keys)
    return { ...opened, findings: [read, await checkWriting(store), ...opened.findings] }
  } catch (error) {
    return { findings: [storeFailure('store.read', error)] }
  }
}

/** Everything that a refresh does to a store, on a row of its own. */
async function checkWriting(store: CredentialStore): Promise<Finding> {
  const check = 'store.write'
  if (store.name === 'secrets-manager') {
    return skipped(check, 'Not tried: a secret costs money and is slow to go.')
  }
  const key = { provider: ASANA, subject: `asana-auth doctor ${crypto.randomUUID()}` }
  const record = { payload: '{}', status: 'reauthorization_required', updatedAt: 0 } as const
  try {
    const attempt = await store.acquireLease(key, { ttlMs: 10_000 })
    const version = await store.put(key, record, { ifVersion: null })
    await store.delete(key, { ifVersion: version })
    if (attempt.status === 'acquired') await attempt.lease.release()
    return ok(check, 'A lease, a write and a delete worked.')
  } catch (error) {
    return storeFailure(check, error)
  }
}

async function openSome(sealed: SealedStore, keys: readonly CredentialKey[]): Promise<StoreReport> {
  const check = 'store.credentials'
  if (keys.length === 0) return { findings: [skipped(check, 'Nobody is connected yet.')] }
  let grantedScope: readonly string[] | undefined
  for (const key of keys) {
    try {
      const kept = await sealed.read(key)
      grantedScope ??= kept?.credentials.scope
    } catch (error) {
      if (!(error instanceof DecryptionError)) throw error
      const fix =
        'Put the key that sealed it into ENCRYPTION_KEYS, after the one that seals; check --namespace.'
      return { findings: [failure(check, error.message, fix)] }
    }
  }
  return {
    findings: [
      ok(
        check,
        `The keys open ${keys.length === 1 ? 'the credential' : `${keys.length} credentials`} that were looked at.`,
      ),
    ],
    ...(grantedScope && { grantedScope }),
  }
}

const fixes: Readonly<Record<string, string>> = {
  store_not_migrated: 'Run: asana-auth migrate schema',
  store_permission_denied: 'Give the role the permissions that the message names.',
  store_unavailable: 'Check its address (REDIS_URL, DATABASE_URL, AWS_REGION), the password and the network.',
}

export function storeFailure(check: string, error: unknown): Finding {
  if (!(error instanceof AsanaError)) throw error
  return failure(check, explained(error), fixes[error.code] ?? 'Correct the setting that the message names.')
}
