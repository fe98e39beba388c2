import * as z from 'zod'
import { unprocessable } from '../http/api-error.ts'
import { connectorType, externalUserId, line, timestamp } from '../http/schemas.ts'
import { credentialsSchema } from './credentials-input.ts'

const name = line(200).meta({ examples: ['My Asana connector'] })
const secretId = z.string().min(1).max(200).meta({ description: 'The secret_id that the consent ended with' })
const check = z
  .boolean()
  .default(true)
  .meta({ description: 'Whether to ask Asana first if it accepts the credentials' })
const unused = z.unknown().optional().meta({ description: 'Accepted and not used' })

export const newConnector = z.object({
  external_user_id: externalUserId.optional().meta({ description: 'Needed with an operator token' }),
  connector_type: connectorType,
  name: name.optional(),
  credentials: credentialsSchema.optional(),
  server_side_oauth_secret_id: secretId.optional(),
  check,
  replication_config: unused,
  environment: unused,
})

export const connectorChange = z.object({
  name: name.optional(),
  credentials: credentialsSchema.optional(),
  server_side_oauth_secret_id: secretId.optional(),
  check,
})

export const connectorQuery = z.object({
  external_user_id: externalUserId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(100),
  cursor: z.uuid().optional().meta({ description: '`next_cursor` of the page before' }),
})

const template = z.object({ id: z.string(), name: z.string(), connector_type: z.string() })

export const connectorView = z.object({
  id: z.uuid(),
  name: z.string(),
  external_user_id: z.string(),
  connector_type: z.literal('Asana'),
  auth: z.enum(['oauth', 'token']),
  source_template: template,
  summarized_source_template: template,
  replication_config: z.null(),
  created_at: timestamp,
  updated_at: timestamp,
})

export const connectorDetails = connectorView.extend({
  status: z.enum(['connected', 'reauthorization_required']),
  asana_user: z
    .object({ gid: z.string(), name: z.string().optional(), email: z.string().optional() })
    .nullable(),
})

/** Where a connector's tokens come from. */
export type CredentialsSource =
  | { readonly credentials: z.output<typeof credentialsSchema> }
  | { readonly secretId: string }

/** @throws ApiError 422 when there are two; undefined when there is none */
export function credentialsSource(
  body: Pick<z.output<typeof connectorChange>, 'credentials' | 'server_side_oauth_secret_id'>,
): CredentialsSource | undefined {
  const { credentials, server_side_oauth_secret_id: secretId } = body
  if (credentials && secretId !== undefined) {
    throw unprocessable(
      'ambiguous',
      'Send either credentials or server_side_oauth_secret_id, not both.',
      'credentials',
    )
  }
  if (credentials) return { credentials }
  return secretId === undefined ? undefined : { secretId }
}
