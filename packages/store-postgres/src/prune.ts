/**
 * In front of a statement: takes away a few rows that expired. At most as many come in as go out, so
 * they do not pile up, and nobody has to wait: a row that another is at is left to it. A minute's
 * grace keeps it apart from a row that is just about to expire, `except` from the one that the
 * statement itself writes.
 */
export function prune(table: string, except = 'false'): string {
  return `WITH pruned AS (DELETE FROM ${table} WHERE ctid = ANY (ARRAY (
SELECT ctid FROM ${table} WHERE expires_at < now() - interval '1 minute' AND NOT (${except})
LIMIT 10 FOR UPDATE SKIP LOCKED)))`
}
