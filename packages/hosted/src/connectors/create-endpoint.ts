import { json } from '../http/answer.ts'
import { unprocessable } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { newId } from '../new-id.ts'
import type { Connector } from '../registry/records.ts'
import type { Services } from '../services.ts'
import { subjectOf } from './connector-access.ts'
import { connectorView, credentialsSource, newConnector } from './connector-schemas.ts'
import { viewOf } from './connector-view.ts'
import { storeTokens } from './store-tokens.ts'

export function createConnectorEndpoint(services: Services): Endpoint {
  const { access, apps, audit, credentials, limiter, registry, now } = services
  return endpoint({
    operationId: 'createConnector',
    summary: 'Connects an external user, with credentials or after a consent',
    tag: 'Connectors',
    method: 'post',
    paths: ['/integrations/connectors'],
    access: 'any',
    body: newConnector,
    responses: { 201: { description: 'The connector', schema: connectorView } },
    async handle({ principal, body, requestId }) {
      const externalUserId = access.userOf(principal, body.external_user_id, 'external_user_id')
      if (externalUserId === undefined) throw missing('external_user_id')
      const source = credentialsSource(body)
      if (!source) throw missing('credentials')
      const { organizationId } = principal
      const owner = { organizationId, externalUserId }
      if (principal.kind === 'operator') limiter.countUser(organizationId, externalUserId)

      const connection = await credentials.obtain(owner, source, body.check)
      const createdAt = now()
      const connector: Connector = {
        ...owner,
        id: newId(createdAt),
        name: body.name ?? `Asana - ${externalUserId}`,
        type: 'asana',
        authKind: connection.authKind,
        app: connection.app,
        createdAt,
        updatedAt: createdAt,
      }
      try {
        // First the row: tokens without one would be found and revoked by nobody.
        await registry.addConnector(connector)
        await storeTokens(registry, connector, await access.authOf(connector), connection.credentials)
      } catch (error) {
        // An outage of ours must not cost the user a consent. If this fails too, the first error is the one to tell.
        await Promise.allSettled([
          apps.forget(subjectOf(connector)),
          registry.removeConnector(organizationId, connector.id),
          connection.undo(),
        ])
        throw error
      }
      audit.write(
        { action: 'connector.created', outcome: 'done', requestId, ...owner, connectorId: connector.id },
        principal,
      )
      return json(201, viewOf(connector))
    },
  })
}

function missing(field: 'external_user_id' | 'credentials') {
  const message =
    field === 'credentials'
      ? 'Send credentials, or server_side_oauth_secret_id of a consent.'
      : 'Say who is to be connected.'
  return unprocessable('missing', message, field)
}
