import { tracingChannel } from 'node:diagnostics_channel'
import { type RefreshOutcome, type RefreshTrace, traceNames } from '@x/asana-auth-core'
import { isConnectorSubject } from '../connectors/connector-access.ts'

/**
 * Tells how each refresh of a connector's tokens ended. The channel is the process's: other managers of an
 * application around the server are told apart by whose tokens they refresh.
 * @returns the function that ends it
 */
export function watchRefreshes(tell: (outcome: RefreshOutcome) => void): () => void {
  const { asyncEnd } = tracingChannel<RefreshTrace>(traceNames.refresh)
  const told = (message: unknown) => {
    const { key, outcome } = message as RefreshTrace
    if (outcome !== undefined && isConnectorSubject(key.subject)) tell(outcome)
  }
  asyncEnd.subscribe(told)
  return () => void asyncEnd.unsubscribe(told)
}
