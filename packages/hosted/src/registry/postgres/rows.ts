import type { ApiClient, AsanaApp, ConnectionApp, Connector, Organization } from '../records.ts'

type Row = Readonly<Record<string, unknown>>

export function organizationOf(row: Row): Organization {
  return {
    id: String(row['id']),
    name: String(row['name']),
    redirectUrls: Array.isArray(row['redirect_urls']) ? row['redirect_urls'].map(String) : [],
    createdAt: Number(row['created_at']),
  }
}

export function clientOf(row: Row): ApiClient {
  return {
    clientId: String(row['client_id']),
    organizationId: String(row['organization_id']),
    secretHash: String(row['secret_hash']),
    createdAt: Number(row['created_at']),
  }
}

export function asanaAppOf(row: Row): AsanaApp {
  return {
    id: String(row['id']),
    organizationId: String(row['organization_id']),
    clientId: String(row['client_id']),
    sealedSecret: String(row['sealed_secret']),
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
  }
}

export function connectorOf(row: Row): Connector {
  return {
    id: String(row['id']),
    organizationId: String(row['organization_id']),
    externalUserId: String(row['external_user_id']),
    name: String(row['name']),
    type: 'asana',
    authKind: row['auth_kind'] === 'token' ? 'token' : 'oauth',
    app: appOf(row),
    createdAt: Number(row['created_at']),
    updatedAt: Number(row['updated_at']),
  }
}

/** The columns app_kind, app_client_id, app_sealed_secret. */
export function appColumns(app: ConnectionApp): readonly [string, string | null, string | null] {
  return [app.kind, app.kind === 'server' ? null : app.clientId, app.kind === 'own' ? app.sealedSecret : null]
}

function appOf({ app_kind: kind, app_client_id: clientId, app_sealed_secret: sealed }: Row): ConnectionApp {
  if (kind === 'organization') return { kind, clientId: String(clientId) }
  if (kind === 'own') return { kind, clientId: String(clientId), sealedSecret: String(sealed) }
  return { kind: 'server' }
}
