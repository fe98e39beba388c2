import type { Repository } from './repository/repository.ts'

/** One thing that must hold before anything is published. */
export type Gate = (repository: Repository) => Promise<Verdict>

/** What a gate found out. It passes when there are no problems. */
export interface Verdict {
  /** What holds, in one line: printed when the gate passes. */
  readonly summary: string
  /** Each says what is wrong, where, and what to do. */
  readonly problems: readonly string[]
}
