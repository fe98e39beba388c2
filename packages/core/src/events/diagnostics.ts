/** The part of `node:diagnostics_channel` that is used. */
interface Channel {
  readonly hasSubscribers: boolean
  publish(message: unknown): void
}

interface ProcessWithModules {
  getBuiltinModule?(id: 'node:diagnostics_channel'): { channel(name: string): Channel } | undefined
}

/**
 * Publishes every event on the channel `asana-auth:<event>`, so that tracing tools can subscribe without
 * touching the application. Does nothing where the runtime has no channels.
 */
export function createDiagnostics(): (event: string, message: object) => void {
  const { process } = globalThis as { process?: ProcessWithModules }
  const channels = process?.getBuiltinModule?.('node:diagnostics_channel')
  if (!channels) return () => {}
  return (event, message) => {
    const channel = channels.channel(`asana-auth:${event}`)
    if (channel.hasSubscribers) channel.publish(message)
  }
}
