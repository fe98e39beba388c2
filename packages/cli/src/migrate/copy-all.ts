import { ASANA, type CredentialKey } from '@x/asana-auth-core'
import { eachPage } from '../stores/each-page.ts'
import { type CopyOutcome, type CopyRoute, copyCredential } from './copy-credential.ts'

/** How far a migration is: how many credentials of each outcome. */
export type CopyProgress = Readonly<Record<CopyOutcome, number>> & {
  readonly scanned: number
  /** The first of those that no key opens. */
  readonly unreadableKeys: readonly CredentialKey[]
  /** Where to go on. Absent: the end was reached. */
  readonly cursor?: string
}

interface CopyOptions {
  readonly cursor?: string
  /** Stops after the page under way. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: CopyProgress) => void
}

const PAGE = 100
/** Enough to see which they are. */
const NAMED = 10

/** @throws StoreUnavailableError; what was copied stays, and a second run finds it there */
export async function copyAll(route: CopyRoute, options: CopyOptions): Promise<CopyProgress> {
  const { cursor, signal, onProgress } = options
  const { store } = route.source
  let progress: CopyProgress = {
    scanned: 0,
    copied: 0,
    updated: 0,
    same: 0,
    kept: 0,
    gone: 0,
    unreadable: 0,
    unreadableKeys: [],
  }
  const list = (from?: string) =>
    store.list({ provider: ASANA, limit: PAGE, ...(from !== undefined && { cursor: from }) })
  for await (const page of eachPage(list, cursor)) {
    const outcomes = await Promise.all(page.keys.map(key => copyCredential(route, key)))
    progress = add(progress, page.keys, outcomes, page.cursor)
    onProgress(progress)
    if (signal.aborted) break
  }
  return progress
}

function add(
  progress: CopyProgress,
  keys: readonly CredentialKey[],
  outcomes: readonly CopyOutcome[],
  cursor: string | undefined,
): CopyProgress {
  const { cursor: _before, ...counts } = progress
  const next = { ...counts, scanned: counts.scanned + keys.length }
  for (const outcome of outcomes) next[outcome] += 1
  const unreadable = keys.filter((_, index) => outcomes[index] === 'unreadable')
  return {
    ...next,
    unreadableKeys: [...progress.unreadableKeys, ...unreadable].slice(0, NAMED),
    ...(cursor !== undefined && { cursor }),
  }
}
