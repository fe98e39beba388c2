import type { Environment } from '@x/asana-auth-core'
import { UsageError } from '../cli-errors.ts'
import { setting } from '../settings/setting.ts'

export const storeKinds = ['redis', 'postgres', 'secrets-manager'] as const
export type StoreKind = (typeof storeKinds)[number]

/** Which store, and where in it. */
export interface StoreSettings {
  readonly kind: StoreKind
  /** Absent: the stores' own default. */
  readonly namespace?: string
  readonly env: Environment
}

/**
 * `--store`, then `CREDENTIAL_STORE`; `--namespace`, then `CREDENTIAL_NAMESPACE`.
 * @throws UsageError
 */
export function storeSettings(
  env: Environment,
  chosen: { readonly store?: string | undefined; readonly namespace?: string | undefined },
): StoreSettings {
  const kind = chosen.store ?? setting(env, 'CREDENTIAL_STORE')
  if (kind === undefined) {
    throw new UsageError(
      `Which store? Set CREDENTIAL_STORE, or pass --store: ${storeKinds.join(', ')}.`,
      'missing_setting',
    )
  }
  const namespace = chosen.namespace ?? setting(env, 'CREDENTIAL_NAMESPACE')
  return { kind: knownKind(kind), env, ...(namespace !== undefined && { namespace }) }
}

function knownKind(kind: string): StoreKind {
  const known = storeKinds.find(name => name === kind)
  if (known) return known
  const why =
    kind === 'memory'
      ? 'a MemoryStore ends with the process that made it, so there is nothing for a command to look at.'
      : `there is no store ${JSON.stringify(kind)}.`
  throw new UsageError(`Choose one of ${storeKinds.join(', ')}: ${why}`, 'unknown_store')
}
