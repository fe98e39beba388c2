/** One channel of `node:diagnostics_channel`, as far as it is used. */
export interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
  /** Publishes, and runs the work within the stores that are bound to the channel. */
  runStores?<T>(message: unknown, work: () => T): T
}

/** The five channels of one traced call. */
export interface TracingChannel {
  /** Of any of the five. Absent in runtimes that do not have it yet. */
  readonly hasSubscribers?: boolean
  readonly start: Channel
  readonly end: Channel
  readonly asyncStart: Channel
  readonly asyncEnd: Channel
  readonly error: Channel
  subscribe(subscribers: TracingSubscribers): void
  unsubscribe(subscribers: TracingSubscribers): void
}

type Subscriber = (message: unknown) => void
export type TracingSubscribers = Readonly<
  Record<'start' | 'end' | 'asyncStart' | 'asyncEnd' | 'error', Subscriber>
>

interface DiagnosticsChannels {
  channel(name: string): Channel
  tracingChannel?(name: string): TracingChannel
}

interface ProcessWithModules {
  getBuiltinModule?(id: 'node:diagnostics_channel'): DiagnosticsChannels | undefined
}

/**
 * `node:diagnostics_channel`, where the runtime has it. Asked for and not imported: an import of it would keep
 * this package from loading everywhere else.
 */
export function diagnosticsChannels(): DiagnosticsChannels | undefined {
  const { process } = globalThis as { process?: ProcessWithModules }
  return process?.getBuiltinModule?.('node:diagnostics_channel')
}
