import type { CredentialPage } from '@x/asana-auth-core'
import { eachPage } from '../stores/each-page.ts'

/** How many there are from a cursor on: stores can list, not count. */
export async function countCredentials(
  list: (cursor: string | undefined) => Promise<CredentialPage>,
  from: string | undefined,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  for await (const { keys } of eachPage(list, from)) {
    count += keys.length
    if (signal.aborted) break
  }
  return count
}
