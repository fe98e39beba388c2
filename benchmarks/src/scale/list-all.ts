import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { CredentialStore } from '@x/asana-auth-core'

export interface Listing {
  readonly keys: number
  readonly seconds: number
  /** The most that was alive at any time, above what was before: what the listing holds on to. */
  readonly heldMb: number
  /** How much the process grew, garbage that waits to be collected included. */
  readonly rssGrownMb: number
}

const PAGES_BETWEEN_LOOKS = 50

/** Lists everything, page by page, and looks at the memory meanwhile. */
export async function listAll(store: CredentialStore): Promise<Listing> {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const heapMb = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed / 1e6
  }
  const rssMb = () => process.memoryUsage().rss / 1e6
  const before = { heap: heapMb(), rss: rssMb() }
  const peak = { ...before }
  const start = performance.now()
  let [keys, pages, cursor]: [number, number, string | undefined] = [0, 0, undefined]
  do {
    const page = await store.list({ provider: 'asana', limit: 1000, ...(cursor !== undefined && { cursor }) })
    keys += page.keys.length
    pages += 1
    cursor = page.cursor
    peak.rss = Math.max(peak.rss, rssMb())
    if (pages % PAGES_BETWEEN_LOOKS === 0) peak.heap = Math.max(peak.heap, heapMb())
  } while (cursor !== undefined)
  const tenths = (value: number) => Math.round(value * 10) / 10
  return {
    keys,
    seconds: tenths((performance.now() - start) / 1000),
    heldMb: tenths(peak.heap - before.heap),
    rssGrownMb: tenths(peak.rss - before.rss),
  }
}
