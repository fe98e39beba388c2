import type { Clock } from '@x/asana-auth-core'
import type { AuditLog } from '../observe/audit-log.ts'
import type { AsanaApps } from '../organizations/asana-apps.ts'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import { CONSENT_TTL_MS, type GrantedConsent } from './consent.ts'
import type { Consents } from './consents.ts'

export interface UnredeemedGrantsSettings {
  readonly apps: AsanaApps
  readonly consents: Consents
  readonly registry: HostedRegistry
  readonly audit: AuditLog
  readonly now: () => number
  readonly sleep: Clock['sleep']
}

/** Who may redeem a secret id. */
export interface SecretOwner {
  readonly organizationId: string
  readonly externalUserId: string
}

interface Watched {
  readonly owner: SecretOwner
  readonly secretId: string
  readonly requestId: string
  readonly dueAt: number
}

/** A redemption that began in time may still fail, and put its secret id back. */
const GRACE_MS = 60_000
/** So long a granted consent is kept after its end, for this to find it. */
export const LEFT_OVER_MS = CONSENT_TTL_MS
/** Memory stays flat; what is not watched stays at Asana. */
const MAX_WATCHED = 10_000

/**
 * Revokes the grants whose secret ids nobody redeems: else they would stay at Asana, with tokens that
 * nobody has. Each is watched by the process that gave out its secret id. Whoever takes it from the store
 * has it, the one who redeems it or this, in whatever process. Tried once; a process that ends forgets.
 */
export class UnredeemedGrants {
  readonly #settings: UnredeemedGrantsSettings
  /** In the order of their ends: all live equally long. */
  readonly #watched: Watched[] = []
  readonly #closing = new AbortController()
  readonly #work = new Set<Promise<void>>()
  #isWatching = false

  constructor(settings: UnredeemedGrantsSettings) {
    this.#settings = settings
  }

  /** Of a secret id that was just given out. */
  watch(owner: SecretOwner, secretId: string, requestId: string): void {
    if (this.#watched.length >= MAX_WATCHED) return
    this.#watched.push({
      owner,
      secretId,
      requestId,
      dueAt: this.#settings.now() + CONSENT_TTL_MS + GRACE_MS,
    })
    if (this.#isWatching) return
    this.#isWatching = true
    this.#keep(this.#watchAll())
  }

  /** Of a grant that was taken and will never be used. Nobody waits for it. */
  revoke(owner: SecretOwner, granted: GrantedConsent): void {
    this.#keep(this.#revoke(owner, granted))
  }

  /** Ends the watching, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#work)
  }

  /** One after the other, so that many that end at once are no burst at Asana. */
  async #watchAll(): Promise<void> {
    const { now, sleep } = this.#settings
    const { signal } = this.#closing
    for (let next = this.#watched[0]; next && !signal.aborted; next = this.#watched[0]) {
      const leftMs = next.dueAt - now()
      if (leftMs > 0) {
        await sleep(leftMs, signal)
        continue
      }
      this.#watched.shift()
      await this.#end(next)
    }
    this.#isWatching = false
  }

  async #end({ owner, secretId, requestId }: Watched): Promise<void> {
    try {
      const { organizationId, externalUserId } = owner
      const granted = await this.#settings.consents.granted.take([organizationId, externalUserId, secretId])
      if (granted) await this.#revoke(owner, granted)
    } catch (error) {
      this.#settings.audit.problem(requestId, 'revokeUnredeemed', error)
    }
  }

  async #revoke(owner: SecretOwner, { app, credentials, requestId }: GrantedConsent): Promise<void> {
    const { apps, audit } = this.#settings
    const entry = { action: 'consent.abandoned', requestId, ...owner }
    try {
      if (await this.#isConnected(owner)) {
        return audit.write({ ...entry, outcome: 'refused', reason: 'connected' })
      }
      const auth = await apps.managerOf(owner.organizationId, app)
      if (!auth) return audit.write({ ...entry, outcome: 'refused', reason: 'asana_app_missing' })
      await auth.asana.oauth2.revoke({ credentials })
      audit.write({ ...entry, outcome: 'done' })
    } catch (error) {
      const { code } = error as { code?: unknown }
      audit.write({ ...entry, outcome: 'refused', reason: code })
      audit.problem(requestId, 'revokeUnredeemed', error)
    }
  }

  /** Asana does not say whether a second consent is another grant: to end it could end the connection. */
  async #isConnected({ organizationId, externalUserId }: SecretOwner): Promise<boolean> {
    const options = { externalUserId, limit: 100 }
    const connectors = await this.#settings.registry.listConnectors(organizationId, options)
    return connectors.some(({ authKind }) => authKind === 'oauth')
  }

  #keep(work: Promise<void>): void {
    this.#work.add(work)
    work.finally(() => this.#work.delete(work))
  }
}
