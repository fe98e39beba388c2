import { ASANA, type AsanaUserCredentials, type AuthManager } from '@x/asana-auth-core'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import type { Connector } from '../registry/records.ts'
import { noSuchConnector, subjectOf } from './connector-access.ts'

/**
 * Gives a connector its tokens, unless it was deleted meanwhile: nobody would find them any more, or revoke
 * them. Who deletes looks for tokens once more when the connector is gone, so that one of the two sees the other.
 * @throws ApiError 404, StoreUnavailableError
 */
export async function storeTokens(
  registry: HostedRegistry,
  connector: Connector,
  auth: AuthManager,
  credentials: AsanaUserCredentials,
): Promise<void> {
  const { organizationId, id } = connector
  const subject = subjectOf(connector)
  await auth.storeCredentials(ASANA, subject, credentials).catch(async (error: unknown) => {
    // Only the answer may be lost.
    const stored = await auth.loadCredentials(ASANA, subject).catch(() => undefined)
    if (!areSame(stored, credentials)) throw error
  })
  // It was there a moment ago: who cannot look now believes that it still is.
  if (await registry.findConnector(organizationId, id).catch(() => connector)) return
  await auth.deleteCredentials(ASANA, subject)
  throw noSuchConnector()
}

function areSame(stored: AsanaUserCredentials | undefined, given: AsanaUserCredentials): boolean {
  return stored?.accessToken === given.accessToken && stored.refreshToken === given.refreshToken
}
