import type { CredentialStore } from '@x/asana-auth-core'
import type { HostedRegistry } from '../registry/hosted-registry.ts'

const DEADLINE_MS = 2000
/** So long an answer holds: whoever asks more often costs nothing. */
const FRESH_MS = 1000

export interface Readiness {
  readonly ready: boolean
  readonly checks: Readonly<Record<'registry' | 'store' | 'open', boolean>>
}

/** Whether this process can serve: what it needs answers, and it is not about to end. */
export class Health {
  readonly #registry: HostedRegistry
  readonly #store: CredentialStore
  #draining = false
  #last: { readonly at: number; readonly result: Promise<Readiness> } | undefined

  constructor(registry: HostedRegistry, store: CredentialStore) {
    this.#registry = registry
    this.#store = store
  }

  /** From now on it is not ready: load balancers send it nothing new. */
  drain(): void {
    this.#draining = true
    this.#last = undefined
  }

  readiness(): Promise<Readiness> {
    const now = performance.now()
    if (this.#last && now - this.#last.at < FRESH_MS) return this.#last.result
    const result = this.#check()
    this.#last = { at: now, result }
    return result
  }

  async #check(): Promise<Readiness> {
    const [registry, store] = await Promise.all([
      answers(() => this.#registry.ping()),
      answers(() => this.#store.get({ provider: 'asana', subject: 'readiness' })),
    ])
    const checks = { registry, store, open: !this.#draining }
    return { ready: registry && store && checks.open, checks }
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<false>(resolve => {
    timer = setTimeout(resolve, DEADLINE_MS, false)
  })
  try {
    return await Promise.race([ask().then(() => true), deadline])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
