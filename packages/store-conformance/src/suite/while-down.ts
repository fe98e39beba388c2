import { ConformanceError, show } from './assertions.ts'
import { isUnavailable } from './store-errors.ts'
import { realTime, type SuiteSettings } from './suite-options.ts'

const POLL_MS = 50

/** Stops the storage, lets `body` look, and has it running again whatever happens. */
export async function whileDown(settings: SuiteSettings, body: () => Promise<void>): Promise<void> {
  const { outage } = settings
  if (!outage) throw new TypeError('options.outage is not set')
  await outage.stop()
  try {
    await body()
  } finally {
    await outage.start()
  }
}

/** The call rejects with StoreUnavailableError, and in time: a caller has a user waiting. */
export async function isRefusedInTime(
  what: string,
  call: () => Promise<unknown>,
  withinMs: number,
): Promise<void> {
  const promise = `${what} while the storage is down rejects with StoreUnavailableError`
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    const tooLate = () => reject(new ConformanceError(`${promise}: nothing within ${withinMs} ms.`))
    timer = setTimeout(tooLate, withinMs)
  })
  try {
    await Promise.race([isRefused(promise, call), late])
  } finally {
    clearTimeout(timer)
  }
}

async function isRefused(promise: string, call: () => Promise<unknown>): Promise<void> {
  let value: unknown
  try {
    value = await call()
  } catch (error) {
    if (isUnavailable(error)) return
    throw new ConformanceError(`${promise}: it rejected with ${show(error)}.`)
  }
  // Undefined would be taken for a user who never connected, false for a lease that was lost.
  throw new ConformanceError(`${promise}: it returned ${show(value)}.`)
}

/** The storage is back: the store notices by itself. Until then it may only say that it is not. */
export async function untilBack<T>(call: () => Promise<T>, withinMs: number): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (!isUnavailable(error)) {
        throw new ConformanceError(
          `Once the storage is back, a store recovers: it rejected with ${show(error)}.`,
        )
      }
      if (Date.now() > deadline) {
        throw new ConformanceError(
          `Once the storage is back, a store recovers within ${withinMs} ms: it did not.`,
        )
      }
      await realTime(POLL_MS)
    }
  }
}
