import * as z from 'zod'
import { json } from '../http/answer.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorId } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { subjectOf } from './connector-access.ts'

export function deleteConnectorEndpoint(services: Services): Endpoint {
  const { access, apps, audit, executors, registry } = services
  return endpoint({
    operationId: 'deleteConnector',
    summary: 'Revokes the grant at Asana and forgets the connector',
    tag: 'Connectors',
    method: 'delete',
    paths: ['/integrations/connectors/{id}'],
    access: 'any',
    params: connectorId,
    responses: {
      202: {
        description:
          'It is gone. `revoked`: Asana was told; a personal access token only its owner can revoke',
        schema: z.object({ job_id: z.uuid(), revoked: z.boolean() }),
      },
    },
    async handle({ principal, params, requestId }) {
      const connector = await access.find(principal, params.id)
      const { organizationId, externalUserId, id, app } = connector
      const disconnect = () => apps.disconnect(organizationId, app, subjectOf(connector))
      // First the tokens: a row without them can be deleted again, tokens without a row cannot.
      const wasRevoked = await disconnect()
      await registry.removeConnector(organizationId, id)
      // Then those that an update gave it in between (see store-tokens.ts).
      const wasRevokedThen = await disconnect().catch((error: unknown) => {
        audit.problem(requestId, 'deleteConnector', error)
        return false
      })
      const revoked = wasRevoked || wasRevokedThen
      executors.forget(connector)
      audit.write(
        {
          action: 'connector.deleted',
          outcome: 'done',
          requestId,
          organizationId,
          externalUserId,
          connectorId: id,
          revoked,
        },
        principal,
      )
      return json(202, { job_id: id, revoked })
    },
  })
}
