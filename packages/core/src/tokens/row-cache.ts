import type { CredentialKey } from '../store/credential-store.ts'
import { TokenRow } from './token-row.ts'

/** The rows in memory, bounded: the least recently used idle one makes room. */
export class RowCache {
  readonly #rows = new Map<string, TokenRow>()
  readonly #maxRows: number

  constructor(maxRows: number) {
    this.#maxRows = maxRows
  }

  /** Unambiguous: a provider has no line break. */
  static id({ provider, subject }: CredentialKey): string {
    return `${provider}\n${subject}`
  }

  /** The row, made when there is none, and now the most recently used. */
  at(id: string, key: CredentialKey): TokenRow {
    const known = this.#rows.get(id)
    const row = known ?? new TokenRow(key)
    // A Map iterates in the order of insertion: the first one is the oldest.
    if (known) this.#rows.delete(id)
    this.#rows.set(id, row)
    if (!known) this.#makeRoom()
    return row
  }

  /** False for a row that was forgotten since: what it learns later must not be served. */
  has(row: TokenRow): boolean {
    return this.#rows.get(RowCache.id(row.key)) === row
  }

  /** Work under way on the row goes on, unseen by whoever comes next. */
  forget(key: CredentialKey): void {
    const row = this.#rows.get(RowCache.id(key))
    if (row) row.pending = undefined
    this.#rows.delete(RowCache.id(key))
  }

  pending(): TokenRow[] {
    return [...this.#rows.values()].filter(row => row.pending)
  }

  #makeRoom(): void {
    if (this.#rows.size <= this.#maxRows) return
    for (const [id, row] of this.#rows) {
      if (!row.idle) continue
      this.#rows.delete(id)
      return
    }
  }
}
