import type { ConnectionStatus } from '@x/asana-auth-core'
import type * as z from 'zod'
import { iso } from '../http/schemas.ts'
import type { Connector } from '../registry/records.ts'
import type { connectorDetails, connectorView } from './connector-schemas.ts'

const TEMPLATE = { id: 'asana', name: 'Asana', connector_type: 'Asana' }

/** A connector as the API shows it. */
export function viewOf(connector: Connector): z.input<typeof connectorView> {
  return {
    id: connector.id,
    name: connector.name,
    external_user_id: connector.externalUserId,
    connector_type: 'Asana',
    auth: connector.authKind,
    source_template: TEMPLATE,
    summarized_source_template: TEMPLATE,
    replication_config: null,
    created_at: iso(connector.createdAt),
    updated_at: iso(connector.updatedAt),
  }
}

export function detailsOf(connector: Connector, status: ConnectionStatus): z.input<typeof connectorDetails> {
  return {
    ...viewOf(connector),
    // Without tokens it can do nothing, however it came to that.
    status: status.state === 'connected' ? 'connected' : 'reauthorization_required',
    asana_user: (status.state === 'not_connected' ? undefined : status.identity) ?? null,
  }
}
