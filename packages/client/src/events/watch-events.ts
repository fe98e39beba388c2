import type { AsanaClient } from '../asana-client.ts'
import { AsanaRequestError } from '../errors/request-error.ts'
import { SyncTokenError } from '../errors/status-errors.ts'
import type { AsanaEvent } from '../generated/types.gen.ts'
import type { CallOptions } from '../request/call-options.ts'
import type { ClientClock } from '../transport/runtime.ts'

export interface WatchOptions extends CallOptions {
  /** `stream.sync` of an earlier watch, to go on from there; without one, what happens from now on. */
  readonly sync?: string | undefined
  /** Between two questions that find nothing more; 5000 if not given. */
  readonly pollIntervalMs?: number | undefined
  /** The fields of each event, as everywhere. */
  readonly opt_fields?: readonly string[] | undefined
  /**
   * When the token given, or the last one, is older than Asana remembers (a day), what happened meanwhile
   * is lost. `throw`, as it is if not given: a `SyncTokenError` with the token to go on with. `mark`: an
   * event `{ action: 'gap' }` says so, and the watch goes on.
   */
  readonly onGap?: 'throw' | 'mark' | undefined
}

/** Events were lost here: read anew what you keep a copy of. No event of Asana's has this action. */
export interface EventGap {
  readonly action: 'gap'
}

/** What happens to a resource, as it happens. It ends only by `break`, by its signal, or by an error. */
export interface EventStream<E = AsanaEvent> extends AsyncIterable<E> {
  /**
   * Where to go on: keep it after each event that you are done with, and give it to the next watch. It
   * stands before the page of the event at hand until that page is done, so that after a crash events may
   * come twice, but none gets lost. Asana remembers for a day.
   */
  readonly sync: string | undefined
}

/**
 * What happens to a task, a project or another resource (Asana docs: Events).
 *
 * @throws {AsanaRequestError} `invalid_option`
 * @throws {SyncTokenError} while it is iterated, see `onGap`; and what `getEvents` throws
 */
export function watchEvents(
  client: Pick<AsanaClient, 'getEvents'>,
  clock: ClientClock,
  resource: string,
  options: WatchOptions = {},
): EventStream<AsanaEvent | EventGap> {
  const { sync, pollIntervalMs = 5000, onGap = 'throw', ...call } = options
  if (!(pollIntervalMs >= 0)) {
    throw new AsanaRequestError('pollIntervalMs must be a number of milliseconds.', {
      code: 'invalid_option',
    })
  }
  let position = sync
  async function* events(): AsyncGenerator<AsanaEvent | EventGap, void, undefined> {
    for (;;) {
      const answer = await ask(position)
      if ('expired' in answer) {
        // Without a token the first answer is always this one: Asana's way to say where now is.
        const isGap = position !== undefined
        if (isGap && onGap === 'throw') throw answer.expired
        position = answer.sync
        if (!isGap) continue
        yield { action: 'gap' }
      } else {
        yield* answer.data
        // Not before: whoever stops in the middle of a page has not seen the rest of it.
        position = answer.sync
        if (answer.has_more) continue
      }
      await clock.sleep(pollIntervalMs, call.signal)
      call.signal?.throwIfAborted()
    }
  }
  async function ask(sync: string | undefined) {
    try {
      return await client.getEvents({ ...call, resource, sync })
    } catch (error) {
      if (error instanceof SyncTokenError && error.sync !== undefined)
        return { expired: error, sync: error.sync }
      throw error
    }
  }
  return {
    get sync() {
      return position
    },
    [Symbol.asyncIterator]: events,
  }
}
