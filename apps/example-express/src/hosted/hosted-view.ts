import { type AsanaConnector, HostedError } from '@x/asana-connector'
import { explainError, type Problem } from '../web/problem.ts'
import { type HostedWork, loadHostedWork } from './hosted-work.ts'

/** How it stands between a visitor and Asana, as the hosted server tells it. */
export type HostedView =
  | { readonly kind: 'not_connected' }
  | { readonly kind: 'connected'; readonly work: HostedWork }
  /** Only the user can mend it. `url`: the call that starts the consent, as the server names it. */
  | { readonly kind: 'consent_needed'; readonly url: string | undefined }
  /** The connection may be good; the server, or Asana behind it, is not. */
  | { readonly kind: 'failed'; readonly problem: Problem; readonly error: HostedError }

/** @throws what is no answer of the hosted server */
export async function viewThrough(
  connector: AsanaConnector,
  wantedWorkspace: string | undefined,
): Promise<HostedView> {
  try {
    return { kind: 'connected', work: await loadHostedWork(connector, wantedWorkspace) }
  } catch (error) {
    if (!(error instanceof HostedError)) throw error
    if (error.code === 'connector_not_found') return { kind: 'not_connected' }
    if (error.code === 'reauthorization_required') {
      return { kind: 'consent_needed', url: error.errors.find(item => item.url !== undefined)?.url }
    }
    return { kind: 'failed', problem: explainError(error), error }
  }
}
