import { isEqual } from '../suite/assertions.ts'
import { isRefusedInTime, untilBack, whileDown } from '../suite/while-down.ts'
import type { OneTimeSuite } from './one-time-suite.ts'

const LONG_MS = 60_000

export function outage(suite: OneTimeSuite): void {
  const { settings } = suite
  const { outageTimeoutMs } = settings
  suite.concern('outage', () => {
    suite.case(
      'every call fails with StoreUnavailableError, and works again afterwards',
      async scene => {
        const store = await scene.open()
        await store.put('before', 'value', LONG_MS)
        await whileDown(settings, async () => {
          await Promise.all([
            isRefusedInTime('put', () => store.put('state', 'value', LONG_MS), outageTimeoutMs),
            isRefusedInTime('take', () => store.take('before'), outageTimeoutMs),
            isRefusedInTime('take of a missing key', () => store.take('never-put'), outageTimeoutMs),
          ])
        })
        await untilBack(() => store.put('after', 'value', LONG_MS), outageTimeoutMs)
        isEqual(await store.take('after'), 'value', 'It works again')
        isEqual(await store.take('after'), undefined, 'And gives a value once')
      },
      !settings.outage && 'the suite cannot stop the storage (options.outage is not set)',
    )
  })
}
