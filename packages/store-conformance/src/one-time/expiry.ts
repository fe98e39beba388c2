import { isEqual } from '../suite/assertions.ts'
import { inTime } from '../suite/in-time.ts'
import type { OneTimeSuite } from './one-time-suite.ts'

export function expiry(suite: OneTimeSuite): void {
  const { minTtlMs } = suite.settings
  suite.waitingConcern('values that expire', () => {
    suite.case('are gone after their time', async scene => {
      const [a, b] = await scene.openPair()
      await a.put('state', 'value', minTtlMs)
      await scene.pass(minTtlMs * 1.5)
      isEqual(await b.take('state'), undefined, 'A value is gone after its ttl')
    })

    suite.case('are there before their time is over', async scene => {
      const store = await scene.open()
      await inTime(minTtlMs * 20, async (ttlMs, attempt) => {
        await store.put(`state ${attempt}`, 'value', ttlMs)
        await scene.pass(minTtlMs * 2)
        isEqual(await store.take(`state ${attempt}`), 'value', 'A value lasts as long as was asked')
      })
    })

    suite.case('get a new lifetime when they are replaced', async scene => {
      const store = await scene.open()
      await store.put('longer', 'first', minTtlMs)
      await store.put('longer', 'second', minTtlMs * 300)
      await store.put('shorter', 'first', minTtlMs * 300)
      await store.put('shorter', 'second', minTtlMs)
      await scene.pass(minTtlMs * 1.5)
      isEqual(await store.take('longer'), 'second', 'The lifetime is that of the last put')
      isEqual(
        await store.take('shorter'),
        undefined,
        'The lifetime is that of the last put, a shorter one, too',
      )
    })

    suite.case('leave room for another one', async scene => {
      const store = await scene.open()
      await store.put('state', 'first', minTtlMs)
      await scene.pass(minTtlMs * 1.5)
      await store.put('state', 'second', minTtlMs * 300)
      isEqual(await store.take('state'), 'second', 'An expired key can be used again')
    })
  })
}
