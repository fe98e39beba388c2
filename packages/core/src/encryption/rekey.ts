import { DecryptionError, VersionConflictError } from '../errors/store-errors.ts'
import { ASANA } from '../store/credential-key.ts'
import type { CredentialKey } from '../store/credential-store.ts'
import type { CredentialVault } from '../store/credential-vault.ts'

export interface RekeyProgress {
  /** Rows looked at, this run. */
  readonly scanned: number
  /** Rows sealed again. */
  readonly resealed: number
  /** Rows that no configured key opens; they are left as they are. */
  readonly unreadable: readonly CredentialKey[]
  /** Where to go on: pass it as `cursor`. Absent: the end was reached. */
  readonly cursor?: string
}

export interface RekeyOptions {
  /** Called after each page. */
  readonly onProgress?: ((progress: RekeyProgress) => void | Promise<void>) | undefined
  /** From an earlier, interrupted run. */
  readonly cursor?: string | undefined
  /** Stops after the page under way. */
  readonly signal?: AbortSignal | undefined
  /** Rows a page; default 100. */
  readonly pageSize?: number | undefined
}

/**
 * Seals every credential with the first key. Safe beside live traffic: a row that changes meanwhile
 * was sealed with the first key by whoever changed it.
 */
export async function rekey(vault: CredentialVault, options: RekeyOptions): Promise<RekeyProgress> {
  let progress: RekeyProgress = {
    scanned: 0,
    resealed: 0,
    unreadable: [],
    ...(options.cursor && { cursor: options.cursor }),
  }
  do {
    const { keys, cursor } = await vault.store.list({
      provider: ASANA,
      limit: options.pageSize ?? 100,
      ...(progress.cursor !== undefined && { cursor: progress.cursor }),
    })
    const outcomes = await Promise.all(keys.map(key => resealOne(vault, key)))
    progress = {
      scanned: progress.scanned + keys.length,
      resealed: progress.resealed + outcomes.filter(outcome => outcome === 'resealed').length,
      unreadable: [...progress.unreadable, ...keys.filter((_, i) => outcomes[i] === 'unreadable')],
      ...(cursor !== undefined && { cursor }),
    }
    await options.onProgress?.(progress)
  } while (progress.cursor !== undefined && !options.signal?.aborted)
  return progress
}

async function resealOne(
  vault: CredentialVault,
  key: CredentialKey,
): Promise<'resealed' | 'kept' | 'unreadable'> {
  try {
    const entry = await vault.read(key)
    if (!entry?.outdated) return 'kept'
    await vault.rewrite(key, entry)
    return 'resealed'
  } catch (error) {
    if (error instanceof VersionConflictError) return 'kept'
    if (error instanceof DecryptionError) return 'unreadable'
    throw error
  }
}
