import { createHash } from 'node:crypto'

export interface Statement {
  /** Of the prepared statement. */
  readonly name: string
  readonly text: string
  /** Whose grants it needs. */
  readonly table: string
}

/** One credential, in the first three parameters. */
export const ROW = 'namespace = $1 AND provider = $2 AND subject = $3'

/**
 * Named after its text, table names included: two stores with other tables, or of another release,
 * never meet under one name on the same connection.
 */
export function statement(table: string, text: string): Statement {
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { name: `asana_auth_${fingerprint}`, text, table }
}
