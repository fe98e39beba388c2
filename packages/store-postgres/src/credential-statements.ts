import { ROW, type Statement, statement } from './statement.ts'
import type { Tables } from './tables.ts'

/** Every operation is one statement, so that nothing depends on which connection it runs. */
export interface CredentialStatements {
  readonly get: Statement
  readonly upsert: Statement
  readonly insert: Statement
  readonly replace: Statement
  readonly remove: Statement
  readonly removeVersion: Statement
  readonly list: Statement
}

export function credentialStatements({ credentials }: Tables): CredentialStatements {
  const insert = `INSERT INTO ${credentials} (namespace, provider, subject, payload, status, expires_at, updated_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (namespace, provider, subject) DO`
  const sql = (text: string) => statement(credentials, text)
  return {
    get: sql(`SELECT payload, status, expires_at, updated_at, version FROM ${credentials} WHERE ${ROW}`),
    upsert: sql(`${insert} UPDATE
SET payload = $4, status = $5, expires_at = $6, updated_at = $7, version = $8`),
    insert: sql(`${insert} NOTHING`),
    replace: sql(`UPDATE ${credentials}
SET payload = $4, status = $5, expires_at = $6, updated_at = $7, version = $8
WHERE ${ROW} AND version = $9`),
    remove: sql(`DELETE FROM ${credentials} WHERE ${ROW}`),
    // Rows in the answer: none where there was none, one where it is another version, two where it was removed.
    // The lock makes it the newest version that is compared, so that a row which somebody else deletes at this
    // moment is none, and not a conflict.
    removeVersion: sql(`WITH stored AS (SELECT version FROM ${credentials} WHERE ${ROW} FOR UPDATE),
removed AS (DELETE FROM ${credentials} USING stored WHERE ${ROW} AND stored.version = $4 RETURNING 1)
SELECT 1 FROM stored UNION ALL SELECT 1 FROM removed`),
    // Bounds, not a pattern: the index answers it, and no character of a prefix means anything.
    list: sql(`SELECT subject FROM ${credentials}
WHERE namespace = $1 AND provider = $2 AND subject > $3 AND subject >= $4 AND subject < $5
ORDER BY subject LIMIT $6`),
  }
}
