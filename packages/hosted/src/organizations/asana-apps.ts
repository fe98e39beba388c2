import {
  ASANA,
  type AsanaAppOptions,
  AuthManager,
  type AuthManagerOptions,
  type Keyring,
  type Subject,
} from '@x/asana-auth-core'
import { BoundedMap } from '../bounded-map.ts'
import { unprocessable } from '../http/api-error.ts'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import type { ConnectionApp } from '../registry/records.ts'

export interface AsanaAppsSettings {
  readonly registry: HostedRegistry
  readonly keyring: Keyring
  /** Of every manager; `asana` is the server's own app and where Asana is. */
  readonly manager: AuthManagerOptions
  /** How many managers of other apps are kept. */
  readonly maxManagers: number
  /** Told of each that is made, to listen to it. */
  readonly onManager: (auth: AuthManager) => void
}

/** The Asana apps that connections belong to, each with the AuthManager that refreshes their tokens. */
export class AsanaApps {
  readonly #settings: AsanaAppsSettings
  readonly #own: AuthManager
  /** Of apps that organizations brought. */
  readonly #managers: BoundedMap<string, AuthManager>
  readonly #closing = new Set<Promise<void>>()

  constructor(settings: AsanaAppsSettings) {
    this.#settings = settings
    this.#own = this.#manager({})
    // One that is dropped ends its refreshes; the next that is made goes on from the store.
    this.#managers = new BoundedMap(settings.maxManagers, auth => this.#close(auth))
  }

  /** For new consents: the organization's own app, else the server's. */
  async choose(organizationId: string): Promise<ConnectionApp> {
    const app = await this.#settings.registry.findAsanaApp(organizationId)
    if (app) return { kind: 'organization', clientId: app.clientId }
    if (this.#own.asana.app.clientId !== undefined) return { kind: 'server' }
    throw unprocessable(
      'asana_app_missing',
      'There is no Asana app: PUT oauth/credentials with the client id and secret of one.',
    )
  }

  /** The manager of an app, or undefined when the organization has given it up. */
  async managerOf(organizationId: string, app: ConnectionApp): Promise<AuthManager | undefined> {
    if (app.kind === 'server') return this.#own
    if (app.kind === 'own') return this.#managerWith(organizationId, app.clientId, app.sealedSecret)
    const current = await this.#settings.registry.findAsanaApp(organizationId)
    if (current?.clientId !== app.clientId) return undefined
    return this.#managerWith(organizationId, current.clientId, current.sealedSecret)
  }

  /** Revokes the grant, as far as its app is still there to do it, and deletes the tokens in any case. */
  async disconnect(organizationId: string, app: ConnectionApp, subject: Subject): Promise<boolean> {
    const auth = await this.managerOf(organizationId, app)
    if (auth) return (await auth.disconnect(subject)).revoked
    await this.forget(subject)
    return false
  }

  /** Deletes the tokens and tells Asana nothing. */
  async forget(subject: Subject): Promise<void> {
    await this.#own.deleteCredentials(ASANA, subject)
  }

  sealSecret(organizationId: string, clientId: string, secret: string): Promise<string> {
    return this.#settings.keyring.seal(secret, boundTo(organizationId, clientId))
  }

  /** Lets refreshes end and writes what is still to be written. */
  async close(): Promise<void> {
    const managers = [this.#own, ...this.#managers.values()]
    this.#managers.clear()
    const closed = await Promise.allSettled([...managers.map(auth => auth.close()), ...this.#closing])
    const failures = closed.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
    if (failures.length > 0) throw new AggregateError(failures, 'Refreshed credentials could not be written.')
  }

  async #managerWith(organizationId: string, clientId: string, sealedSecret: string): Promise<AuthManager> {
    // With the organization: two that registered the same app share no memory.
    const key = JSON.stringify([organizationId, clientId, sealedSecret])
    const known = this.#managers.get(key)
    if (known) return known
    const { plaintext } = await this.#settings.keyring.open(
      sealedSecret,
      boundTo(organizationId, clientId),
      () => `The Asana app ${clientId}`,
    )
    // Another request may have been faster.
    const auth = this.#managers.get(key) ?? this.#manager({ clientId, clientSecret: plaintext })
    this.#managers.set(key, auth)
    return auth
  }

  #manager(app: AsanaAppOptions): AuthManager {
    const { manager, onManager } = this.#settings
    const auth = new AuthManager({ ...manager, asana: { ...manager.asana, ...app } })
    onManager(auth)
    return auth
  }

  #close(auth: AuthManager): void {
    // It has reported by an event what it could not write.
    const closing = auth.close().catch(() => {})
    this.#closing.add(closing)
    closing.finally(() => this.#closing.delete(closing))
  }
}

function boundTo(organizationId: string, clientId: string): string {
  return JSON.stringify(['asana-app', organizationId, clientId])
}
