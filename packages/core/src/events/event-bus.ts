import type { AuthEventListener, AuthEventName, AuthEvents } from './auth-events.ts'
import { createDiagnostics } from './diagnostics.ts'

type Listeners = { [N in AuthEventName]?: Set<AuthEventListener<N>> }

/** Tells listeners what happened. A listener cannot break or delay what it listens to. */
export class EventBus {
  readonly #listeners: Listeners = {}
  readonly #diagnostics = createDiagnostics()

  /** Returns the function that ends the subscription. */
  on<N extends AuthEventName>(name: N, listener: AuthEventListener<N>): () => void {
    const listeners: Set<AuthEventListener<N>> = this.#listeners[name] ?? new Set()
    this.#listeners[name] = listeners as NonNullable<Listeners[N]>
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  emit<N extends AuthEventName>(name: N, event: AuthEvents[N]): void {
    this.#diagnostics(name, event)
    for (const listener of this.#listeners[name] ?? []) {
      try {
        // An async function is welcome where void is; its rejection would end the process.
        Promise.resolve<unknown>(listener(event)).catch(error => this.#failed(name, error))
      } catch (error) {
        this.#failed(name, error)
      }
    }
  }

  #failed(name: AuthEventName, error: unknown): void {
    // A listener's own error must not come back to it for ever.
    if (name !== 'listener_error') this.emit('listener_error', { event: name, error })
  }
}
