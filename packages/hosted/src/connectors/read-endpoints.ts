import * as z from 'zod'
import { json } from '../http/answer.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorId } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { subjectOf } from './connector-access.ts'
import { connectorDetails, connectorQuery, connectorView } from './connector-schemas.ts'
import { detailsOf, viewOf } from './connector-view.ts'

export function readConnectorEndpoints({ access, apps, registry }: Services): readonly Endpoint[] {
  return [
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
      paths: ['/integrations/connectors/{id}'],
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
  ]
}
