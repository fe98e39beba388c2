import { knownNames, neededText } from '../options/known-names.ts'
import { ExpiringToken } from './expiring-token.ts'
import { hostedUrl } from './hosted-url.ts'
import { issueOperatorToken, issueScopedToken } from './issue-tokens.ts'

/** A client of an organization on a hosted server (`@x/asana-connector-hosted`). */
export interface HostedClientOptions {
  readonly clientId: string
  readonly clientSecret: string
  /** Where the hosted server is: https, or http on localhost. */
  readonly baseUrl: string
  /** What requests are sent with; the global `fetch` if not given. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Milliseconds since the epoch, for the lives of tokens; the system's if not given. */
  readonly now?: (() => number) | undefined
}

/** The names of what a client is made of. */
export const clientNames = ['clientId', 'clientSecret', 'baseUrl', 'fetch', 'now']

/** Of so many users the tokens are kept, those who came last: memory stays flat. */
const MAX_USERS = 1000

/**
 * Your client of a hosted server, with its tokens: one for the backend, and one for each user it acts for.
 * Make one and hand it to all connectors: together they ask for each token once, and renew it once.
 */
export class HostedClient {
  // Written out, because bundlers rename classes: this is what a printed client is called.
  static readonly name = 'HostedClient'
  readonly clientId: string
  /** Without the version and without a slash at the end. */
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly #operator: ExpiringToken
  readonly #users = new Map<string, ExpiringToken>()

  /** @throws {ConfigurationError} `invalid_option`: naming what is wrong and never a secret */
  constructor(options: HostedClientOptions) {
    const own = knownNames('HostedClient', options, clientNames)
    const clientId = neededText('A client of a hosted server', 'clientId', own['clientId'])
    const clientSecret = neededText('A client of a hosted server', 'clientSecret', own['clientSecret'])
    this.clientId = clientId
    this.baseUrl = hostedUrl(neededText('A client of a hosted server', 'baseUrl', own['baseUrl']))
    this.fetch = options.fetch ?? ((input, init) => fetch(input, init))
    this.now = options.now ?? Date.now
    this.#operator = new ExpiringToken(() => issueOperatorToken(this, clientId, clientSecret), this.now)
  }

  /**
   * A bearer token for the server, for requests of your own: with an external user's id one that is good
   * for that user alone, else the operator's, which stays in the backend.
   * @param rejected a token that the server just refused: another one is wanted
   * @throws {HostedError}
   */
  getToken(externalUserId?: string, rejected?: string): Promise<string> {
    const token = externalUserId === undefined ? this.#operator : this.#tokenOf(externalUserId)
    return token.get(rejected)
  }

  #tokenOf(externalUserId: string): ExpiringToken {
    const known = this.#users.get(externalUserId)
    const token =
      known ??
      new ExpiringToken(
        () => issueScopedToken(this, externalUserId, rejected => this.#operator.get(rejected)),
        this.now,
      )
    // A Map iterates in the order of insertion: what is used moves to the end.
    this.#users.delete(externalUserId)
    this.#users.set(externalUserId, token)
    const [oldest] = this.#users.keys()
    if (this.#users.size > MAX_USERS && oldest !== undefined) this.#users.delete(oldest)
    return token
  }
}
