import { AsanaConnector, HostedClient } from '@x/asana-connector'
import type { HostedSettings } from './hosted-settings.ts'
import { hostedPatience } from './hosted-work.ts'

/**
 * The hosted server, as this app uses it: by the ids of its own users. The server has their Asana tokens;
 * here is nothing to store, seal or refresh. What fails is a `HostedError`.
 */
export class HostedServer {
  /** For people to read. */
  readonly host: string
  /** One for the whole app: it holds the bearer tokens that the server is called with. */
  readonly #hosted: HostedClient

  constructor(settings: HostedSettings, now: () => number) {
    this.host = new URL(settings.baseUrl).host
    this.#hosted = new HostedClient({ ...settings, now })
  }

  /** Where to send this user's browser, which comes back to `redirectUrl`. */
  async consentUrl(externalUserId: string, redirectUrl: string, state: string): Promise<string> {
    const { consentUrl } = await AsanaConnector.initiateOAuth({
      ...this.#of(externalUserId),
      redirectUrl,
      state,
    })
    return consentUrl
  }

  /** Turns the end of a consent into the user's connection, or renews the one that is there. */
  async connect(externalUserId: string, secretId: string): Promise<void> {
    const options = { ...this.#of(externalUserId), serverSideOauthSecretId: secretId }
    const { connections } = await AsanaConnector.listHosted(this.#of(externalUserId))
    const [existing] = connections
    if (existing) await AsanaConnector.updateHosted({ ...options, connectorId: existing.connectorId })
    else await AsanaConnector.createHosted({ ...options, name: 'Daylist' })
  }

  /**
   * For calls as this user. By the user's id and not by the connection's: whoever reconnects in another
   * process is found again.
   */
  connectorOf(externalUserId: string): AsanaConnector {
    return new AsanaConnector({ hosted: this.#hosted, externalUserId })
  }

  /** Ends all that the user has there. @returns whether Asana was told */
  async disconnect(externalUserId: string): Promise<boolean> {
    const { connections } = await AsanaConnector.listHosted(this.#of(externalUserId))
    // With the user's id as well, so that no mistake here can reach another's connection.
    const ends = connections.map(({ connectorId }) =>
      AsanaConnector.deleteHosted({ ...this.#of(externalUserId), connectorId }),
    )
    return (await Promise.all(ends)).every(({ revoked }) => revoked)
  }

  #of(externalUserId: string) {
    return { hosted: this.#hosted, externalUserId, ...hostedPatience }
  }
}
