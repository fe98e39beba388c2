import { sha256 } from './sha256.ts'

/** How often one version can be rolled back to and written over again. */
const MAX_TURNS = 4

/**
 * The id of the version that may follow: everybody derives the same, and AWS makes a version of one id only
 * once. That is the compare-and-swap. Rows and leases follow each other apart; the first of them follows the
 * secret's ARN.
 */
export async function successor(chain: 'row' | 'lease', before: string, previous?: string): Promise<string> {
  const inTurn = async (turn: number) => (await sha256(`${chain} ${turn} ${before}`)).slice(0, 32)
  let token = await inTurn(0)
  for (let turn = 0; turn < MAX_TURNS; turn++) {
    // Somebody moved AWSCURRENT back by hand: the successor is there already, as the previous version.
    if ((await inTurn(turn)) === previous) token = await inTurn(turn + 1)
  }
  return token
}
