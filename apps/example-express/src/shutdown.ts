import type { Logger } from 'pino'

/** A package manager in front may pass on the Ctrl-C that the terminal sent to both. */
const SAME_SIGNAL_MS = 500

/** Ends the process in good order at the first SIGINT or SIGTERM, and at once at the second. */
export function closeOnSignal(close: () => Promise<void>, logger: Logger): void {
  let firstAt: number | undefined
  const onSignal = (signal: NodeJS.Signals) => {
    const now = performance.now()
    if (firstAt !== undefined) {
      if (now - firstAt > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    firstAt = now
    logger.info({ signal }, 'closing')
    close().then(
      () => process.exit(0),
      error => {
        logger.error({ err: error }, 'not everything could be closed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
