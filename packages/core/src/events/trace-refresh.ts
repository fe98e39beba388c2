import type { CredentialKey } from '../store/credential-store.ts'
import { failedOutcome, type RefreshSuccess } from './refresh-outcome.ts'
import { Trace } from './trace.ts'
import { type RefreshTrace, traceNames } from './trace-messages.ts'

const refreshes = /* @__PURE__ */ new Trace<RefreshTrace>(traceNames.refresh)

/** Tells of a refresh and how it ended, when anybody wants to know. */
export function traceRefresh<R extends { readonly outcome: RefreshSuccess }>(
  key: CredentialKey,
  refresh: () => Promise<R>,
): Promise<R> {
  if (!refreshes.watched) return refresh()
  const message: RefreshTrace = { key }
  return refreshes.run(message, async () => {
    try {
      const refreshed = await refresh()
      message.outcome = refreshed.outcome
      return refreshed
    } catch (error) {
      message.outcome = failedOutcome(error)
      throw error
    }
  })
}
