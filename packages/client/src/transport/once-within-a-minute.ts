/** How long a response that nobody reads takes up its place among those under way. */
const unreadMs = 60_000

/** Calls `release` once: when what this returns is called for the first time, or a minute from now. */
export function onceWithinAMinute(release: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    release()
  }
  timer = setTimeout(end, unreadMs)
  unref(timer)
  return end
}

/** On Node.js a timer keeps the process alive; elsewhere it is a number. */
function unref(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') {
    timer.unref()
  }
}
