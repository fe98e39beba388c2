import { type CredentialKey, DecryptionError, VersionConflictError } from '@x/asana-auth-core'
import type { KeptCredential, SealedStore } from '../stores/sealed-store.ts'

/**
 * `copied`: it was not there; `updated`: an older one was; `same`: nothing to do; `kept`: the target has a newer one;
 * `gone`: it was deleted meanwhile; `unreadable`: no key opens it, or the one that is in the target.
 */
export type CopyOutcome = 'copied' | 'updated' | 'same' | 'kept' | 'gone' | 'unreadable'

export interface CopyRoute {
  readonly source: SealedStore
  readonly target: SealedStore
  /** Decide, and write nothing. */
  readonly dryRun: boolean
}

/** What to do with the target's credential, given the source's. */
export function decideCopy(source: KeptCredential, target: KeptCredential | undefined): CopyOutcome {
  if (!target) return 'copied'
  if (isSame(source, target)) return 'same'
  // Applications that already use the target may have refreshed there: theirs must not be undone.
  return source.updatedAt > target.updatedAt ? 'updated' : 'kept'
}

/**
 * Copies one credential, sealed anew for where it goes. Compare-and-swap: whatever the target gets
 * meanwhile is looked at again, never overwritten blindly.
 * @throws StoreUnavailableError
 */
export async function copyCredential(
  { source, target, dryRun }: CopyRoute,
  key: CredentialKey,
): Promise<CopyOutcome> {
  const from = await source.read(key).catch(unreadable)
  if (from === 'unreadable') return 'unreadable'
  if (!from) return 'gone'
  for (;;) {
    // Nobody can tell which of them is newer: somebody else has to decide.
    const to = await target.read(key).catch(unreadable)
    if (to === 'unreadable') return 'unreadable'
    const outcome = decideCopy(from, to)
    if (dryRun || outcome === 'same' || outcome === 'kept') return outcome
    try {
      await target.write(key, from, to?.version ?? null)
      return outcome
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error
    }
  }
}

function unreadable(error: unknown): 'unreadable' {
  if (error instanceof DecryptionError) return 'unreadable'
  throw error
}

function isSame(a: KeptCredential, b: KeptCredential): boolean {
  return a.status === b.status && JSON.stringify(a.credentials) === JSON.stringify(b.credentials)
}
