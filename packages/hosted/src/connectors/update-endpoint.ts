import { json } from '../http/answer.ts'
import { unprocessable } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorId } from '../http/schemas.ts'
import type { ConnectorChange } from '../registry/hosted-registry.ts'
import type { Services } from '../services.ts'
import { noSuchConnector } from './connector-access.ts'
import { connectorChange, connectorView, credentialsSource } from './connector-schemas.ts'
import { viewOf } from './connector-view.ts'
import { storeTokens } from './store-tokens.ts'

export function updateConnectorEndpoint(services: Services): Endpoint {
  const { access, audit, credentials, registry, now } = services
  return endpoint({
    operationId: 'updateConnector',
    summary: 'Another name, or new credentials after a new consent',
    tag: 'Connectors',
    method: 'patch',
    paths: ['/integrations/connectors/{id}'],
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
      const { name, authKind, app, updatedAt } = connector
      // No more than what was asked for: somebody else may change the rest.
      const change = {
        ...(body.name !== undefined && { name: body.name }),
        ...(connection && { authKind: connection.authKind, app: connection.app }),
        updatedAt: now(),
      }
      let before: ConnectorChange | undefined
      try {
        // Found out before anything is changed: the app of the consent may have been given up.
        const auth = connection && (await access.authOf({ ...connector, ...change }))
        if (connection) before = { ...(body.name !== undefined && { name }), authKind, app, updatedAt }
        const changed = await registry.updateConnector(organizationId, id, change)
        if (!changed) throw noSuchConnector()
        if (auth && connection) await storeTokens(registry, changed, auth, connection.credentials)
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
        // It still has the tokens from before: refreshed with another app, they would end for good.
        if (before) await registry.updateConnector(organizationId, id, before).catch(() => {})
        await connection?.undo().catch(() => {})
        throw error
      }
    },
  })
}
