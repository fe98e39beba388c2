import * as z from 'zod'
import { json } from '../http/answer.ts'
import { unprocessable } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorId } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { noSuchConnector, subjectOf } from './connector-access.ts'
import {
  connectorChange,
  connectorDetails,
  connectorQuery,
  connectorView,
  credentialsSource,
} from './connector-schemas.ts'
import { detailsOf, viewOf } from './connector-view.ts'
import { createConnectorEndpoint } from './create-endpoint.ts'

const PATH = '/integrations/connectors/{id}'

export function connectorEndpoints(services: Services): readonly Endpoint[] {
  const { access, apps, audit, credentials, registry, now } = services
  return [
    createConnectorEndpoint(services),

    endpoint({
      operationId: 'listConnectors',
      summary: "The organization's connectors, or those of one external user",
      tag: 'Connectors',
      method: 'get',
      paths: ['/integrations/connectors'],
      access: 'any',
      query: connectorQuery,
      responses: {
        200: {
          description: 'A page of connectors, oldest first',
          schema: z.object({ data: z.array(connectorView), next_cursor: z.uuid().nullable() }),
        },
      },
      async handle({ principal, query: { external_user_id, cursor, limit } }) {
        const externalUserId = access.userOf(principal, external_user_id, 'query.external_user_id')
        const options = { externalUserId, after: cursor, limit: limit + 1 }
        const found = await registry.listConnectors(principal.organizationId, options)
        const page = found.slice(0, limit)
        // One more than asked for tells whether there is a next page.
        const next = found.length > limit ? (page.at(-1)?.id ?? null) : null
        return json(200, { data: page.map(viewOf), next_cursor: next })
      },
    }),

    endpoint({
      operationId: 'getConnector',
      summary: 'One connector, and how its connection is',
      tag: 'Connectors',
      method: 'get',
      paths: [PATH],
      access: 'any',
      params: connectorId,
      responses: { 200: { description: 'The connector', schema: connectorDetails } },
      async handle({ principal, params }) {
        const connector = await access.find(principal, params.id)
        const auth = await apps.managerOf(connector.organizationId, connector.app)
        // Its app was given up, and its grant with it.
        const status = (await auth?.status(subjectOf(connector))) ?? { state: 'not_connected' }
        return json(200, detailsOf(connector, status))
      },
    }),

    endpoint({
      operationId: 'updateConnector',
      summary: 'Another name, or new credentials after a new consent',
      tag: 'Connectors',
      method: 'patch',
      paths: [PATH],
      access: 'any',
      params: connectorId,
      body: connectorChange,
      responses: { 200: { description: 'The connector as it is now', schema: connectorView } },
      async handle({ principal, params, body, requestId }) {
        const connector = await access.find(principal, params.id)
        const source = credentialsSource(body)
        if (!source && body.name === undefined) {
          throw unprocessable(
            'missing',
            'Send what is to change: name, credentials or server_side_oauth_secret_id.',
          )
        }
        const { organizationId, externalUserId, id } = connector
        const connection = source && (await credentials.obtain(connector, source, body.check))
        const { authKind, app } = connection ?? connector
        try {
          const name = body.name ?? connector.name
          const changed = await registry.updateConnector(organizationId, id, {
            name,
            authKind,
            app,
            updatedAt: now(),
          })
          if (!changed) throw noSuchConnector()
          if (connection) {
            const auth = await access.authOf(changed)
            await auth.storeCredentials('asana', subjectOf(changed), connection.credentials)
          }
          audit.write(
            {
              action: 'connector.updated',
              outcome: 'done',
              requestId,
              organizationId,
              externalUserId,
              connectorId: id,
              reauthorized: connection !== undefined,
            },
            principal,
          )
          return json(200, viewOf(changed))
        } catch (error) {
          await connection?.undo().catch(() => {})
          throw error
        }
      },
    }),

    endpoint({
      operationId: 'deleteConnector',
      summary: 'Revokes the grant at Asana and forgets the connector',
      tag: 'Connectors',
      method: 'delete',
      paths: [PATH],
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
        const { organizationId, externalUserId, id } = connector
        // First the tokens: a row without them can be deleted again, tokens without a row cannot.
        const revoked = await apps.disconnect(organizationId, connector.app, subjectOf(connector))
        await registry.removeConnector(organizationId, id)
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
    }),
  ]
}
