import {
  type AccessTokenRequest,
  AsanaClient,
  type AsanaClientOptions,
  type AsanaFetchInit,
} from '@x/asana-client'
import type { SessionClientOptions } from '../auth-manager-options.ts'
import { Printed } from '../credentials/printed.ts'

/** Gives a token, and another one for a rejected one. */
export type TokenSource = (request?: AccessTokenRequest) => Promise<string>

/** Where a session's token comes from. */
export type TokenOrigin = 'stored' | 'explicit' | 'app'

/** What a session was hydrated with. */
export interface SessionSettings {
  readonly baseUrl: string
  readonly workspaceGid?: string
  readonly origin: TokenOrigin
  /** Whose; absent for the app's own token. */
  readonly subject?: string
}

/** One user at Asana, with a token that is always valid. */
export class AsanaSession extends Printed implements AsyncDisposable {
  readonly settings: SessionSettings
  /** The typed client. */
  readonly asana: AsanaClient
  readonly #getAccessToken: TokenSource

  constructor(
    settings: SessionSettings,
    getAccessToken: TokenSource,
    client: SessionClientOptions & Pick<AsanaClientOptions, 'fetch' | 'limits' | 'runtime' | 'hangs'>,
  ) {
    super(() => settings)
    this.settings = settings
    this.#getAccessToken = getAccessToken
    this.asana = new AsanaClient({ ...client, getAccessToken, baseUrl: settings.baseUrl })
  }

  /**
   * A valid access token, for another SDK. Cheap: call it for every request and keep nothing.
   * @throws ReauthorizationRequiredError, RefreshUnavailableError, StoreUnavailableError, CredentialsNotFoundError,
   *   DecryptionError, TokenRequestError
   */
  getAccessToken(request?: AccessTokenRequest): Promise<string> {
    return this.#getAccessToken(request)
  }

  /** `fetch` on the Asana API with the token: a path below the API's base URL. */
  fetch(path: string | URL, init?: AsanaFetchInit): Promise<Response> {
    return this.asana.fetch(path, init)
  }

  /** Nothing of a session outlives it; there for `await using`. */
  async close(): Promise<void> {}

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
