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
import { isObject, type Json } from './hosted-answer.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { HostedError } from './hosted-error.ts'
import type { HostedRequest } from './hosted-request.ts'
import { untilAborted } from './until-aborted.ts'

/** The server repeats what Asana refuses for now, and may collect hundreds of pages. */
const EXECUTE_MS = 300_000

/** Executes on a hosted server, which holds the tokens. */
export class HostedExecutor implements Executor {
  readonly #connection: HostedConnection
  readonly #api: HostedApi
  #connectorId: Promise<string> | undefined

  constructor(connection: HostedConnection) {
    this.#connection = connection
    this.#api = new HostedApi(connection)
  }

  async execute({ action, params, paging, signal, timeoutMs }: CheckedCall): Promise<ExecuteResult> {
    const pages = paging.allPages ? { allPages: true, maxItems: paging.maxItems } : {}
    const body = { entity: action.entity, action: action.name, params: { ...params, ...pages } }
    const answer = await this.#onConnector(
      path => this.#api.json(executeRequest(path, body, { signal, timeoutMs })),
      signal,
    )
    const meta = isObject(answer['connector_metadata']) ? answer['connector_metadata'] : {}
    const { next_page: nextPage, has_more: hasMore, sync, truncated } = meta
    return {
      data: answer['result'],
      meta: {
        nextPage: isNextPage(nextPage) ? nextPage : null,
        ...(truncated === true && { truncated }),
        ...(typeof sync === 'string' && { sync }),
        ...(typeof hasMore === 'boolean' && { hasMore }),
      },
    }
  }

  async download(attachmentGid: string, { range, ...options }: DownloadOptions): Promise<AttachmentDownload> {
    const params = { attachment_gid: attachmentGid, ...(range !== undefined && { range_header: range }) }
    const body = { entity: 'attachments', action: 'download', params }
    const { headers, stream } = await this.#onConnector(
      path => this.#api.call({ ...executeRequest(path, body, options), streams: true }),
      options.signal,
    )
    const contentRange = headers.get('content-range') ?? undefined
    return {
      stream: stream ?? new Blob().stream(),
      name: fileName(headers.get('content-disposition')),
      sizeBytes: wholeSize(contentRange, headers.get('content-length')),
      contentType: headers.get('content-type') ?? undefined,
      contentRange,
    }
  }

  async close(): Promise<void> {}

  async #onConnector<T>(call: (path: string) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const known = this.#connectorId
    try {
      return await call(await this.#executePath(signal))
    } catch (error) {
      const isGone = error instanceof HostedError && error.code === 'connector_not_found'
      if (!isGone || !known || this.#connection.connectorId !== undefined) throw error
      // The user's connector was deleted and may have been made anew. Nothing was executed.
      this.#connectorId = undefined
      return call(await this.#executePath(signal))
    }
  }

  async #executePath(signal: AbortSignal | undefined): Promise<string> {
    // Only one that was found is kept: the user may connect later.
    this.#connectorId ??= findConnector(this.#api, this.#connection).catch((error: unknown) => {
      this.#connectorId = undefined
      throw error
    })
    const id = await untilAborted(this.#connectorId, signal)
    return `/integrations/connectors/${encodeURIComponent(id)}/execute`
  }
}

function executeRequest(
  path: string,
  body: Json,
  { signal, timeoutMs = EXECUTE_MS }: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined },
): HostedRequest {
  return { method: 'POST', path, body, signal, timeoutMs }
}

function isNextPage(value: unknown): value is NextPage & Json {
  return isObject(value) && typeof value['offset'] === 'string'
}

/** Of the whole attachment, also when a part of it was asked for (RFC 9110, section 14.4). */
function wholeSize(contentRange: string | undefined, contentLength: string | null): number | undefined {
  const text = contentRange === undefined ? contentLength : /\/(\d+)$/.exec(contentRange)?.[1]
  return text == null ? undefined : Number(text)
}
