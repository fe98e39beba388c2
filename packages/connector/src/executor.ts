import type { Action } from './actions/action.ts'
import type { PagingOptions } from './parameters/paging-options.ts'

/** How one call is made. */
export interface ExecuteOptions {
  /** Ends the call; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined
  /** For one attempt of one request, to the end of its answer; 30,000 if not given, in hosted mode 300,000. */
  readonly timeoutMs?: number | undefined
}

/** Where the next page of a list starts: pass `offset` on, with the same parameters. */
export interface NextPage {
  readonly offset: string
  readonly path?: string
  readonly uri?: string
}

/** What is said about the data. */
export type ResultMeta = {
  /** `null` on the last page, and for what is no list. */
  readonly nextPage: NextPage | null
  /** Of `allPages`: there are more, and no `nextPage` leads to them. */
  readonly truncated?: true
  /** Of events: to be given to the next call. */
  readonly sync?: string
  /** Of events: there are more now. */
  readonly hasMore?: boolean
}

/** What an action answered. */
export interface ExecuteResult<Data = unknown> {
  readonly data: Data
  readonly meta: ResultMeta
}

/** What executes by name: all that accessors and tools need of a connector. */
export interface Executing {
  execute(
    entity: string,
    action: string,
    params?: Readonly<Record<string, unknown>>,
    options?: ExecuteOptions,
  ): Promise<ExecuteResult>
}

/** A call that has been checked. */
export interface CheckedCall extends ExecuteOptions {
  readonly action: Action
  /** Under the names that Asana knows. */
  readonly params: Readonly<Record<string, unknown>>
  readonly paging: PagingOptions
}

/** How an attachment is downloaded. */
export interface DownloadOptions {
  /** A `Range` header, such as `bytes=0-1023`. */
  readonly range?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** To the start of the file; 30,000 if not given, in hosted mode 300,000. */
  readonly timeoutMs?: number | undefined
}

/** An attachment's bytes as they arrive. Read the stream or cancel it: it holds a connection. */
export interface AttachmentDownload {
  readonly stream: ReadableStream<Uint8Array>
  readonly name: string | undefined
  /** Of the whole attachment, where it is known. */
  readonly sizeBytes: number | undefined
  readonly contentType: string | undefined
  /** When a range was asked for and given, e.g. `bytes 0-1023/146515`. */
  readonly contentRange?: string | undefined
}

/** What the two modes of the connector differ in: who talks to Asana. */
export interface Executor {
  execute(call: CheckedCall): Promise<ExecuteResult>
  download(attachmentGid: string, options: DownloadOptions): Promise<AttachmentDownload>
  /** Waits for what is under way. */
  close(): Promise<void>
}
