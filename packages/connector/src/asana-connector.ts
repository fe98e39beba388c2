import { addAccessors } from './accessors/add-accessors.ts'
import type { EntityAccessors } from './accessors/entity-accessors.gen.ts'
import { findAction } from './actions/catalogue.ts'
import { type ConnectionCheck, checkConnection } from './check-connection.ts'
import { describeEntities, type EntityDescription, entityDescription } from './describe-entities.ts'
import type {
  AttachmentDownload,
  DownloadOptions,
  ExecuteOptions,
  ExecuteResult,
  Executor,
} from './executor.ts'
import { type CreateHostedOptions, createConnection } from './hosted/create-connection.ts'
import { type DeleteHostedOptions, deleteConnection } from './hosted/delete-connection.ts'
import { type InitiateOAuthOptions, initiateOAuth } from './hosted/initiate-oauth.ts'
import {
  type HostedConnectionPage,
  type ListHostedOptions,
  listConnections,
} from './hosted/list-connections.ts'
import { type UpdateHostedOptions, updateConnection } from './hosted/update-connection.ts'
import { makeExecutor } from './make-executor.ts'
import type { ConnectorOptions } from './options/connector-options.ts'
import { readOptions } from './options/read-options.ts'
import { checkParameters } from './parameters/check-parameters.ts'
import type { AgentTool } from './tools/agent-tool.ts'
import { connectorTools } from './tools/connector-tools.ts'
import type { ToolOptions } from './tools/tool-options.ts'

export interface AsanaConnector extends EntityAccessors {}

/**
 * Drives Asana for one user, by entity and action: `execute('tasks', 'list', { project })`, or the same as
 * `connector.tasks.list({ project })`. Where the tokens are is up to the options: here, in a store, or on a
 * hosted server.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the accessors are added to the prototype below.
export class AsanaConnector implements AsyncDisposable {
  // Written out, because bundlers rename classes: this is what a printed connector is called.
  static readonly name = 'AsanaConnector'
  readonly #executor: Executor
  /** Of the connection on a hosted server, where it is known. */
  readonly connectorId: string | undefined

  /** @throws {ConfigurationError} `invalid_option`: naming what is wrong, before anything is sent */
  constructor(options: ConnectorOptions) {
    const mode = readOptions(options)
    this.#executor = makeExecutor(mode)
    this.connectorId = mode.kind === 'hosted' ? mode.connection.connectorId : undefined
  }

  /**
   * Does one action on one kind of object.
   * @throws {EntityNotFoundError | ActionNotSupportedError | MissingParameterError | InvalidParameterError}
   *   before anything is sent
   * @throws {AsanaApiError | AsanaConnectionError} of Asana; in hosted mode {HostedError}
   * @throws what getting a token throws: `ReauthorizationRequiredError`, `CredentialsNotFoundError`, …
   */
  async execute<Data = unknown>(
    entity: string,
    action: string,
    params: Readonly<Record<string, unknown>> = {},
    options: ExecuteOptions = {},
  ): Promise<ExecuteResult<Data>> {
    const found = findAction(entity, action)
    const { params: checked, paging } = checkParameters(found, params)
    if (found.kind === 'download') {
      const { attachment_gid: gid, range_header: range } = checked
      const data = await this.#executor.download(String(gid), {
        ...options,
        ...(range !== undefined && { range: String(range) }),
      })
      return { data: data as Data, meta: { nextPage: null } }
    }
    const result = await this.#executor.execute({ ...options, action: found, params: checked, paging })
    return result as ExecuteResult<Data>
  }

  /**
   * An attachment's bytes as they arrive; nothing is kept in memory.
   * @throws {MissingParameterError | InvalidParameterError} before anything is sent
   * @throws {AsanaDownloadError | AsanaApiError | AsanaConnectionError}; in hosted mode {HostedError}
   */
  async download(
    attachmentGid: string,
    { range, ...options }: DownloadOptions = {},
  ): Promise<AttachmentDownload> {
    const params = { attachment_gid: attachmentGid, range_header: range }
    const { data } = await this.execute<AttachmentDownload>('attachments', 'download', params, options)
    return data
  }

  /** Whether it works: asks Asana who the user is. Never throws. */
  check(options: ExecuteOptions = {}): Promise<ConnectionCheck> {
    return checkConnection(() => this.execute('users', 'get', { user_gid: 'me' }, options))
  }

  /** Every entity with its actions and what they take. */
  listEntities(): EntityDescription[] {
    return describeEntities()
  }

  /** One entity with its actions and what they take, as JSON Schema. @throws {EntityNotFoundError} */
  entitySchema(entity: string): EntityDescription {
    return entityDescription(entity)
  }

  /** What an AI agent can be given: plain objects that every framework takes, or an adapter turns into its own. */
  tools(options: ToolOptions = {}): AgentTool[] {
    return connectorTools(this, options)
  }

  /** Waits for what is under way. Managers that were handed in stay open. */
  close(): Promise<void> {
    return this.#executor.close()
  }

  /** For `await using`: the same as `close`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /**
   * Where to send a user for consent, of a hosted server.
   * @throws {HostedError | ConfigurationError}
   */
  static initiateOAuth(options: InitiateOAuthOptions): Promise<{ readonly consentUrl: string }> {
    return initiateOAuth(options)
  }

  /**
   * Makes a connection on a hosted server, and a connector for it.
   * @throws {HostedError | ConfigurationError}
   */
  static async createHosted(options: CreateHostedOptions): Promise<AsanaConnector> {
    return new AsanaConnector(await createConnection(options))
  }

  /**
   * The connections on a hosted server, of one user or of all, the oldest first.
   * @throws {HostedError | ConfigurationError}
   */
  static listHosted(options: ListHostedOptions): Promise<HostedConnectionPage> {
    return listConnections(options)
  }

  /**
   * Gives a connection on a hosted server the tokens of a new consent, other credentials or another name,
   * and makes a connector for it.
   * @throws {HostedError | ConfigurationError}
   */
  static async updateHosted(options: UpdateHostedOptions): Promise<AsanaConnector> {
    return new AsanaConnector(await updateConnection(options))
  }

  /**
   * Ends a connection on a hosted server: its grant at Asana, its tokens, and itself. `revoked`: Asana was
   * told. A personal access token only its owner can revoke.
   * @throws {HostedError | ConfigurationError}
   */
  static deleteHosted(options: DeleteHostedOptions): Promise<{ readonly revoked: boolean }> {
    return deleteConnection(options)
  }
}
addAccessors(AsanaConnector.prototype)
