import { createHmac } from 'node:crypto'
import type { Realm } from '../../realm.ts'
import type { Webhook } from '../../state/entities.ts'
import type { Change } from '../../state/journal.ts'
import { compactEvent } from './event-view.ts'

/** Real milliseconds a receiver has to answer (Asana docs: ten seconds). */
const timeoutMs = 10_000

/** Sends changes to webhooks: signed, one delivery at a time per webhook, in order. */
export class WebhookDelivery {
  readonly #realm: Realm
  readonly #waiting = new Map<Webhook, Change[]>()
  readonly #busy = new Set<Webhook>()

  constructor(realm: Realm) {
    this.#realm = realm
    realm.journal.onChange(change => this.#enqueue(change))
  }

  /** The receiver must send the secret back, while the request that creates the webhook is still open. */
  async handshake(target: string, secret: string): Promise<boolean> {
    try {
      const response = await this.#post(target, '{}', { 'x-hook-secret': secret })
      const accepted = response.status === 200 || response.status === 204
      return accepted && response.headers.get('x-hook-secret') === secret
    } catch {
      return false
    }
  }

  /** The empty delivery that follows a handshake. */
  heartbeat(webhook: Webhook): void {
    if (!this.#waiting.has(webhook)) this.#waiting.set(webhook, [])
    void this.#run(webhook)
  }

  #enqueue(change: Change): void {
    for (const webhook of this.#realm.world.all('webhook')) {
      if (!webhook.active || !change.feeds.has(webhook.resourceGid) || !passes(webhook, change)) continue
      const waiting = this.#waiting.get(webhook) ?? []
      waiting.push(change)
      this.#waiting.set(webhook, waiting)
      void this.#run(webhook)
    }
  }

  async #run(webhook: Webhook): Promise<void> {
    if (this.#busy.has(webhook)) return
    this.#busy.add(webhook)
    try {
      // What one request changes goes out together: deliveries wait for its handler to finish.
      await new Promise(resolve => setImmediate(resolve))
      for (let events = this.#take(webhook); events !== undefined; events = this.#take(webhook)) {
        await this.#deliver(webhook, events)
      }
    } finally {
      this.#busy.delete(webhook)
    }
  }

  #take(webhook: Webhook): Change[] | undefined {
    const events = this.#waiting.get(webhook)
    this.#waiting.delete(webhook)
    return events
  }

  async #deliver(webhook: Webhook, changes: readonly Change[]): Promise<void> {
    const body = JSON.stringify({ events: changes.map(compactEvent) })
    const signature = createHmac('sha256', webhook.secret).update(body).digest('hex')
    try {
      const response = await this.#post(webhook.target, body, { 'x-hook-signature': signature })
      if (response.status !== 200 && response.status !== 204) throw new Error(`HTTP ${response.status}`)
      webhook.lastSuccessAtMs = this.#realm.clock.now()
    } catch (error) {
      webhook.lastFailureAtMs = this.#realm.clock.now()
      webhook.lastFailureContent = error instanceof Error ? error.message : String(error)
    }
  }

  async #post(target: string, body: string, headers: Record<string, string>): Promise<Response> {
    const response = await fetch(target, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([this.#realm.closing, AbortSignal.timeout(timeoutMs)]),
    })
    // Unread, it would keep its connection.
    await response.body?.cancel()
    return response
  }
}

function passes(webhook: Webhook, { resource, action, field }: Change): boolean {
  if (webhook.filters.length === 0) return true
  const subtype = 'resourceSubtype' in resource ? resource.resourceSubtype : undefined
  return webhook.filters.some(
    filter =>
      (filter.resource_type === undefined || filter.resource_type === resource.type) &&
      (filter.resource_subtype === undefined || filter.resource_subtype === subtype) &&
      (filter.action === undefined || filter.action === action) &&
      (filter.fields === undefined || (field !== undefined && filter.fields.includes(field))),
  )
}
