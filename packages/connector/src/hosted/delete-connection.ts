import { type HostedCallOptions, readCall } from './call-options.ts'
import { findConnector } from './find-connector.ts'
import { invalidAnswer } from './hosted-answer.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedRequest } from './hosted-request.ts'
import type { HostedConnectionChoice } from './update-connection.ts'

/** Which connection is to end. */
export type DeleteHostedOptions = HostedCallOptions & HostedConnectionChoice

/** Ends a connection on a hosted server. @throws {HostedError | ConfigurationError} */
export async function deleteConnection(options: DeleteHostedOptions): Promise<{ readonly revoked: boolean }> {
  const { connection, patience } = readCall('deleteHosted', options, ['connectorId', 'externalUserId'])
  const api = new HostedApi(connection)
  const connectorId = await findConnector(api, connection, patience)
  const path = `/integrations/connectors/${encodeURIComponent(connectorId)}`
  const request: HostedRequest = { ...patience, method: 'DELETE', path }
  const { revoked } = await api.json(request)
  if (typeof revoked === 'boolean') return { revoked }
  throw invalidAnswer(request)
}
