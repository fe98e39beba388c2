import { type Attributes, type Meter, metrics, type Tracer, trace } from '@opentelemetry/api'
import { refreshCalls } from './refresh-calls.ts'
import { requestCalls } from './request-calls.ts'
import { storeCalls } from './store-calls.ts'
import { watchCalls } from './watch-calls.ts'

const SCOPE = '@x/asana-auth-core'

export interface InstrumentationOptions {
  /** Default: the global provider's. */
  readonly tracer?: Tracer | undefined
  /** Default: the global provider's. */
  readonly meter?: Meter | undefined
  /**
   * What spans say of a subject, as `enduser.pseudo.id`. Default: nothing. A subject may be an e-mail address, so
   * return a keyed hash of it, or an id that means nothing outside of your application. Metrics never have it.
   */
  readonly subjectId?: ((subject: string) => string | undefined) | undefined
}

/**
 * Spans and metrics of refreshes, calls to the store, and requests to Asana, of all AuthManagers of this process. No token,
 * no query and no gid is in any of them. Does nothing in a runtime without `node:diagnostics_channel`.
 * Call it after the SDK's providers are registered, once.
 * @returns the function that ends it
 */
export function instrumentAsanaAuth(options: InstrumentationOptions = {}): () => void {
  const { tracer = trace.getTracer(SCOPE), meter = metrics.getMeter(SCOPE), subjectId } = options
  const subjectAttributes = (subject: string): Attributes => {
    const id = subjectId?.(subject)
    return id === undefined ? {} : { 'enduser.pseudo.id': id }
  }
  const stops = [
    watchCalls(tracer, refreshCalls(meter, subjectAttributes)),
    watchCalls(tracer, storeCalls(meter, subjectAttributes)),
    watchCalls(tracer, requestCalls(meter)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
