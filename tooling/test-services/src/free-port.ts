import { threadId } from 'node:worker_threads'
import { nobodyListens } from './process/nobody-listens.ts'

// Below what Linux hands out to connections and to whoever listens at port 0, and above what claimPort takes.
const FIRST = 26_000
const SLOTS = 300
const SLOT_SIZE = 20

let drawn = 0

/**
 * A port of this machine's loopback that nobody listens at now. Each thread draws from twenty ports of its own,
 * in turn: what it was given stays free until it is used, and may be closed and listened at again.
 */
export async function freePort(): Promise<number> {
  // Two processes' threads lie far apart; the threads of one are next to each other.
  const slot = (process.pid * 97 + threadId) % SLOTS
  for (;;) {
    const port = FIRST + slot * SLOT_SIZE + (drawn++ % SLOT_SIZE)
    if (await nobodyListens(port)) return port
  }
}
