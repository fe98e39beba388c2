import { ConfigurationError } from '@x/asana-auth-core'
import type { HostedApi } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { HostedError } from './hosted-error.ts'
import { type HostedRequest, SHORT_MS } from './hosted-request.ts'
import { connectionPage } from './list-connections.ts'

/**
 * Which connector a connection means: the one that is named, or the only one of the external user.
 * @throws {HostedError} `connector_not_found`, or `connector_ambiguous` with the candidates
 * @throws {ConfigurationError} `invalid_option`: neither was named
 */
export async function findConnector(
  api: HostedApi,
  { connectorId, externalUserId }: HostedConnection,
  patience: Pick<HostedRequest, 'signal' | 'timeoutMs'> = { timeoutMs: SHORT_MS },
): Promise<string> {
  if (connectorId !== undefined) return connectorId
  if (externalUserId === undefined) {
    // Without a user, the list would be that of the whole organization.
    throw new ConfigurationError(
      'invalid_option',
      'Say which connection: give connectorId or externalUserId.',
    )
  }
  const path = `/integrations/connectors?${new URLSearchParams({ external_user_id: externalUserId })}`
  const { connections } = await connectionPage(api, { ...patience, method: 'GET', path })
  const [only, another] = connections
  if (only && !another) return only.connectorId
  const who = JSON.stringify(externalUserId)
  if (!only) {
    const text = `${who} has no connector. Make one with AsanaConnector.createHosted or initiateOAuth.`
    throw new HostedError(text, { code: 'connector_not_found' })
  }
  const candidates = connections.map(one => `${one.connectorId} (${one.name})`).join(', ')
  const text = `${who} has ${connections.length} connectors: ${candidates}. Say which with connectorId.`
  throw new HostedError(text, { code: 'connector_ambiguous' })
}
