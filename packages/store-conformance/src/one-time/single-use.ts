import { isEqual } from '../suite/assertions.ts'
import { oddTexts } from '../suite/odd-texts.ts'
import { race } from '../suite/racing.ts'
import type { OneTimeSuite } from './one-time-suite.ts'

const LONG_MS = 60_000

export function singleUse(suite: OneTimeSuite): void {
  const { contenders } = suite.settings
  suite.concern('taken once', () => {
    suite.case('a value is given to the first who takes it, undefined to the next', async scene => {
      const [a, b] = await scene.openPair()
      await a.put('state', 'value', LONG_MS)
      isEqual(await b.take('state'), 'value', 'take returns what was put')
      isEqual(await a.take('state'), undefined, 'A value is taken once')
      isEqual(await b.take('state'), undefined, 'Also by the same one')
    })

    suite.case('a missing value is undefined', async scene => {
      const store = await scene.open()
      isEqual(await store.take('never-put'), undefined, 'take of a missing key is undefined')
    })

    suite.case(`of ${contenders} that take one at once, one gets it`, async scene => {
      const stores = await scene.openPair()
      for (let round = 0; round < 3; round++) {
        await stores[0].put('state', `value ${round}`, LONG_MS)
        const { won, lost } = await race(contenders, contender =>
          stores[contender % 2 === 0 ? 0 : 1].take('state'),
        )
        isEqual(lost, [], 'A take that comes too late is undefined, not an error')
        const values = won.map(({ value }) => value).filter(value => value !== undefined)
        isEqual(values, [`value ${round}`], 'Exactly one gets the value')
      }
    })

    suite.case('a key can be used again after it was taken', async scene => {
      const store = await scene.open()
      await store.put('state', 'first', LONG_MS)
      await store.take('state')
      await store.put('state', 'second', LONG_MS)
      isEqual(await store.take('state'), 'second', 'The second value')
    })
  })

  suite.concern('replaced values', () => {
    suite.case('the last put counts, and is taken once', async scene => {
      const [a, b] = await scene.openPair()
      await a.put('state', 'first', LONG_MS)
      await b.put('state', 'second', LONG_MS)
      isEqual(await a.take('state'), 'second', 'A key that is there already is replaced')
      isEqual(await b.take('state'), undefined, 'The first value does not come up again')
    })
  })

  suite.concern('odd keys and values', () => {
    for (const [what, text] of Object.entries(oddTexts)) {
      suite.case(`a key and a value that are ${what}`, async scene => {
        const store = await scene.open()
        await store.put(text, text, LONG_MS)
        isEqual(await store.take(text), text, 'It comes back as it was')
        isEqual(await store.take(text), undefined, 'Once')
      })
    }

    suite.case('all of them side by side are values of their own', async scene => {
      const store = await scene.open()
      const texts = Object.values(oddTexts)
      for (const text of texts) await store.put(text, `value of ${text}`, LONG_MS)
      for (const text of texts)
        isEqual(await store.take(text), `value of ${text}`, 'Each key has its own value')
    })

    suite.case('an empty value is a value', async scene => {
      const store = await scene.open()
      await store.put('state', '', LONG_MS)
      isEqual(await store.take('state'), '', 'An empty text is not nothing')
      isEqual(await store.take('state'), undefined, 'It is taken once, too')
    })

    suite.case('a value of 16 kB comes back as it was', async scene => {
      const store = await scene.open()
      const value = '€"\\\n'.repeat(16 * 170)
      await store.put('state', value, LONG_MS)
      isEqual(await store.take('state'), value, 'The value')
    })
  })
}
