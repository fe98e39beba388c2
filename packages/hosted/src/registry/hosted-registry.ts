import type { ApiClient, AsanaApp, Connector, Organization } from './records.ts'

/** What is to be different; what is absent stays as it is. */
export type ConnectorChange = Partial<Pick<Connector, 'name' | 'authKind' | 'app'>> &
  Pick<Connector, 'updatedAt'>

/** Which connectors of an organization. */
export interface ConnectorPageOptions {
  /** Only this user's. */
  readonly externalUserId?: string | undefined
  /** The id of the last connector of the page before. */
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * What the server knows of organizations and their connections. Whatever belongs to an organization is
 * asked for with its id, so that no query can find another's. Every method rejects with
 * `StoreUnavailableError` when the storage cannot be reached.
 */
export interface HostedRegistry {
  /** For messages: `memory`, `postgres`. */
  readonly name: string

  /** Resolves when the storage answers. */
  ping(): Promise<void>

  /** With its first client, both or neither. */
  addOrganization(organization: Organization, client: ApiClient): Promise<void>
  /** Undefined when there is none; so it is with all that is found here. */
  findOrganization(organizationId: string): Promise<Organization | undefined>
  /** True when there is such an organization. */
  setRedirectUrls(organizationId: string, redirectUrls: readonly string[]): Promise<boolean>

  /** Another one for its organization: to rotate its secret. */
  addClient(client: ApiClient): Promise<void>
  /** The one question without an organization: its answer says which one it is. */
  findClient(clientId: string): Promise<ApiClient | undefined>
  /** True when the organization had it. Tokens that it was given end by themselves. */
  removeClient(organizationId: string, clientId: string): Promise<boolean>

  /** An organization has at most one: it replaces the one before, and keeps its `id` and `createdAt`. */
  saveAsanaApp(app: AsanaApp): Promise<AsanaApp>
  /** The app as it is now. */
  findAsanaApp(organizationId: string): Promise<AsanaApp | undefined>
  /** True when there was one. */
  removeAsanaApp(organizationId: string): Promise<boolean>

  /** Its id is new. */
  addConnector(connector: Connector): Promise<void>
  /** By its id, in this organization and in no other. */
  findConnector(organizationId: string, id: string): Promise<Connector | undefined>
  /** In the order of ids, which is that of their making. */
  listConnectors(organizationId: string, options: ConnectorPageOptions): Promise<readonly Connector[]>
  /** The connector as it is afterwards; undefined when there is none. */
  updateConnector(organizationId: string, id: string, change: ConnectorChange): Promise<Connector | undefined>
  /** True when the organization had it. Its tokens are the credential store's. */
  removeConnector(organizationId: string, id: string): Promise<boolean>
}
