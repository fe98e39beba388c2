import type { SandboxClock } from '../clock.ts'
import type { Entity } from './entities.ts'

export type ChangeAction = 'added' | 'changed' | 'removed' | 'deleted'

/** Something that happened to an object: what /events and webhooks tell. */
export interface Change {
  readonly atMs: number
  /** Its number since the start. */
  readonly position: number
  readonly userGid: string
  readonly workspaceGid: string | undefined
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

  record(change: Omit<Change, 'atMs' | 'position'>): void {
    const recorded = { ...change, atMs: this.#clock.now(), position: this.end }
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

  /** What is remembered, oldest first. */
  get all(): readonly Change[] {
    return this.#changes
  }

  /** The position after the last change. */
  get end(): number {
    return this.#forgotten + this.#changes.length
  }

  /** Changes from `position` on with their positions, or undefined where some are forgotten. */
  since(position: number): Change[] | undefined {
    if (position < this.#forgotten || position > this.end) return undefined
    return this.#changes.slice(position - this.#forgotten)
  }
}
