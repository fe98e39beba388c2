import { ConfigurationError } from '@x/asana-auth-core'
import { neededText, optionalText } from '../options/known-names.ts'
import { type HostedCallOptions, readCall } from './call-options.ts'
import { invalidAnswer } from './hosted-answer.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import type { HostedRequest } from './hosted-request.ts'
import { type NewTokens, newTokensBody, newTokensNames } from './new-tokens.ts'

/** For whom a connection is made, and of what. */
export type CreateHostedOptions = HostedCallOptions & {
  readonly externalUserId: string
  /** Default: made from the external user's id. */
  readonly name?: string | undefined
} & NewTokens

/** Makes a connection on a hosted server, and returns how to use it. @throws {HostedError | ConfigurationError} */
export async function createConnection(options: CreateHostedOptions): Promise<HostedConnection> {
  const what = 'createHosted'
  const { connection, patience, own } = readCall(what, options, ['externalUserId', 'name', ...newTokensNames])
  const tokens = newTokensBody(what, own)
  if (Object.keys(tokens).length === 0) {
    throw new ConfigurationError('invalid_option', `${what} needs authConfig or serverSideOauthSecretId.`)
  }
  const name = optionalText('name', own['name'])
  const request: HostedRequest = {
    ...patience,
    method: 'POST',
    path: '/integrations/connectors',
    body: {
      external_user_id: neededText(what, 'externalUserId', own['externalUserId']),
      connector_type: 'Asana',
      ...(name !== undefined && { name }),
      ...tokens,
    },
  }
  const { id } = await new HostedApi(connection).json(request)
  if (typeof id === 'string') return { ...connection, connectorId: id }
  throw invalidAnswer(request)
}
