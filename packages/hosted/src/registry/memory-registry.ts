import type { ConnectorChange, ConnectorPageOptions, HostedRegistry } from './hosted-registry.ts'
import type { ApiClient, AsanaApp, Connector, Organization } from './records.ts'

/** A registry in the memory of one process: for tests and for trying it out. */
export class MemoryRegistry implements HostedRegistry {
  readonly name = 'memory'
  readonly #organizations = new Map<string, Organization>()
  readonly #clients = new Map<string, ApiClient>()
  readonly #apps = new Map<string, AsanaApp>()
  /** By organization, then by id. */
  readonly #connectors = new Map<string, Map<string, Connector>>()

  async ping(): Promise<void> {}

  async addOrganization(organization: Organization, client: ApiClient): Promise<void> {
    this.#organizations.set(organization.id, organization)
    this.#clients.set(client.clientId, client)
  }

  async findOrganization(organizationId: string): Promise<Organization | undefined> {
    return this.#organizations.get(organizationId)
  }

  async setRedirectUrls(organizationId: string, redirectUrls: readonly string[]): Promise<boolean> {
    const organization = this.#organizations.get(organizationId)
    if (!organization) return false
    this.#organizations.set(organizationId, { ...organization, redirectUrls })
    return true
  }

  async addClient(client: ApiClient): Promise<void> {
    this.#clients.set(client.clientId, client)
  }

  async findClient(clientId: string): Promise<ApiClient | undefined> {
    return this.#clients.get(clientId)
  }

  async removeClient(organizationId: string, clientId: string): Promise<boolean> {
    if (this.#clients.get(clientId)?.organizationId !== organizationId) return false
    return this.#clients.delete(clientId)
  }

  async saveAsanaApp(app: AsanaApp): Promise<AsanaApp> {
    const { id, createdAt } = this.#apps.get(app.organizationId) ?? app
    const saved = { ...app, id, createdAt }
    this.#apps.set(app.organizationId, saved)
    return saved
  }

  async findAsanaApp(organizationId: string): Promise<AsanaApp | undefined> {
    return this.#apps.get(organizationId)
  }

  async removeAsanaApp(organizationId: string): Promise<boolean> {
    return this.#apps.delete(organizationId)
  }

  async addConnector(connector: Connector): Promise<void> {
    const { organizationId, id } = connector
    const own = this.#connectors.get(organizationId) ?? new Map<string, Connector>()
    this.#connectors.set(organizationId, own.set(id, connector))
  }

  async findConnector(organizationId: string, id: string): Promise<Connector | undefined> {
    return this.#connectors.get(organizationId)?.get(id)
  }

  async listConnectors(organizationId: string, options: ConnectorPageOptions): Promise<readonly Connector[]> {
    const { externalUserId, after = '', limit } = options
    return [...(this.#connectors.get(organizationId)?.values() ?? [])]
      .filter(one => externalUserId === undefined || one.externalUserId === externalUserId)
      .filter(({ id }) => id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit)
  }

  async updateConnector(
    organizationId: string,
    id: string,
    change: ConnectorChange,
  ): Promise<Connector | undefined> {
    const found = this.#connectors.get(organizationId)?.get(id)
    if (!found) return undefined
    const changed = { ...found, ...change }
    this.#connectors.get(organizationId)?.set(id, changed)
    return changed
  }

  async removeConnector(organizationId: string, id: string): Promise<boolean> {
    return this.#connectors.get(organizationId)?.delete(id) ?? false
  }
}
