import type { CredentialPage } from '@x/asana-auth-core'

/** All pages of a listing, from a cursor on. */
export async function* eachPage(
  page: (cursor: string | undefined) => Promise<CredentialPage>,
  from?: string,
): AsyncGenerator<CredentialPage> {
  let cursor = from
  do {
    const current = await page(cursor)
    yield current
    cursor = current.cursor
  } while (cursor !== undefined)
}
