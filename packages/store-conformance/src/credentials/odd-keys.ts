import { isEqual, sameSet } from '../suite/assertions.ts'
import { oddTexts } from '../suite/odd-texts.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const provider = 'asana'

export function oddKeys(suite: CredentialSuite): void {
  const { capabilities } = suite.settings
  suite.concern('odd keys', () => {
    for (const [what, subject] of Object.entries(oddTexts)) {
      suite.case(`a subject that is ${what}`, async scene => {
        const store = await scene.open()
        const key = keyOf(subject)
        const first = await store.put(key, recordOf('first'))
        isEqual(await store.get(key), { record: recordOf('first'), version: first }, 'It is read')
        if (capabilities.cas) await store.put(key, recordOf('second'), { ifVersion: first })
        if (capabilities.list) {
          isEqual(await listSubjects(store, { provider }), [subject], 'It is listed as it is')
          isEqual(
            await listSubjects(store, { provider, subjectPrefix: subject }),
            [subject],
            'It is its own prefix',
          )
        }
        if (capabilities.lease) {
          const attempt = await store.acquireLease(key, { ttlMs: 60_000 })
          isEqual((await store.acquireLease(key, { ttlMs: 60_000 })).status, 'held', 'It is leased')
          if (attempt.status === 'acquired') await attempt.lease.release()
        }
        isEqual(await store.delete(key), true, 'It is deleted')
        isEqual(await store.get(key), undefined, 'It is gone')
      })
    }

    suite.case('all of them side by side are rows of their own', async scene => {
      const store = await scene.open()
      const subjects = Object.values(oddTexts)
      for (const subject of subjects) await store.put(keyOf(subject), recordOf(`payload of ${subject}`))
      for (const subject of subjects) {
        const stored = await store.get(keyOf(subject))
        isEqual(stored?.record.payload, `payload of ${subject}`, 'Each key has its own row')
      }
      await store.delete(keyOf(oddTexts['the same without a space'] ?? ''))
      isEqual(
        (await store.get(keyOf('user ')))?.record.payload,
        'payload of user ',
        'Its neighbour is still there',
      )
    })

    suite.case('where provider and subject meet, nothing is mixed up', async scene => {
      const store = await scene.open()
      for (const mark of [':', '/', '|', '-', '.', '","', '}']) {
        const [a, b] = [keyOf(`b${mark}c`, `a`), keyOf('c', `a${mark}b`)]
        await store.put(a, recordOf('a'))
        await store.put(b, recordOf('b'))
        isEqual((await store.get(a))?.record.payload, 'a', `${JSON.stringify(mark)} in the subject`)
        isEqual((await store.get(b))?.record.payload, 'b', `${JSON.stringify(mark)} in the provider`)
      }
    })

    suite.case(
      'leases of keys that look alike are leases of their own',
      async scene => {
        const store = await scene.open()
        for (const subject of ['user', 'user ', 'User', 'user:', 'user*', 'use', '{user}', "user'"]) {
          const { status } = await store.acquireLease(keyOf(subject), { ttlMs: 60_000 })
          isEqual(status, 'acquired', `The lease of ${JSON.stringify(subject)} is nobody else's`)
        }
      },
      unlessCapable(suite, 'lease'),
    )

    suite.case(
      'all of them are listed, page by page',
      async scene => {
        const store = await scene.open()
        const subjects = Object.values(oddTexts)
        for (const subject of subjects) await store.put(keyOf(subject), recordOf('payload'))
        sameSet(await listSubjects(store, { provider, limit: 4 }), subjects, 'Each key is listed as it is')
      },
      unlessCapable(suite, 'list'),
    )
  })
}
