import { type BatchOutcome, batch } from './batch/batch.ts'
import type { BatchAction } from './batch/batch-action.ts'
import type { AsanaClientOptions, Fetch } from './client-options.ts'
import { type Download, type DownloadOptions, download } from './downloads/download.ts'
import { unknownOperation } from './errors/unknown-operation.ts'
import { type EventGap, type EventStream, type WatchOptions, watchEvents } from './events/watch-events.ts'
import type { AsanaEvent, OperationMethods } from './generated/types.gen.ts'
import { AsanaList } from './list.ts'
import { type Operation, type OperationId, operation, operationIds } from './operations.ts'
import { buildRequest } from './request/build-request.ts'
import type { CallOptions } from './request/call-options.ts'
import type { Answer } from './response/answer.ts'
import { readData, readEnvelope, readPage } from './response/envelope.ts'
import type { RetryOptions } from './transport/retry-options.ts'
import { type ClientClock, completeRuntime } from './transport/runtime.ts'
import { Transport } from './transport/transport.ts'

type FetchInit = { readonly [Name in keyof RequestInit]: RequestInit[Name] | undefined }

/** What `fetch` takes, a deadline, and retries. */
export interface AsanaFetchInit extends FetchInit {
  /** Until the headers of the response; replaces the client's `timeoutMs`. */
  readonly timeoutMs?: number | undefined
  /** `true`, or options over the client's, to retry as the typed methods do; without it nothing is. */
  readonly retry?: RetryOptions | boolean | undefined
}

/** The client for one user of Asana. It holds no token: it asks for one before every request. */
export interface AsanaClient extends OperationMethods {
  /**
   * Sends any request to the Asana API with the user's token, and returns the response as it is,
   * whatever its status. After a 401 it repeats the request once with another token, if there is one and
   * the body is no stream; other failures only with `retry`. Redirects are not followed. Read the body or
   * cancel it: until then, for a minute at most, the request counts as under way.
   * @param target a path below the base URL, such as `/users/me`, or a whole URL below it
   * @throws {AsanaRequestError} `foreign_origin`, `invalid_option` before anything is sent; `invalid_access_token`
   * @throws {AsanaConnectionError} `timeout`, `network_error`
   * @throws what `getAccessToken` throws, or the reason of an aborted `signal`
   */
  fetch(target: string | URL, init?: AsanaFetchInit): Promise<Response>

  /**
   * What the typed methods call: an operation by its name, with its arguments in the order of the method.
   * @throws {AsanaRequestError} before anything is sent: `unknown_operation`, `invalid_path_parameter`,
   *   `invalid_limit`, `invalid_option`, `invalid_access_token`
   * @throws {AsanaApiError} a subclass by status; `invalid_response`, `unexpected_redirect`
   * @throws {AsanaConnectionError} `timeout`, `network_error`
   * @throws what `getAccessToken` throws, or the reason of an aborted `signal`
   */
  request<Id extends OperationId>(
    id: Id,
    args: Parameters<OperationMethods[Id]>,
  ): ReturnType<OperationMethods[Id]>
  request(id: string, args: readonly unknown[]): Promise<unknown> | AsanaList<unknown>

  /**
   * The bytes of an attachment, as they come. Its storage sees no token. An address that has expired is
   * asked for anew, once.
   * @throws {AsanaDownloadError} `attachment_not_downloadable` for what other services host,
   *   `unsafe_download_url`, `download_failed`
   * @throws what `getAttachment` throws
   */
  download(attachment_gid: string, options?: DownloadOptions): Promise<Download>

  /**
   * What happens to a task or a project, as it happens, until the loop is left or the signal aborts. Keep
   * `stream.sync`, to go on from there after a restart.
   * @throws {SyncTokenError} while it is iterated: events were lost, unless `onGap` is `mark`
   * @throws what `getEvents` throws
   */
  events(resource_gid: string, options?: WatchOptions & { readonly onGap?: 'throw' | undefined }): EventStream
  events(resource_gid: string, options: WatchOptions): EventStream<AsanaEvent | EventGap>

  /**
   * Many operations in few requests, ten in each: `client.batch([['getTask', '1'], ['deleteTag', '2']])`.
   * Results come in the order of the actions; an action that failed is an error among them.
   * @throws {AsanaRequestError} before anything is sent: `unknown_operation`, `invalid_path_parameter`,
   *   `invalid_batch_action`
   * @throws what `createBatchRequest` throws, where a whole request fails
   */
  batch(actions: readonly BatchAction[], options?: CallOptions): Promise<BatchOutcome[]>
}

/** @throws {AsanaRequestError} `invalid_base_url`, `invalid_option` */
export const AsanaClient: new (options: AsanaClientOptions) => AsanaClient = /* @__PURE__ */ withMethods(
  class {
    // Written out, because bundlers rename classes: this is what a printed client is called.
    static readonly name = 'AsanaClient'
    readonly #transport: Transport
    readonly #fetch: Fetch
    readonly #clock: ClientClock

    constructor(options: AsanaClientOptions) {
      this.#transport = new Transport(options)
      this.#fetch = (url, init) => (options.fetch ?? globalThis.fetch)(url, init)
      this.#clock = completeRuntime(options.runtime).clock
    }

    fetch(
      target: string | URL,
      { timeoutMs, retry = false, ...init }: AsanaFetchInit = {},
    ): Promise<Response> {
      return this.#transport.fetch(String(target), init as RequestInit, {
        timeoutMs,
        ...(retry !== true && { retry }),
      })
    }

    request(id: string, args: readonly unknown[]): Promise<unknown> {
      const known = operation(id)
      // A list, for who knows which it would have been? It rejects, and also what iterates it.
      if (!known) return new AsanaList(() => Promise.reject(unknownOperation(id)))
      if (known.list) return new AsanaList(page => this.#exchange(known, args, readPage, page))
      return this.#exchange(known, args, known.envelope ? readEnvelope : readData)
    }

    download(gid: string, options?: DownloadOptions): Promise<Download> {
      return download(this.#typed, this.#fetch, gid, options)
    }

    events(resource: string, options?: WatchOptions): EventStream<AsanaEvent | EventGap> {
      return watchEvents(this.#typed, this.#clock, resource, options)
    }

    batch(actions: readonly BatchAction[], options?: CallOptions): Promise<BatchOutcome[]> {
      return batch(this.#typed, actions, options)
    }

    /** With the methods that it has by then. */
    get #typed(): AsanaClient {
      return this as unknown as AsanaClient
    }

    /** Promises by hand: each `async` on the way costs a call about a hundredth of its time. */
    #exchange<T>(
      called: Operation,
      args: readonly unknown[],
      read: (answer: Answer) => T,
      page?: string,
    ): Promise<T> {
      try {
        return this.#transport.exchange(buildRequest(called, args, page)).then(read)
      } catch (error) {
        return Promise.reject(error)
      }
    }
  },
)

/** Gives a class one method for each operation of the table. */
function withMethods(Client: new (options: AsanaClientOptions) => object) {
  const methods: Record<string, unknown> = {}
  for (const id of operationIds) {
    methods[id] = function (this: AsanaClient, ...args: unknown[]) {
      return this.request(id as string, args)
    }
  }
  // Below the prototype and not on it: V8 takes ten times as long to add this many to a prototype, at each start.
  Object.setPrototypeOf(Client.prototype, methods)
  return Client as new (
    options: AsanaClientOptions,
  ) => AsanaClient
}
