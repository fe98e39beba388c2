/**
 * The milliseconds to wait that a `Retry-After` header asks for: a number of seconds (what Asana sends)
 * or an HTTP date (what a proxy may send). `undefined` if there is none or it cannot be understood.
 */
export function retryAfterMs(value: string | null | undefined, nowMs = Date.now()): number | undefined {
  const text = value?.trim() ?? ''
  // At most ten digits: three centuries, and still an exact number of milliseconds.
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000
  // The form is checked first, because Date.parse takes `-5` for a month.
  if (!/^[a-z].* gmt$/i.test(text)) return undefined
  const waitMs = Date.parse(text) - nowMs
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs)
}
