import { diagnosticsChannels } from './channels.ts'

/**
 * Publishes every event on the channel `asana-auth:<event>`, so that tracing tools can subscribe without
 * touching the application. Does nothing where the runtime has no channels.
 */
export function createDiagnostics(): (event: string, message: object) => void {
  const channels = diagnosticsChannels()
  if (!channels) return () => {}
  return (event, message) => {
    const channel = channels.channel(`asana-auth:${event}`)
    if (channel.hasSubscribers) channel.publish(message)
  }
}
