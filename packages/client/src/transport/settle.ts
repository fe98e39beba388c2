/** Runs what must not break the call, whether it throws or rejects. */
export function settle(task: () => unknown): void {
  ;(async () => task())().catch(() => {})
}
