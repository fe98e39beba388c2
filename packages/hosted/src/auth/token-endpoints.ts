import * as z from 'zod'
import { json } from '../http/answer.ts'
import { unauthorized, unprocessable } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { externalUserId, iso, line } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { LIFETIME_S } from './access-tokens.ts'
import { isClientSecret } from './client-secret.ts'

export function tokenEndpoints({ registry, tokens, audit, now }: Services): readonly Endpoint[] {
  return [
    endpoint({
      operationId: 'createOperatorToken',
      summary: 'A client id and secret for an operator token of 15 minutes',
      tag: 'Tokens',
      method: 'post',
      paths: ['/account/applications/token'],
      access: 'public',
      body: z.object({ client_id: line(200), client_secret: line(500) }),
      responses: {
        200: {
          description: 'The token',
          schema: z.object({
            access_token: z.string(),
            token_type: z.literal('bearer'),
            expires_in: z.literal(LIFETIME_S.operator),
            organization_id: z.string(),
          }),
        },
      },
      async handle({ body, requestId }) {
        const client = await registry.findClient(body.client_id)
        const isRight = await isClientSecret(body.client_secret, client?.secretHash)
        if (!client || !isRight) {
          audit.write({ action: 'token.issued', outcome: 'refused', requestId, clientId: body.client_id })
          throw unauthorized('invalid_client', 'There is no client with this id and secret.')
        }
        const { organizationId, clientId } = client
        const access_token = await tokens.issue({ kind: 'operator', organizationId, clientId })
        audit.write({ action: 'token.issued', outcome: 'done', requestId, organizationId, clientId })
        return json(200, {
          access_token,
          token_type: 'bearer',
          expires_in: LIFETIME_S.operator,
          organization_id: organizationId,
        })
      },
    }),

    endpoint({
      operationId: 'createScopedToken',
      summary: 'A token of 20 minutes for one external user',
      tag: 'Tokens',
      method: 'post',
      paths: ['/embedded/scoped-token', '/account/applications/scoped-token'],
      access: 'operator',
      body: z.object({
        external_user_id: externalUserId.optional(),
        workspace_name: externalUserId.optional().meta({ description: 'Another name of external_user_id' }),
      }),
      responses: { 200: { description: 'The token', schema: z.object({ token: z.string() }) } },
      async handle({ principal, body, requestId }) {
        const { organizationId } = principal
        const externalUserId = oneUser(body.external_user_id, body.workspace_name)
        const token = await tokens.issue({ kind: 'scoped', organizationId, externalUserId })
        const entry = { action: 'scoped_token.issued', outcome: 'done', requestId } as const
        audit.write({ ...entry, organizationId, externalUserId }, principal)
        return json(200, { token })
      },
    }),

    endpoint({
      operationId: 'getScopedToken',
      summary: 'Whom a scoped token stands for',
      tag: 'Tokens',
      method: 'get',
      paths: ['/embedded/scoped-token/info', '/account/applications/scoped-token/info'],
      access: 'scoped',
      responses: {
        200: {
          description: 'The user of the token that was sent',
          schema: z.object({
            organization_id: z.string(),
            external_user_id: z.string(),
            workspace_name: z.string(),
            expires_in: z.number().meta({ description: 'Seconds' }),
            expires_at: z.iso.datetime(),
          }),
        },
      },
      async handle({ principal, expiresAt }) {
        const { organizationId, externalUserId } = principal
        return json(200, {
          organization_id: organizationId,
          external_user_id: externalUserId,
          workspace_name: externalUserId,
          expires_in: Math.max(0, Math.floor((expiresAt - now()) / 1000)),
          expires_at: iso(expiresAt),
        })
      },
    }),
  ]
}

function oneUser(external: string | undefined, workspace: string | undefined): string {
  const user = external ?? workspace
  if (user === undefined) {
    throw unprocessable(
      'missing',
      'Say whose token: external_user_id, or workspace_name.',
      'external_user_id',
    )
  }
  if (workspace !== undefined && workspace !== user) {
    throw unprocessable('ambiguous', 'external_user_id and workspace_name name two users.', 'workspace_name')
  }
  return user
}
