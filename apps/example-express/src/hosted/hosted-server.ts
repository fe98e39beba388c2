import { AsanaConnector } from '@x/asana-connector'
import type { HostedSettings } from './hosted-settings.ts'
import { openConnections } from './user-connections.ts'

const MAX_KEPT = 500

/**
 * The hosted server, as this app uses it: by the ids of its own users. The server has their Asana tokens;
 * here is nothing to store, seal or refresh. What fails is a `HostedError`.
 */
export class HostedServer {
  /** For people to read. */
  readonly host: string
  readonly #server: HostedSettings & { readonly now: () => number }
  readonly #connectors = new Map<string, AsanaConnector>()

  constructor(settings: HostedSettings, now: () => number) {
    this.host = new URL(settings.baseUrl).host
    this.#server = { ...settings, now }
  }

  /** Where to send this user's browser, which comes back to `redirectUrl`. */
  async consentUrl(externalUserId: string, redirectUrl: string, state: string): Promise<string> {
    const { consentUrl } = await AsanaConnector.initiateOAuth({
      ...this.#server,
      externalUserId,
      redirectUrl,
      state,
    })
    return consentUrl
  }

  /** Turns the end of a consent into the user's connection, or renews the one that is there. */
  async connect(externalUserId: string, secretId: string): Promise<void> {
    const connections = await openConnections(this.#server, externalUserId)
    const [existing] = connections.ids
    if (existing !== undefined) return connections.renew(existing, secretId)
    await AsanaConnector.createHosted({
      ...this.#server,
      externalUserId,
      serverSideOauthSecretId: secretId,
      name: 'Daylist',
    })
  }

  /**
   * For calls as this user. By the user's id and not by the connection's: whoever reconnects in another
   * process is found again. Kept, because it holds the bearer tokens that it called the server with before.
   */
  connectorOf(externalUserId: string): AsanaConnector {
    const connector =
      this.#connectors.get(externalUserId) ?? new AsanaConnector({ ...this.#server, externalUserId })
    this.#connectors.delete(externalUserId)
    this.#connectors.set(externalUserId, connector)
    const [oldest] = this.#connectors.keys()
    if (this.#connectors.size > MAX_KEPT && oldest !== undefined) this.#connectors.delete(oldest)
    return connector
  }

  /** Ends all that the user has there. @returns whether Asana was told */
  async disconnect(externalUserId: string): Promise<boolean> {
    const connections = await openConnections(this.#server, externalUserId)
    const revoked = await Promise.all(connections.ids.map(id => connections.remove(id)))
    return revoked.every(Boolean)
  }
}
