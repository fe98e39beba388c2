/** For messages: nothing when once was enough. */
export function tried(times = 1): string {
  return times > 1 ? `, tried ${times} times` : ''
}
