import * as z from 'zod'
import { json } from '../http/answer.ts'
import { notFound } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorType, iso, line, timestamp } from '../http/schemas.ts'
import { newId } from '../new-id.ts'
import type { AsanaApp } from '../registry/records.ts'
import type { Services } from '../services.ts'

const PATH = '/oauth/credentials'

const appView = z.object({
  id: z.uuid(),
  scope_type: z.literal('organization'),
  scope_id: z.string(),
  connector_type: z.literal('Asana'),
  client_id: z.string(),
  created_at: timestamp,
  updated_at: timestamp,
})

/** An organization's own Asana app, which its users then see on the consent page. Its secret goes in and never comes out. */
export function asanaAppEndpoints({ registry, apps, audit, now }: Services): readonly Endpoint[] {
  return [
    endpoint({
      operationId: 'saveAsanaApp',
      summary: "Registers the organization's own Asana app, in place of the one before",
      tag: 'Asana app',
      method: 'put',
      paths: [PATH],
      access: 'operator',
      body: z.object({
        connector_type: connectorType,
        configuration: z.object({ client_id: line(200), client_secret: line(500) }),
      }),
      responses: { 200: { description: 'The app, without its secret', schema: appView } },
      async handle({ principal, body: { configuration }, requestId }) {
        const { organizationId } = principal
        const { client_id: clientId, client_secret } = configuration
        const time = now()
        const app = await registry.saveAsanaApp({
          id: newId(time),
          organizationId,
          clientId,
          sealedSecret: await apps.sealSecret(organizationId, clientId, client_secret),
          createdAt: time,
          updatedAt: time,
        })
        audit.write({ action: 'app.saved', outcome: 'done', requestId, organizationId, clientId }, principal)
        return json(200, viewOf(app))
      },
    }),

    endpoint({
      operationId: 'getAsanaApp',
      summary: "The organization's own Asana app",
      tag: 'Asana app',
      method: 'get',
      paths: [PATH],
      access: 'operator',
      responses: { 200: { description: 'The app, without its secret', schema: appView } },
      async handle({ principal }) {
        const app = await registry.findAsanaApp(principal.organizationId)
        if (!app) throw noApp()
        return json(200, viewOf(app))
      },
    }),

    endpoint({
      operationId: 'deleteAsanaApp',
      summary: "Forgets the organization's own Asana app; connections made with it need a new consent",
      tag: 'Asana app',
      method: 'delete',
      paths: [PATH],
      access: 'operator',
      responses: { 204: { description: 'It is gone' } },
      async handle({ principal, requestId }) {
        const { organizationId } = principal
        if (!(await registry.removeAsanaApp(organizationId))) throw noApp()
        audit.write({ action: 'app.deleted', outcome: 'done', requestId, organizationId }, principal)
        return { status: 204 }
      },
    }),
  ]
}

function viewOf(app: AsanaApp): z.input<typeof appView> {
  return {
    id: app.id,
    scope_type: 'organization',
    scope_id: app.organizationId,
    connector_type: 'Asana',
    client_id: app.clientId,
    created_at: iso(app.createdAt),
    updated_at: iso(app.updatedAt),
  }
}

function noApp() {
  return notFound('app_not_found', 'The organization has no Asana app of its own.')
}
