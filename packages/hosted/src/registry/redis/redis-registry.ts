import { StoreUnavailableError, safeCause } from '@x/asana-auth-core'
import type { ConnectorChange, ConnectorPageOptions, HostedRegistry } from '../hosted-registry.ts'
import type { ApiClient, AsanaApp, Connector, Organization } from '../records.ts'
import { ADD_CONNECTOR, CHANGE, REMOVE_CONNECTOR, SAVE_APP } from './scripts.ts'

/** What is used of an `ioredis` client: a `Redis` or a `Cluster`. */
export interface RegistryRedisClient {
  /**
   * Sends one command, named in lower case, and resolves to its reply. By another name, ioredis before 5.9 finds no
   * keys, for `keyPrefix` and a cluster's slots.
   */
  call(command: string, ...args: (string | number)[]): Promise<unknown>
}

/** Where it is. */
export interface RedisRegistryOptions {
  /** Stays the application's: its options, its reconnecting, its end. */
  readonly client: RegistryRedisClient
  /** In front of every key; default `asana-hosted`. */
  readonly namespace?: string
}

/** The registry in Redis. Records are JSON; what belongs to one organization has one slot of a cluster. */
export class RedisRegistry implements HostedRegistry {
  readonly name = 'redis'
  readonly #client: RegistryRedisClient
  readonly #root: string

  /** Sends nothing. */
  constructor({ client, namespace = 'asana-hosted' }: RedisRegistryOptions) {
    this.#client = client
    this.#root = encodeURIComponent(namespace)
  }

  async ping(): Promise<void> {
    await this.#call('ping', 'ping')
  }

  async addOrganization(organization: Organization, client: ApiClient): Promise<void> {
    // First the organization: a client without one could do nothing, and would never be found out.
    await this.#call('addOrganization', 'set', this.#own(organization.id), JSON.stringify(organization))
    await this.addClient(client)
  }

  findOrganization(organizationId: string): Promise<Organization | undefined> {
    return this.#read('findOrganization', 'get', this.#own(organizationId))
  }

  async setRedirectUrls(organizationId: string, redirectUrls: readonly string[]): Promise<boolean> {
    // Nothing else of an organization ever changes, so that nothing can be lost in between.
    const found = await this.findOrganization(organizationId)
    const changed = JSON.stringify({ ...found, redirectUrls })
    return found
      ? (await this.#call('setRedirectUrls', 'set', this.#own(organizationId), changed, 'XX')) !== null
      : false
  }

  async addClient(client: ApiClient): Promise<void> {
    await this.#call('addClient', 'set', this.#clientKey(client.clientId), JSON.stringify(client))
  }

  findClient(clientId: string): Promise<ApiClient | undefined> {
    return this.#read('findClient', 'get', this.#clientKey(clientId))
  }

  async removeClient(organizationId: string, clientId: string): Promise<boolean> {
    const found = await this.findClient(clientId)
    // A client never moves to another organization, so that nothing can happen in between.
    if (found?.organizationId !== organizationId) return false
    return Number(await this.#call('removeClient', 'del', this.#clientKey(clientId))) > 0
  }

  async saveAsanaApp(app: AsanaApp): Promise<AsanaApp> {
    const key = this.#own(app.organizationId, 'app')
    return JSON.parse(String(await this.#script('saveAsanaApp', SAVE_APP, [key], JSON.stringify(app))))
  }

  findAsanaApp(organizationId: string): Promise<AsanaApp | undefined> {
    return this.#read('findAsanaApp', 'get', this.#own(organizationId, 'app'))
  }

  async removeAsanaApp(organizationId: string): Promise<boolean> {
    return Number(await this.#call('removeAsanaApp', 'del', this.#own(organizationId, 'app'))) > 0
  }

  async addConnector(connector: Connector): Promise<void> {
    const { organizationId, id, externalUserId } = connector
    const keys = [this.#connector(organizationId, id), ...this.#indexes(organizationId, externalUserId)]
    await this.#script('addConnector', ADD_CONNECTOR, keys, JSON.stringify(connector), id)
  }

  findConnector(organizationId: string, id: string): Promise<Connector | undefined> {
    return this.#read('findConnector', 'get', this.#connector(organizationId, id))
  }

  async listConnectors(organizationId: string, options: ConnectorPageOptions): Promise<readonly Connector[]> {
    const { externalUserId, after, limit } = options
    const [all, ofUser] = this.#indexes(organizationId, externalUserId ?? '')
    const index = externalUserId === undefined ? all : ofUser
    const found: Connector[] = []
    let from = after === undefined ? '-' : `(${after}`
    // A page that is not full is the last one: in the place of what was deleted just now comes the next.
    while (found.length < limit) {
      const wanted = limit - found.length
      const ids = await this.#call('listConnectors', 'zrange', index, from, '+', 'BYLEX', 'LIMIT', 0, wanted)
      if (!Array.isArray(ids) || ids.length === 0) break
      const keys = ids.map(id => this.#connector(organizationId, String(id)))
      const texts = await this.#call('listConnectors', 'mget', ...keys)
      for (const text of Array.isArray(texts) ? texts : [])
        if (text !== null) found.push(JSON.parse(String(text)))
      if (ids.length < wanted) break
      from = `(${ids.at(-1)}`
    }
    return found
  }

  async updateConnector(
    organizationId: string,
    id: string,
    change: ConnectorChange,
  ): Promise<Connector | undefined> {
    const key = this.#connector(organizationId, id)
    const changed = await this.#script('updateConnector', CHANGE, [key], JSON.stringify(change))
    return changed === null ? undefined : JSON.parse(String(changed))
  }

  async removeConnector(organizationId: string, id: string): Promise<boolean> {
    const found = await this.findConnector(organizationId, id)
    if (!found) return false
    const keys = [this.#connector(organizationId, id), ...this.#indexes(organizationId, found.externalUserId)]
    return Number(await this.#script('removeConnector', REMOVE_CONNECTOR, keys, id)) > 0
  }

  /** The braces are the hash tag; the encoding leaves none in an id that could end it early. */
  #own(organizationId: string, ...rest: readonly string[]): string {
    return [`${this.#root}:{${encodeURIComponent(organizationId)}}`, ...rest].join(':')
  }

  #connector(organizationId: string, id: string): string {
    return this.#own(organizationId, 'connector', encodeURIComponent(id))
  }

  /** Sorted sets of ids, which are in the order of their making: all, and those of the user. */
  #indexes(organizationId: string, externalUserId: string): readonly [string, string] {
    const all = this.#own(organizationId, 'connectors')
    return [all, `${all}:${encodeURIComponent(externalUserId)}`]
  }

  #clientKey(clientId: string): string {
    return `${this.#root}:client:${encodeURIComponent(clientId)}`
  }

  async #read<T>(operation: string, command: string, key: string): Promise<T | undefined> {
    const text = await this.#call(operation, command, key)
    return text === null ? undefined : (JSON.parse(String(text)) as T)
  }

  #script(operation: string, script: string, keys: readonly string[], ...args: readonly string[]) {
    return this.#call(operation, 'eval', script, keys.length, ...keys, ...args)
  }

  async #call(operation: string, command: string, ...args: (string | number)[]): Promise<unknown> {
    try {
      return await this.#client.call(command, ...args)
    } catch (error) {
      // Errors of ioredis carry the command with all it was sent: only their message is kept.
      throw new StoreUnavailableError(
        { store: 'redis registry', operation },
        'Redis failed or cannot be reached.',
        safeCause(error),
      )
    }
  }
}
