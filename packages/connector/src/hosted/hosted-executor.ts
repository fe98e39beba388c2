import type {
  AttachmentDownload,
  CheckedCall,
  DownloadOptions,
  ExecuteResult,
  Executor,
  NextPage,
} from '../executor.ts'
import { fileName } from './file-name.ts'
import { findConnector } from './find-connector.ts'
import { HostedApi, isObject } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'

/** Executes on a hosted server, which holds the tokens. */
export class HostedExecutor implements Executor {
  readonly #connection: HostedConnection
  readonly #api: HostedApi
  #connectorId: string | undefined

  constructor(connection: HostedConnection) {
    this.#connection = connection
    this.#api = new HostedApi(connection)
  }

  /** Of the connection, once it is known. */
  get connectorId(): string | undefined {
    return this.#connectorId ?? this.#connection.connectorId
  }

  async execute({ action, params, paging, signal, timeoutMs }: CheckedCall): Promise<ExecuteResult> {
    const pages = paging.allPages ? { all_pages: true, max_items: paging.maxItems } : {}
    const body = { entity: action.entity, action: action.name, params: { ...params, ...pages } }
    const within = timeoutMs === undefined || timeoutMs === Number.POSITIVE_INFINITY ? undefined : timeoutMs
    const answer = await this.#api.json({
      method: 'POST',
      path: await this.#executePath(signal),
      body,
      signal: within === undefined ? signal : eitherSignal(signal, AbortSignal.timeout(within)),
    })
    const meta = isObject(answer['connector_metadata']) ? answer['connector_metadata'] : {}
    const { next_page: nextPage, has_more: hasMore, sync, truncated } = meta
    return {
      data: answer['result'],
      meta: {
        nextPage: isObject(nextPage) ? (nextPage as unknown as NextPage) : null,
        ...(truncated === true && { truncated }),
        ...(typeof sync === 'string' && { sync }),
        ...(typeof hasMore === 'boolean' && { hasMore }),
      },
    }
  }

  async download(attachmentGid: string, { range, signal }: DownloadOptions): Promise<AttachmentDownload> {
    const params = { attachment_gid: attachmentGid, ...(range && { range_header: range }) }
    const response = await this.#api.call({
      method: 'POST',
      path: await this.#executePath(signal),
      body: { entity: 'attachments', action: 'download', params },
      signal,
    })
    const { headers } = response
    const size = headers.get('content-length')
    return {
      stream: response.body ?? new Blob().stream(),
      name: fileName(headers.get('content-disposition')),
      sizeBytes: size === null ? undefined : Number(size),
      contentType: headers.get('content-type') ?? undefined,
      contentRange: headers.get('content-range') ?? undefined,
    }
  }

  async close(): Promise<void> {}

  async #executePath(signal: AbortSignal | undefined): Promise<string> {
    this.#connectorId ??= await findConnector(this.#api, this.#connection, signal)
    return `/integrations/connectors/${encodeURIComponent(this.#connectorId)}/execute`
  }
}

function eitherSignal(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  return one ? AbortSignal.any([one, other]) : other
}
