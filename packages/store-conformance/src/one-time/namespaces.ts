import { isEqual } from '../suite/assertions.ts'
import type { OneTimeSuite } from './one-time-suite.ts'

const LONG_MS = 60_000

export function namespaces(suite: OneTimeSuite): void {
  suite.concern('namespaces', () => {
    suite.case('one key in two namespaces is two values', async scene => {
      const one = await scene.open()
      // The beginning of the other's name: what a pattern or a prefix would catch, too.
      const two = await scene.open(`${scene.namespace}-2`)
      await one.put('state', 'one', LONG_MS)
      isEqual(await two.take('state'), undefined, 'A value is not seen from another namespace')
      await two.put('state', 'two', LONG_MS)
      isEqual(await one.take('state'), 'one', 'Nor replaced from there')
      isEqual(await two.take('state'), 'two', 'Nor taken')
    })
  })
}
