import type { SandboxClock } from '../clock.ts'
import type { Entity } from './entities.ts'

export type ChangeAction = 'added' | 'changed' | 'removed' | 'deleted'

/** Something that happened to an object: what /events and webhooks tell. */
export interface Change {
  readonly atMs: number
  readonly userGid: string
  /** Kept as it was: it may be gone by the time the change is read. */
  readonly resource: Entity
  readonly action: ChangeAction
  /** What it was added to or removed from. */
  readonly parent: Entity | undefined
  readonly field: string | undefined
  /** Every object in whose feed the change belongs: itself, its projects, its parent tasks. */
  readonly feeds: ReadonlySet<string>
}

/** How many changes are remembered: a sync token from before them is too old. */
const capacity = 10_000

export class Journal {
  readonly #clock: SandboxClock
  #changes: Change[] = []
  #forgotten = 0
  readonly #listeners = new Set<(change: Change) => void>()

  constructor(clock: SandboxClock) {
    this.#clock = clock
  }

  record(change: Omit<Change, 'atMs'>): void {
    const recorded = { ...change, atMs: this.#clock.now() }
    this.#changes.push(recorded)
    if (this.#changes.length > capacity) {
      this.#changes.shift()
      this.#forgotten += 1
    }
    for (const listener of this.#listeners) listener(recorded)
  }

  onChange(listener: (change: Change) => void): void {
    this.#listeners.add(listener)
  }

  /** The position after the last change. */
  get end(): number {
    return this.#forgotten + this.#changes.length
  }

  /** Changes from `position` on with their positions, or undefined where some are forgotten. */
  since(position: number): { change: Change; position: number }[] | undefined {
    if (position < this.#forgotten || position > this.end) return undefined
    return this.#changes
      .slice(position - this.#forgotten)
      .map((change, index) => ({ change, position: position + index }))
  }
}
