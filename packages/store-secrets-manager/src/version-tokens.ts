import type { SecretState } from './secret-state.ts'
import { sha256 } from './sha256.ts'

/** How often one version can be rolled back to and written over again. */
const MAX_TURNS = 4

/** What a row's next version depends on. */
export type RowState = Pick<SecretState, 'arn'> & Partial<Pick<SecretState, 'current' | 'previous'>>

/**
 * The id of the version that may follow: everybody derives the same, and AWS makes a version of one
 * id only once. That is the compare-and-swap.
 */
export async function rowSuccessor({ arn, current, previous }: RowState): Promise<string> {
  const before = current ?? arn
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    // Somebody moved AWSCURRENT back by hand: the successor is there already, as the previous version.
    if ((await token('row', before, turn)) === previous) return token('row', before, turn + 1)
  }
  return token('row', before, 0)
}

/** The same for leases, which follow each other apart from the rows. `before` is the ARN when there was none. */
export function leaseSuccessor(before: string): Promise<string> {
  return token('lease', before, 0)
}

async function token(chain: 'row' | 'lease', before: string, turn: number): Promise<string> {
  const hash = await sha256(JSON.stringify(['asana-auth', chain, before, turn]))
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
