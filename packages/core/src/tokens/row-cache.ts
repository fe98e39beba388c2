import type { CredentialKey } from '../store/credential-store.ts'
import { TokenRow } from './token-row.ts'

/**
 * The rows in memory, bounded. Who makes room is chosen by second chance: a read only has to set a
 * flag, where keeping an exact order would cost more than the rest of the warm path.
 */
export class RowCache {
  readonly #rows = new Map<string, TokenRow>()
  readonly #maxRows: number

  constructor(maxRows: number) {
    this.#maxRows = maxRows
  }

  /** The row, made when there is none. */
  at(key: CredentialKey): TokenRow {
    const id = rowId(key)
    const known = this.#rows.get(id)
    if (known) return known
    this.#makeRoom()
    const row = new TokenRow(key)
    this.#rows.set(id, row)
    return row
  }

  /** The row if there is one. */
  peek(key: CredentialKey): TokenRow | undefined {
    return this.#rows.get(rowId(key))
  }

  /** Work under way on the row goes on, unseen by whoever comes next. */
  forget(key: CredentialKey): void {
    const row = this.#rows.get(rowId(key))
    if (!row) return
    row.forgotten = true
    row.pending = undefined
    this.#rows.delete(rowId(key))
  }

  pending(): TokenRow[] {
    return [...this.#rows.values()].filter(row => row.pending)
  }

  #makeRoom(): void {
    if (this.#rows.size < this.#maxRows) return
    // Twice around: the first time may only take the flags away.
    for (let left = this.#rows.size * 2; left > 0; left--) {
      const [oldest] = this.#rows
      if (!oldest) return
      const [id, row] = oldest
      this.#rows.delete(id)
      if (!row.used && row.idle) {
        row.forgotten = true
        return
      }
      row.used = false
      this.#rows.set(id, row)
    }
  }
}

/** Unambiguous: a provider has no line break. */
function rowId({ provider, subject }: CredentialKey): string {
  return `${provider}\n${subject}`
}
