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
  let turn = MAX_TURNS
  // Where AWSCURRENT was moved back by hand, a successor is there already, as the previous version.
  while (turn > 0 && (await inTurn(turn - 1)) !== previous) turn -= 1
  return inTurn(turn)
}
