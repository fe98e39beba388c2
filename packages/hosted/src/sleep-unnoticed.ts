import { setTimeout as delay } from 'node:timers/promises'

/** As the system's clock does, which does not reject; but for this alone no process goes on. */
export async function sleepUnnoticed(ms: number, signal?: AbortSignal): Promise<void> {
  await delay(ms, undefined, { ref: false, ...(signal && { signal }) }).catch(() => {})
}
