/** How long work of others may take, and what then. */
export interface Deadline<T> {
  readonly timeoutMs: number
  /** What to reject with when the time is over. */
  readonly late: () => Error
  /** What to reject with instead of what the work rejects with. */
  readonly failed?: (error: unknown) => unknown
  /** Told of what the work brought after all. */
  readonly onLate?: (value: T) => void
}

/** The outcome of work that may hang. Real time, whatever the clock says: it is a real driver that hangs. */
export function withDeadline<T>(work: () => Promise<T>, deadline: Deadline<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let over = false
    const watchdog = setTimeout(() => {
      over = true
      reject(deadline.late())
    }, deadline.timeoutMs)
    const fail = (error: unknown) => {
      clearTimeout(watchdog)
      reject(deadline.failed ? deadline.failed(error) : error)
    }
    try {
      work().then(value => {
        clearTimeout(watchdog)
        if (over) deadline.onLate?.(value)
        else resolve(value)
      }, fail)
    } catch (error) {
      fail(error)
    }
  })
}
