import { AsanaError, safeCause } from '@x/asana-client'
import { diagnosticsChannels, type TracingChannel } from './channels.ts'
import type { TraceMessage } from './trace-messages.ts'

type Secrets = NonNullable<Parameters<typeof safeCause>[1]>

/** Tells the subscribers of one tracing channel of calls, when there are any. */
export class Trace<Message extends TraceMessage> {
  readonly #channel: TracingChannel | undefined

  constructor(name: string) {
    // With the import, and held from then on: Node.js 20 loses subscribers of a channel that nobody holds when an
    // earlier one of its name is collected.
    this.#channel = diagnosticsChannels()?.tracingChannel?.(name)
  }

  /** Ask first, and make neither message nor closure when nobody listens. */
  get watched(): boolean {
    const channel = this.#channel
    return channel !== undefined && (channel.hasSubscribers ?? channel.start.hasSubscribers)
  }

  /**
   * Runs the work and tells of it, as `tracePromise` of Node does, but for the result, which may hold tokens.
   * @param secrets what the work sends: an error may say it again
   */
  async run<T>(message: Message, work: () => Promise<T>, secrets?: () => Secrets): Promise<T> {
    const channel = this.#channel
    if (!channel) return work()
    const { start, end, asyncStart, asyncEnd, error: failed } = channel
    // Within what `start` publishes to: it may set `run`.
    const begin = async () => (message.run ? message.run(work) : work())
    try {
      const running = start.runStores ? start.runStores(message, begin) : publishThen(channel, message, begin)
      end.publish(message)
      return await running
    } catch (error) {
      // What others threw, the application's fetch for one, may have the request and its tokens hung on it.
      message.error = error instanceof AsanaError ? error : safeCause(error, secrets?.())
      failed.publish(message)
      throw error
    } finally {
      asyncStart.publish(message)
      asyncEnd.publish(message)
    }
  }
}

function publishThen<T>(
  { start }: TracingChannel,
  message: TraceMessage,
  begin: () => Promise<T>,
): Promise<T> {
  start.publish(message)
  return begin()
}
