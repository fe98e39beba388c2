import type { CredentialPage, ListOptions } from '@x/asana-auth-core'
import type { Database } from './database.ts'
import { prefixEnd } from './prefix-end.ts'
import type { Statement } from './statement.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/**
 * One page, in the order of bytes. The cursor is the last subject that was listed, so that rows may
 * come and go in between.
 */
export async function listKeys(
  database: Database,
  statement: Statement,
  namespace: string,
  options: ListOptions,
): Promise<CredentialPage> {
  const { provider, subjectPrefix = '', cursor = '', limit = DEFAULT_LIMIT } = options
  const size = Math.min(Math.max(Math.floor(limit), 1), MAX_LIMIT)
  const after = Buffer.from(cursor, 'base64url').toString()
  // One more than asked for tells whether there is a next page.
  const values = [namespace, provider, after, subjectPrefix, prefixEnd(subjectPrefix), size + 1]
  const { rows } = await database.run(statement, values, { operation: 'list' })
  const keys = rows.slice(0, size).map(({ subject }) => ({ provider, subject: String(subject) }))
  const last = rows.length > size && keys.at(-1)
  return { keys, ...(last && { cursor: Buffer.from(last.subject).toString('base64url') }) }
}
