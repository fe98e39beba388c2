const ATTEMPTS = 14
const FIRST_DELAY_MS = 20
const MAX_DELAY_MS = 400

/** Calls until there is a result, for about three seconds. Random waits keep contenders out of step. */
export async function insist<T>(attempt: () => Promise<T | undefined>, giveUp: () => Error): Promise<T> {
  for (let count = 1, delayMs = FIRST_DELAY_MS; ; count++, delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)) {
    const result = await attempt()
    if (result !== undefined) return result
    if (count === ATTEMPTS) throw giveUp()
    await wait(delayMs * (0.5 + Math.random() / 2))
  }
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms)
  })
}
