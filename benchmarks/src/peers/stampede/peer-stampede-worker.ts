import { type TokenLibraryName, tokenLibraries } from '../libraries/token-libraries.ts'
import type { Application } from '../libraries/token-library.ts'

/** One process of the application: so many of its callers want the user's token at the same time. */
export interface PeerStampedeTask {
  readonly library: TokenLibraryName
  readonly application: Application
  readonly callers: number
}

export interface PeerStampedeAnswer {
  /** One for each caller that got any, dead or alive. */
  readonly tokens: readonly string[]
  readonly failures: readonly string[]
}

const task = JSON.parse(process.argv[2] ?? '') as PeerStampedeTask
const source = await tokenLibraries[task.library].open(task.application)

process.on('message', async () => {
  const calls = Array.from({ length: task.callers }, () => source.getToken())
  const results = await Promise.allSettled(calls)
  const answer: PeerStampedeAnswer = {
    tokens: results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : [])),
    failures: results.flatMap(result => (result.status === 'rejected' ? [String(result.reason)] : [])),
  }
  // Listening keeps it alive until it is let go: an answer of a thousand tokens takes its time.
  process.send?.(answer)
  await source.close()
})
process.send?.({ ready: true })
