import type { Console } from '../terminal/console.ts'
import { bar } from './bar.ts'
import { cursorOption } from './cursor-option.ts'

const LINE_EVERY_MS = 1000

/** Tells how far a long command is: a bar on a terminal, a line a second elsewhere. */
interface Progress {
  /** Whether `total` is worth counting. */
  readonly wantsTotal: boolean
  total: number
  /** @param cursor where a run that stops here can go on; undefined: this was the end */
  at(done: number, changed: number, cursor: string | undefined): void
  /** Leaves the terminal as a line of text expects it. */
  end(): void
}

/** On standard error, so that a pipe gets the result alone. */
export function progressFor(console: Console, changed: string, clock: { now(): number }): Progress {
  return console.err.isTTY && !console.json ? barOn(console, changed) : linesOn(console, changed, clock)
}

function barOn({ err }: Console, what: string): Progress {
  let drawn = false
  return {
    wantsTotal: true,
    total: 0,
    at(done, changed) {
      drawn = true
      err.write(`\r\u001b[2K${bar(done, this.total, changed, what, err.columns || 80)}`)
    },
    end() {
      if (drawn) err.write('\n')
    },
  }
}

function linesOn(console: Console, what: string, clock: { now(): number }): Progress {
  let nextAt = 0
  return {
    wantsTotal: false,
    total: 0,
    at(scanned, changed, cursor) {
      if (clock.now() < nextAt && cursor !== undefined) return
      nextAt = clock.now() + LINE_EVERY_MS
      console.note(
        `${scanned} looked at, ${changed} ${what}${cursor === undefined ? '' : ` (${cursorOption(cursor)})`}`,
        {
          progress: { scanned, changed, ...(cursor !== undefined && { cursor }) },
        },
      )
    },
    end() {},
  }
}
