import type { PostgresPool } from '@x/asana-auth-store-postgres'
import type { ConnectorChange, ConnectorPageOptions, HostedRegistry } from '../hosted-registry.ts'
import type { ApiClient, AsanaApp, Connector, Organization } from '../records.ts'
import { registryError } from './registry-error.ts'
import { appColumns, asanaAppOf, clientOf, connectorOf, organizationOf } from './rows.ts'
import { type RegistryTableOptions, type RegistryTables, registryTables } from './tables.ts'

export interface PostgresRegistryOptions extends RegistryTableOptions {
  /** A `pg` Pool. The registry never ends it. */
  readonly pool: PostgresPool
}

type Row = Readonly<Record<string, unknown>>

/** The registry in Postgres; `migrateRegistry` makes the tables. Every call is one statement on any connection. */
export class PostgresRegistry implements HostedRegistry {
  readonly name = 'postgres'
  readonly #pool: PostgresPool
  readonly #tables: RegistryTables

  /** @throws ConfigurationError `invalid_option` */
  constructor({ pool, ...options }: PostgresRegistryOptions) {
    this.#pool = pool
    this.#tables = registryTables(options)
  }

  async ping(): Promise<void> {
    await this.#run('ping', `SELECT 1 FROM ${this.#tables.organizations} LIMIT 1`)
  }

  async addOrganization(organization: Organization, client: ApiClient): Promise<void> {
    const { organizations, clients } = this.#tables
    const { id, name, redirectUrls, createdAt } = organization
    await this.#run(
      'addOrganization',
      `WITH added AS (INSERT INTO ${organizations} (id, name, redirect_urls, created_at)
VALUES ($1, $2, $3, $4) RETURNING id)
INSERT INTO ${clients} (client_id, organization_id, secret_hash, created_at) SELECT $5, id, $6, $7 FROM added`,
      [id, name, redirectUrls, createdAt, client.clientId, client.secretHash, client.createdAt],
    )
  }

  async findOrganization(organizationId: string): Promise<Organization | undefined> {
    const sql = `SELECT * FROM ${this.#tables.organizations} WHERE id = $1`
    const [row] = await this.#run('findOrganization', sql, [organizationId])
    return row && organizationOf(row)
  }

  async setRedirectUrls(organizationId: string, redirectUrls: readonly string[]): Promise<boolean> {
    const sql = `UPDATE ${this.#tables.organizations} SET redirect_urls = $2 WHERE id = $1 RETURNING 1`
    return (await this.#run('setRedirectUrls', sql, [organizationId, redirectUrls])).length > 0
  }

  async addClient({ clientId, organizationId, secretHash, createdAt }: ApiClient): Promise<void> {
    const sql = `INSERT INTO ${this.#tables.clients} (client_id, organization_id, secret_hash, created_at)
VALUES ($1, $2, $3, $4)`
    await this.#run('addClient', sql, [clientId, organizationId, secretHash, createdAt])
  }

  async findClient(clientId: string): Promise<ApiClient | undefined> {
    const sql = `SELECT * FROM ${this.#tables.clients} WHERE client_id = $1`
    const [row] = await this.#run('findClient', sql, [clientId])
    return row && clientOf(row)
  }

  async removeClient(organizationId: string, clientId: string): Promise<boolean> {
    const sql = `DELETE FROM ${this.#tables.clients} WHERE organization_id = $1 AND client_id = $2 RETURNING 1`
    return (await this.#run('removeClient', sql, [organizationId, clientId])).length > 0
  }

  async saveAsanaApp(app: AsanaApp): Promise<AsanaApp> {
    const { id, organizationId, clientId, sealedSecret, createdAt, updatedAt } = app
    const [row] = await this.#run(
      'saveAsanaApp',
      `INSERT INTO ${this.#tables.asanaApps} (organization_id, id, client_id, sealed_secret, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (organization_id) DO UPDATE SET client_id = $3, sealed_secret = $4, updated_at = $6 RETURNING *`,
      [organizationId, id, clientId, sealedSecret, createdAt, updatedAt],
    )
    return row ? asanaAppOf(row) : app
  }

  async findAsanaApp(organizationId: string): Promise<AsanaApp | undefined> {
    const sql = `SELECT * FROM ${this.#tables.asanaApps} WHERE organization_id = $1`
    const [row] = await this.#run('findAsanaApp', sql, [organizationId])
    return row && asanaAppOf(row)
  }

  async removeAsanaApp(organizationId: string): Promise<boolean> {
    const sql = `DELETE FROM ${this.#tables.asanaApps} WHERE organization_id = $1 RETURNING 1`
    return (await this.#run('removeAsanaApp', sql, [organizationId])).length > 0
  }

  async addConnector(connector: Connector): Promise<void> {
    const { organizationId, id, externalUserId, name, authKind, app, createdAt, updatedAt } = connector
    await this.#run(
      'addConnector',
      `INSERT INTO ${this.#tables.connectors} (organization_id, id, external_user_id, name, auth_kind,
app_kind, app_client_id, app_sealed_secret, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [organizationId, id, externalUserId, name, authKind, ...appColumns(app), createdAt, updatedAt],
    )
  }

  async findConnector(organizationId: string, id: string): Promise<Connector | undefined> {
    const sql = `SELECT * FROM ${this.#tables.connectors} WHERE organization_id = $1 AND id = $2`
    const [row] = await this.#run('findConnector', sql, [organizationId, id])
    return row && connectorOf(row)
  }

  async listConnectors(organizationId: string, options: ConnectorPageOptions): Promise<readonly Connector[]> {
    const { externalUserId, after = '', limit } = options
    const ofUser = externalUserId === undefined ? '' : 'AND external_user_id = $4'
    const rows = await this.#run(
      'listConnectors',
      `SELECT * FROM ${this.#tables.connectors} WHERE organization_id = $1 AND id > $2 ${ofUser} ORDER BY id LIMIT $3`,
      [organizationId, after, limit, ...(externalUserId === undefined ? [] : [externalUserId])],
    )
    return rows.map(connectorOf)
  }

  async updateConnector(
    organizationId: string,
    id: string,
    change: ConnectorChange,
  ): Promise<Connector | undefined> {
    const { name, authKind, app, updatedAt } = change
    const [row] = await this.#run(
      'updateConnector',
      `UPDATE ${this.#tables.connectors} SET name = COALESCE($3, name), auth_kind = COALESCE($4, auth_kind),
app_kind = COALESCE($5, app_kind), app_client_id = CASE WHEN $5 IS NULL THEN app_client_id ELSE $6 END,
app_sealed_secret = CASE WHEN $5 IS NULL THEN app_sealed_secret ELSE $7 END, updated_at = $8
WHERE organization_id = $1 AND id = $2 RETURNING *`,
      [
        organizationId,
        id,
        name ?? null,
        authKind ?? null,
        ...(app ? appColumns(app) : [null, null, null]),
        updatedAt,
      ],
    )
    return row && connectorOf(row)
  }

  async removeConnector(organizationId: string, id: string): Promise<boolean> {
    const sql = `DELETE FROM ${this.#tables.connectors} WHERE organization_id = $1 AND id = $2 RETURNING 1`
    return (await this.#run('removeConnector', sql, [organizationId, id])).length > 0
  }

  async #run(operation: string, text: string, values: unknown[] = []): Promise<readonly Row[]> {
    try {
      // Not prepared by name: any pooler may stand in between.
      return (await this.#pool.query({ text, values })).rows
    } catch (error) {
      throw registryError(error, operation)
    }
  }
}
