import { isEqual, isTrue, sameSet } from '../suite/assertions.ts'
import { inBatches } from '../suite/racing.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const provider = 'asana'

export function listing(suite: CredentialSuite): void {
  const { listingKeys } = suite.settings
  const skip = unlessCapable(suite, 'list')
  suite.concern('listing', () => {
    suite.case(
      'of an empty store is empty',
      async scene => {
        const store = await scene.open()
        isEqual(await listSubjects(store, { provider }), [], 'Nothing is stored, nothing is listed')
        isEqual(
          await listSubjects(store, { provider, limit: 1, subjectPrefix: 'a' }),
          [],
          'Nor with a prefix',
        )
      },
      skip,
    )

    suite.case(
      `of ${listingKeys} keys comes in pages and misses none`,
      async scene => {
        const store = await scene.open()
        const subjects = Array.from({ length: listingKeys }, (_, index) => `user-${index}`)
        await inBatches(subjects, subject => store.put(keyOf(subject), recordOf(subject)))
        const limit = Math.ceil(listingKeys / 10)
        let pages = 1
        const listed = await listSubjects(store, { provider, limit }, async () => {
          pages += 1
        })
        sameSet(listed, subjects, 'Each key is listed, and nothing else')
        isTrue(pages >= 10, `${listingKeys} keys with limit ${limit} come in 10 pages or more, not ${pages}`)
      },
      skip,
    )

    suite.case(
      'honours a limit of 1, one that fits exactly, one that is too large, and none',
      async scene => {
        const store = await scene.open()
        const subjects = ['a', 'b', 'c', 'd', 'e', 'f']
        for (const subject of subjects) await store.put(keyOf(subject), recordOf(subject))
        for (const limit of [1, 2, 5, 6, 7, 1_000]) {
          sameSet(await listSubjects(store, { provider, limit }), subjects, `All keys with limit ${limit}`)
        }
        sameSet(await listSubjects(store, { provider }), subjects, 'All keys without a limit')
      },
      skip,
    )

    suite.case(
      'keeps providers apart',
      async scene => {
        const store = await scene.open()
        await store.put(keyOf('mine', 'asana'), recordOf('1'))
        await store.put(keyOf('theirs', 'asana-eu'), recordOf('2'))
        await store.put(keyOf('both', 'asana'), recordOf('3'))
        await store.put(keyOf('both', 'asana-eu'), recordOf('4'))
        sameSet(await listSubjects(store, { provider: 'asana' }), ['mine', 'both'], 'The keys of asana')
        sameSet(
          await listSubjects(store, { provider: 'asana-eu' }),
          ['theirs', 'both'],
          'The keys of asana-eu',
        )
        sameSet(
          await listSubjects(store, { provider: 'asan' }),
          [],
          'The keys of a provider that nobody uses',
        )
      },
      skip,
    )

    suite.case(
      'shows what is there: not what was deleted, once what was rewritten',
      async scene => {
        const store = await scene.open()
        for (const subject of ['kept', 'deleted', 'rewritten', 'back']) {
          await store.put(keyOf(subject), recordOf(subject))
        }
        await store.delete(keyOf('deleted'))
        await store.put(keyOf('rewritten'), recordOf('again'))
        await store.delete(keyOf('back'))
        await store.put(keyOf('back'), recordOf('again'))
        sameSet(await listSubjects(store, { provider }), ['kept', 'rewritten', 'back'], 'What is listed')
      },
      skip,
    )
  })
}
