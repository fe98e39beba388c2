import { sameSet } from '../suite/assertions.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const provider = 'asana'

/** Each with neighbours that a pattern language (LIKE, glob, regular expression) takes for the same. */
const families: Readonly<Record<string, readonly string[]>> = {
  'LIKE metacharacters': ['a%b', 'a%', 'a_b', 'a_', 'axb', 'ab', 'a\\%b', 'a\\_b', 'a\\', '%', '_', '%%'],
  'glob metacharacters': [
    'a*b',
    'a*',
    'a?b',
    'a?',
    'a[b]c',
    'a[bc',
    'abc',
    'axb',
    'a]',
    '*',
    '?',
    '[',
    '[a]',
  ],
  'regular expression metacharacters': [
    'a.b',
    'axb',
    'a+',
    'aa',
    'a|b',
    '^a',
    'a$',
    '(a)',
    'a{2}',
    '.',
    '.*',
  ],
  'upper and lower case': ['User-1', 'user-1', 'USER-1', 'uSer-1', 'u', 'U'],
  'accents, composed and decomposed': ['é', 'e\u0301', 'e', 'éa', 'e\u0301a', 'ea', 'ä', 'a'],
  'characters beyond the first plane': [
    'a\u{1f600}',
    'a\u{1f600}b',
    'a\uffff',
    'a\uffffb',
    'a\u{10ffff}',
    'a',
    'b',
  ],
  'one the beginning of another': ['a', 'aa', 'aaa', 'aaaa', 'ab', 'b'],
  spaces: ['a', 'a ', 'a  ', 'a b', ' a', ' ', 'a\t', 'a\n'],
}

export function prefixes(suite: CredentialSuite): void {
  const skip = unlessCapable(suite, 'list')
  suite.concern('listing by prefix', () => {
    for (const [family, subjects] of Object.entries(families)) {
      suite.case(
        `takes a prefix literally: ${family}`,
        async scene => {
          const store = await scene.open()
          for (const subject of subjects) await store.put(keyOf(subject), recordOf(subject))
          for (const subjectPrefix of ['', ...subjects, `${subjects[0]}-and-more`]) {
            const expected = subjects.filter(subject => subject.startsWith(subjectPrefix))
            sameSet(
              await listSubjects(store, { provider, subjectPrefix, limit: 3 }),
              expected,
              `The keys that begin with ${JSON.stringify(subjectPrefix)}`,
            )
          }
        },
        skip,
      )
    }

    suite.case(
      'with a prefix, pages still miss none',
      async scene => {
        const store = await scene.open()
        const wanted = Array.from({ length: 50 }, (_, index) => `tenant-1:user-${index}`)
        const others = Array.from({ length: 50 }, (_, index) => `tenant-2:user-${index}`)
        for (const subject of [...wanted, ...others]) await store.put(keyOf(subject), recordOf(subject))
        sameSet(
          await listSubjects(store, { provider, subjectPrefix: 'tenant-1:', limit: 8 }),
          wanted,
          'The keys of one tenant',
        )
      },
      skip,
    )
  })
}
