import type { AsanaClientOptions } from '../client-options.ts'
import { AsanaConnectionError } from '../errors/connection-error.ts'
import { demandOf } from '../limits/demand.ts'
import { RateLimits } from '../limits/rate-limits.ts'
import { parseBaseUrl, resolveBelow } from '../request/base-url.ts'
import type { BuiltRequest } from '../request/build-request.ts'
import type { Answer } from '../response/answer.ts'
import { retryAfterMs } from '../response/retry-after.ts'
import { abandon } from './abandon.ts'
import { withinDeadline } from './attempt.ts'
import { type Call, isStream, type SendOptions } from './call.ts'
import type { Hangs } from './hangs.ts'
import { onceWithinAMinute } from './once-within-a-minute.ts'
import { refusalError } from './refusal-error.ts'
import { type Outcome, retryWaitMs } from './retry-decision.ts'
import { type RetrySettings, retrySettings } from './retry-options.ts'
import { type ClientRuntime, completeRuntime } from './runtime.ts'
import { disconnected, drop, Sender } from './sender.ts'
import { checkedTimeoutMs } from './timeout-option.ts'
import { watchedResponse } from './watched-response.ts'

/** Sends calls to nowhere but below the base URL: in turn, within a deadline, and again where that helps. */
export class Transport {
  readonly #baseUrl: string
  readonly #timeoutMs: number
  readonly #retry: RetrySettings
  readonly #limits: RateLimits | undefined
  readonly #runtime: ClientRuntime
  readonly #sender: Sender
  readonly #hangs: Hangs

  /** @throws {AsanaRequestError} `invalid_base_url`, `invalid_option` */
  constructor(options: AsanaClientOptions) {
    const { limits = {}, runtime } = options
    this.#baseUrl = parseBaseUrl(options.baseUrl ?? 'https://app.asana.com/api/1.0')
    this.#timeoutMs = checkedTimeoutMs(options.timeoutMs, 30_000)
    this.#retry = retrySettings(options.retry)
    this.#runtime = completeRuntime(runtime)
    // By what it can do: the ESM and the CommonJS build have a class each.
    if (limits && 'enter' in limits) this.#limits = limits
    else if (limits !== false) this.#limits = new RateLimits({ runtime, ...limits })
    this.#hangs = options.hangs ?? { seen: false }
    this.#sender = new Sender(options, this.#hangs)
  }

  /** The answer, read to its end. Throws at once what is wrong with the request. */
  exchange({ path, target, init, send }: BuiltRequest): Promise<Answer> {
    const call = this.#call(this.#baseUrl + target, path, init, send)
    return this.#run(call, () => this.#answer(call))
  }

  /** The response as soon as its headers are there; from then on only the caller's signal ends it. */
  async fetch(target: string, init: RequestInit, send: SendOptions): Promise<Response> {
    const url = resolveBelow(this.#baseUrl, target).href
    const path = url.slice(this.#baseUrl.length).replace(/[?#].*/, '')
    const call = this.#call(url, path, init, send)
    return this.#run(call, () => this.#response(call))
  }

  #call(url: string, path: string, init: RequestInit, { timeoutMs, retry }: SendOptions): Call {
    const method = init.method?.toUpperCase() ?? 'GET'
    return {
      url,
      method,
      path,
      init,
      timeoutMs: checkedTimeoutMs(timeoutMs, this.#timeoutMs),
      retry: retry === undefined ? this.#retry : retrySettings(retry, this.#retry),
      repeatable: !isStream(init.body),
      demand: demandOf(method, path, init.body),
      tries: 0,
    }
  }

  /** A stream that goes with no attempt is let go of. */
  #run<T extends Answered>(call: Call, attempt: () => Promise<T>): Promise<T> {
    const done = this.#repeat(call, attempt)
    if (call.repeatable) return done
    return done.catch(error => {
      abandon(call.init.body)
      throw error
    })
  }

  /** Attempts, with waits between them, until one is worth returning or none would be better. */
  #repeat<T extends Answered>(call: Call, attempt: () => Promise<T>): Promise<T> {
    call.tries++
    const decide = (result: T | AsanaConnectionError) => {
      const outcome = this.#outcome(result)
      const waitMs = outcome && retryWaitMs(outcome, call, call.retry, this.#runtime.random)
      if (waitMs !== undefined)
        return this.#wait(call, result, waitMs).then(() => this.#repeat(call, attempt))
      if (result instanceof AsanaConnectionError) throw result
      return result
    }
    const queued = this.#enter(call)
    return (queued ? queued.then(attempt) : attempt()).then(decide, error => decide(retriable(error)))
  }

  async #wait({ init }: Call, result: Answered | AsanaConnectionError, waitMs: number): Promise<void> {
    if (isResponse(result)) drop(result)
    const { signal } = init
    await this.#runtime.clock.sleep(waitMs, signal ?? undefined)
    signal?.throwIfAborted()
  }

  /** Nothing if the attempt went well. */
  #outcome(result: Answered | AsanaConnectionError): Outcome | undefined {
    if (result instanceof AsanaConnectionError) {
      if (result.code === 'timeout') this.#hangs.seen = true
      return { kind: 'failure', sent: result.sent }
    }
    const { status, headers } = result
    if (status < 400) return undefined
    const waitMs = retryAfterMs(headers.get('retry-after'), this.#runtime.clock.now())
    if (status === 429 && waitMs !== undefined) this.#limits?.pause(Math.min(waitMs, longestPauseMs))
    return { kind: 'answer', status, retryAfterMs: waitMs }
  }

  #answer(call: Call): Promise<Answer> {
    return withinDeadline(
      call,
      attempt => readAnswer(call, this.#sender.send(call, attempt)),
      () => this.#limits?.leave(call.demand),
    )
  }

  async #response(call: Call): Promise<Response> {
    const { signal } = call.init
    const leave = () => this.#limits?.leave(call.demand)
    try {
      const { response, attempt } = await withinDeadline(call, async attempt => {
        return { response: await this.#sender.send(call, attempt), attempt }
      })
      const unfollow = signal && attempt.follow(signal)
      const release = this.#limits && onceWithinAMinute(leave)
      if (!unfollow && !release) return response
      return watchedResponse(response, () => {
        unfollow?.()
        release?.()
      })
    } catch (error) {
      leave()
      throw error
    }
  }

  /** Nothing, and no promise, where nothing is in the way. */
  #enter(call: Call): Promise<void> | undefined {
    return this.#limits?.enter(call.demand, call.init.signal, call.retry.maxWaitMs)?.then(refusal => {
      if (refusal) throw refusalError(call, refusal)
    })
  }
}

async function readAnswer(call: Call, sent: Promise<Response>): Promise<Answer> {
  const response = await sent
  const { status, headers } = response
  const { method, path, tries } = call
  try {
    return { method, path, status, headers, text: await response.text(), tries }
  } catch (error) {
    throw disconnected(call, error)
  }
}

/** What an answer and a response have in common. */
interface Answered {
  readonly status: number
  readonly headers: Headers
}

/** What Asana asks for is in seconds. Longer than this is somebody's mistake, and must not be for ever. */
const longestPauseMs = 600_000

/**
 * A failure that may be worth another attempt; all others are thrown. A token source that hangs has
 * troubles of its own, and may try again by itself.
 */
function retriable(error: unknown): AsanaConnectionError {
  if (error instanceof AsanaConnectionError && (error.sent || error.code !== 'timeout')) return error
  throw error
}

function isResponse(result: Answered | AsanaConnectionError): result is Response {
  return 'body' in result
}
