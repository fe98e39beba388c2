import type { AsanaClientOptions } from './client-options.ts'
import { AsanaRequestError } from './errors/request-error.ts'
import type { OperationMethods } from './generated/types.gen.ts'
import { AsanaList } from './list.ts'
import { type Operation, type OperationId, operation, operationIds } from './operations.ts'
import { buildRequest } from './request/build-request.ts'
import type { Answer } from './response/answer.ts'
import { readData, readEnvelope, readPage } from './response/envelope.ts'
import type { RetryOptions } from './transport/retry-options.ts'
import { Transport } from './transport/transport.ts'

/** What `fetch` takes, a deadline, and retries. */
export interface AsanaFetchInit extends RequestInit {
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
   * @throws {AsanaRequestError} `foreign_origin` before anything is sent; `invalid_access_token`
   * @throws {AsanaConnectionError} `timeout`, `network_error`
   * @throws what `getAccessToken` throws, or the reason of an aborted `signal`
   */
  fetch(target: string | URL, init?: AsanaFetchInit): Promise<Response>

  /**
   * What the typed methods call: an operation by its name, with its arguments in the order of the method.
   * @throws {AsanaRequestError} before anything is sent: `unknown_operation`, `invalid_path_parameter`,
   *   `invalid_limit`, `invalid_access_token`
   * @throws {AsanaApiError} a subclass by status; `invalid_response`, `unexpected_redirect`
   * @throws {AsanaConnectionError} `timeout`, `network_error`
   * @throws what `getAccessToken` throws, or the reason of an aborted `signal`
   */
  request<Id extends OperationId>(
    id: Id,
    args: Parameters<OperationMethods[Id]>,
  ): ReturnType<OperationMethods[Id]>
  request(id: string, args: readonly unknown[]): Promise<unknown> | AsanaList<unknown>
}

/** @throws {AsanaRequestError} `invalid_base_url` */
export const AsanaClient: new (options: AsanaClientOptions) => AsanaClient = /* @__PURE__ */ withMethods(
  class {
    // Written out, because bundlers rename classes: this is what a printed client is called.
    static readonly name = 'AsanaClient'
    readonly #transport: Transport

    constructor(options: AsanaClientOptions) {
      this.#transport = new Transport(options)
    }

    fetch(
      target: string | URL,
      { timeoutMs, retry = false, ...init }: AsanaFetchInit = {},
    ): Promise<Response> {
      return this.#transport.fetch(String(target), init, { timeoutMs, ...(retry !== true && { retry }) })
    }

    request(id: string, args: readonly unknown[]): Promise<unknown> {
      const known = operation(id)
      if (!known) {
        const text = `Asana has no operation ${id}. Its names are listed in operationIds.`
        throw new AsanaRequestError(text, { code: 'unknown_operation' })
      }
      if (known.list) return new AsanaList(page => this.#exchange(known, args, readPage, page))
      return this.#exchange(known, args, known.envelope ? readEnvelope : readData)
    }

    async #exchange<T>(
      called: Operation,
      args: readonly unknown[],
      read: (answer: Answer) => T,
      page?: string,
    ): Promise<T> {
      return read(await this.#transport.exchange(buildRequest(called, args, page)))
    }
  },
)

/** Gives a class one method for each operation of the table. */
function withMethods(Client: new (options: AsanaClientOptions) => object) {
  const methods: Record<string, unknown> = Client.prototype
  for (const id of operationIds) {
    methods[id] = function (this: AsanaClient, ...args: unknown[]) {
      return this.request(id as string, args)
    }
  }
  return Client as new (
    options: AsanaClientOptions,
  ) => AsanaClient
}
