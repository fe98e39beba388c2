import type { StoredCredential } from '@x/asana-auth-core'
import { isEqual, sameSet } from '../suite/assertions.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const key = keyOf('user-1')

export function twoInstances(suite: CredentialSuite): void {
  suite.concern('two instances on one backend', () => {
    suite.case(
      'each reads what the other wrote last, at once',
      async scene => {
        const [a, b] = await scene.openPair()
        const bothRead = async (expected: StoredCredential | undefined) => {
          // Both, each time: one that keeps what it has read is found out at the next write.
          for (const store of [a, b])
            isEqual(await store.get(key), expected, 'Each reads what was last written')
        }
        for (let round = 0; round < 3; round++) {
          const record = recordOf(`a ${round}`)
          await bothRead({ record, version: await a.put(key, record) })
          const next = recordOf(`b ${round}`)
          await bothRead({ record: next, version: await b.put(key, next) })
        }
        await a.delete(key)
        await bothRead(undefined)
      },
      suite.unlessShared,
    )

    suite.case(
      'a version of one is good for the other',
      async scene => {
        const [a, b] = await scene.openPair()
        const first = await a.put(key, recordOf('first'))
        const second = await b.put(key, recordOf('second'), { ifVersion: first })
        isEqual(await a.delete(key, { ifVersion: second }), true, 'It deletes what the other wrote')
      },
      suite.unlessShared || unlessCapable(suite, 'cas'),
    )

    suite.case(
      'each lists what the other wrote, and goes on from its cursor',
      async scene => {
        const [a, b] = await scene.openPair()
        const subjects = Array.from({ length: 20 }, (_, index) => `user-${index}`)
        for (const [index, subject] of subjects.entries()) {
          await (index % 2 === 0 ? a : b).put(keyOf(subject), recordOf(subject))
        }
        const { keys, cursor } = await a.list({ provider: 'asana', limit: 5 })
        const rest = await listSubjects(b, {
          provider: 'asana',
          limit: 5,
          ...(cursor !== undefined && { cursor }),
        })
        sameSet([...keys.map(({ subject }) => subject), ...rest], subjects, 'All keys')
      },
      suite.unlessShared || unlessCapable(suite, 'list'),
    )

    suite.case(
      'closing one leaves the other open',
      async scene => {
        const [a, b] = await scene.openPair()
        await a.put(key, recordOf('first'))
        await a.close()
        isEqual((await b.get(key))?.record, recordOf('first'), 'The other still works')
        await b.put(key, recordOf('second'))
      },
      suite.unlessShared,
    )

    suite.case('closing twice is closing once', async scene => {
      const store = await scene.open()
      await store.put(key, recordOf('first'))
      await store.close()
      await store.close()
    })
  })
}
