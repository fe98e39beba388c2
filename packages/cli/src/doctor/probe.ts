import { safeCause } from '@x/asana-auth-core'

/** An endpoint's answer to a request that asks for nothing. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** By this machine's clock, in milliseconds since the epoch: half way between asking and hearing. */
  readonly at: number
}

const TIMEOUT_MS = 10_000

/** Asks once; a text is what kept it from an answer. */
export async function probe(
  {
    fetch,
    clock,
    signal,
  }: {
    readonly fetch: typeof globalThis.fetch
    readonly clock: { now(): number }
    readonly signal: AbortSignal
  },
  url: string,
  init: RequestInit = {},
): Promise<Answer | string> {
  const start = clock.now()
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    const at = (start + clock.now()) / 2
    return { status: response.status, headers: response.headers, text: await response.text(), at }
  } catch (error) {
    signal.throwIfAborted()
    return safeCause(error).message
  }
}
