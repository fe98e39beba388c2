import type { ClientClock } from '../transport/runtime.ts'

/** One alarm, set anew as plans change. It keeps no process alive when there is nothing to wake for. */
export class Wake {
  readonly #clock: ClientClock
  readonly #onWake: () => void
  #alarm: { readonly atMs: number; readonly off: AbortController } | undefined

  constructor(clock: ClientClock, onWake: () => void) {
    this.#clock = clock
    this.#onWake = onWake
  }

  /** In `waitMs`, instead of what was set before; `Infinity` for not at all. */
  set(waitMs: number): void {
    const atMs = waitMs === Number.POSITIVE_INFINITY ? waitMs : this.#clock.elapsed() + waitMs
    // Nearly the same moment: not worth another timer for every request that comes meanwhile.
    if (this.#alarm && Math.abs(this.#alarm.atMs - atMs) < 1) return
    this.#cancel()
    if (atMs === Number.POSITIVE_INFINITY) return
    const off = new AbortController()
    this.#alarm = { atMs, off }
    this.#clock.sleep(Math.ceil(waitMs), off.signal).then(() => {
      if (off.signal.aborted) return
      this.#alarm = undefined
      this.#onWake()
    })
  }

  #cancel(): void {
    this.#alarm?.off.abort()
    this.#alarm = undefined
  }
}
