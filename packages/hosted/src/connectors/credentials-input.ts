import * as z from 'zod'
import { badRequest } from '../http/api-error.ts'

/** Tokens are opaque; only what no header could carry is refused. */
const secret = z
  .string()
  .min(1)
  .max(4000)
  .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII without spaces')

const members = {
  access_token: secret.optional(),
  refresh_token: secret.optional(),
  client_id: secret.optional(),
  client_secret: secret.optional(),
  token: secret.optional().meta({ description: 'A personal access token' }),
}

/** Of one scheme: OAuth (`refresh_token`, and `access_token`, `client_id`, `client_secret` if known) or `token`. */
export const credentialsSchema = z
  .strictObject(members)
  .meta({ description: 'Either refresh_token with access_token, client_id, client_secret; or token' })

/** What a connector can be made of, told apart. */
export type GivenCredentials =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'oauth'
      readonly refreshToken: string
      readonly accessToken: string | undefined
      /** Of the Asana app that the refresh token was issued to. */
      readonly client: { readonly id: string; readonly secret: string } | undefined
    }

/** @throws ApiError 400 `credentials_mismatch`, naming the members and no value */
export function readCredentials(input: z.output<typeof credentialsSchema>): GivenCredentials {
  const { token, refresh_token, access_token, client_id, client_secret } = input
  const given = Object.keys(input).join(', ') || 'none'
  if (token !== undefined && Object.keys(input).length === 1) return { kind: 'token', token }
  if (token !== undefined || refresh_token === undefined) {
    throw badRequest(
      'credentials_mismatch',
      `The credentials are of no known kind: send refresh_token (and access_token, client_id, client_secret) or token alone. Given: ${given}.`,
      'credentials',
    )
  }
  if ((client_id === undefined) !== (client_secret === undefined)) {
    throw badRequest('credentials_mismatch', 'client_id and client_secret go together.', 'credentials')
  }
  const client = client_id !== undefined && client_secret !== undefined
  return {
    kind: 'oauth',
    refreshToken: refresh_token,
    accessToken: access_token,
    client: client ? { id: client_id, secret: client_secret } : undefined,
  }
}
