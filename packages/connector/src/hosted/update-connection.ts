import { ConfigurationError } from '@x/asana-auth-core'
import { optionalText } from '../options/known-names.ts'
import { type HostedCallOptions, readCall } from './call-options.ts'
import { findConnector } from './find-connector.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { type NewTokens, newTokensBody, newTokensNames } from './new-tokens.ts'

/** A connection, by its id or as the only one of its user; with both, it has to be that user's. */
export type HostedConnectionChoice =
  | { readonly connectorId: string; readonly externalUserId?: string | undefined }
  | { readonly externalUserId: string; readonly connectorId?: undefined }

/** What a connection gets: the tokens of a new consent or other credentials, another name, or both. */
export type UpdateHostedOptions = HostedCallOptions &
  HostedConnectionChoice &
  (
    | ({ readonly name?: string | undefined } & NewTokens)
    | { readonly name: string; readonly authConfig?: undefined; readonly serverSideOauthSecretId?: undefined }
  )

/** Changes a connection on a hosted server, and returns how to use it. @throws {HostedError | ConfigurationError} */
export async function updateConnection(options: UpdateHostedOptions): Promise<HostedConnection> {
  const what = 'updateHosted'
  const { connection, patience, own } = readCall(what, options, [
    'connectorId',
    'externalUserId',
    'name',
    ...newTokensNames,
  ])
  const name = optionalText('name', own['name'])
  const body = { ...(name !== undefined && { name }), ...newTokensBody(what, own) }
  if (Object.keys(body).length === 0) {
    throw new ConfigurationError(
      'invalid_option',
      `${what} needs what is to change: name, authConfig or serverSideOauthSecretId.`,
    )
  }
  const api = new HostedApi(connection)
  const connectorId = await findConnector(api, connection, patience)
  const path = `/integrations/connectors/${encodeURIComponent(connectorId)}`
  await api.json({ ...patience, method: 'PATCH', path, body })
  return { ...connection, connectorId }
}
