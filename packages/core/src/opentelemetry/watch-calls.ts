import type { Attributes, SpanOptions, Tracer } from '@opentelemetry/api'
import { context, diag, SpanStatusCode, trace } from '@opentelemetry/api'
import { diagnosticsChannels, type TracingSubscribers } from '../events/channels.ts'
import type { TraceMessage } from '../events/trace-messages.ts'

/** How one kind of call is told. */
export interface CallDescription<Message extends TraceMessage> {
  /** As `tracingChannel` takes it. */
  readonly channel: string
  readonly span: (message: Message) => SpanOptions & { readonly name: string }
  /** What is known when it is over. */
  readonly outcome: (message: Message) => Attributes
  readonly record: (durationS: number, message: Message, outcome: Attributes) => void
}

/** Makes a span and a measurement of every call of that kind. Returns the function that ends it. */
export function watchCalls<Message extends TraceMessage>(
  tracer: Tracer,
  description: CallDescription<Message>,
): () => void {
  const channel = diagnosticsChannels()?.tracingChannel?.(description.channel)
  if (!channel) return () => {}
  const open = new WeakMap<object, (message: Message) => void>()

  const start = (message: Message) => {
    const startMs = performance.now()
    const { name, ...options } = description.span(message)
    const span = tracer.startSpan(name, options)
    const within = trace.setSpan(context.active(), span)
    const outer = message.run
    // What the call does itself, the driver's spans for one, belongs beneath it.
    message.run = work => context.with(within, () => (outer ? outer(work) : work()))
    open.set(message, () => {
      const outcome = description.outcome(message)
      span.setAttributes(outcome)
      if (outcome['error.type'] !== undefined) {
        span.setStatus({ code: SpanStatusCode.ERROR, ...describe(message.error) })
      }
      span.end()
      description.record((performance.now() - startMs) / 1000, message, outcome)
    })
  }
  const finish = (message: Message) => {
    open.get(message)?.(message)
    open.delete(message)
  }
  const subscribers = { start: safely(start), asyncEnd: safely(finish) } as unknown as TracingSubscribers
  channel.subscribe(subscribers)
  return () => channel.unsubscribe(subscribers)
}

/** What a subscriber throws would end the process; watching a call must not break it. */
function safely<Message>(subscriber: (message: Message) => void): (message: Message) => void {
  return message => {
    try {
      subscriber(message)
    } catch (error) {
      diag.error('asana-auth: a call could not be told.', error)
    }
  }
}

/** The code of an error and never its message: that may name a subject. */
export function errorType(error: unknown): Attributes {
  if (error === undefined) return {}
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (typeof code === 'string') return { 'error.type': code }
  return { 'error.type': error instanceof Error ? error.name : '_OTHER' }
}

function describe(error: unknown): { readonly message?: string } {
  const type = errorType(error)['error.type']
  return typeof type === 'string' ? { message: type } : {}
}
