import { isObject } from './hosted-answer.ts'
import { type HostedApi, SHORT_MS } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { HostedError } from './hosted-error.ts'

/**
 * Which connector a connection means: the one that is named, or the only one of the external user.
 * @throws {HostedError} `connector_not_found`, or `connector_ambiguous` with the candidates
 */
export async function findConnector(
  api: HostedApi,
  { connectorId, externalUserId = '' }: HostedConnection,
): Promise<string> {
  if (connectorId !== undefined) return connectorId
  const query = new URLSearchParams({ external_user_id: externalUserId })
  const { data } = await api.json({
    method: 'GET',
    path: `/integrations/connectors?${query}`,
    timeoutMs: SHORT_MS,
  })
  const found = (Array.isArray(data) ? data : []).filter(isObject)
  const [only] = found
  if (found.length === 1 && typeof only?.['id'] === 'string') return only['id']
  const who = JSON.stringify(externalUserId)
  if (!only) {
    const text = `${who} has no connector. Make one with AsanaConnector.createHosted or initiateOAuth.`
    throw new HostedError(text, { code: 'connector_not_found' })
  }
  const candidates = found.map(({ id, name }) => `${id} (${name})`).join(', ')
  const text = `${who} has ${found.length} connectors: ${candidates}. Say which with connectorId.`
  throw new HostedError(text, { code: 'connector_ambiguous' })
}
