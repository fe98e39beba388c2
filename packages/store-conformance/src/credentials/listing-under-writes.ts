import type { CredentialStore } from '@x/asana-auth-core'
import { isTrue, sameSet } from '../suite/assertions.ts'
import { inBatches } from '../suite/racing.ts'
import { type CredentialSuite, unlessCapable } from './credential-suite.ts'
import { listSubjects } from './pages.ts'
import { keyOf, recordOf } from './records.ts'

const provider = 'asana'

export function listingUnderWrites(suite: CredentialSuite): void {
  const skip = unlessCapable(suite, 'list')
  const most = Math.min(60, Math.ceil(suite.settings.listingKeys / 2))
  suite.concern('listing under writes', () => {
    suite.case(
      'keys that come, go and change between pages hide none that stays',
      async scene => {
        const [reader, writer] = await scene.openPair()
        const staying = names('staying', most)
        const leaving = names('leaving', most)
        await fill(writer, [...staying, ...leaving])
        let page = 0
        const listed = await listSubjects(reader, { provider, limit: Math.ceil(most / 6) }, async () => {
          // Before, between and after the keys in any order a store may have.
          const added = page < 12 ? [`a-${page}`, `lea-${page}`, `stay-${page}`, `z-${page}`] : []
          await fill(writer, added)
          await inBatches(leaving.slice(page * 5, page * 5 + 5), subject => writer.delete(keyOf(subject)))
          await inBatches(staying.slice(page * 5, page * 5 + 5), subject =>
            writer.put(keyOf(subject), recordOf('rewritten')),
          )
          page += 1
        })
        sameSet(
          listed.filter(subject => subject.startsWith('staying')),
          staying,
          'A key that is there throughout comes at least once',
        )
        const known = /^(staying|leaving|a|lea|stay|z)-/
        isTrue(
          listed.every(subject => known.test(subject)),
          'Only keys that were there at some time are listed',
        )
      },
      skip,
    )

    suite.case(
      'writes at the same time hide no key that stays',
      async scene => {
        const [reader, writer] = await scene.openPair()
        const staying = names('staying', most)
        await fill(writer, staying)
        let listing = true
        const write = async () => {
          for (let round = 0; listing; round++) {
            const subject = `coming-${round % 20}`
            await writer.put(keyOf(subject), recordOf(subject))
            await writer.put(keyOf(staying[round % staying.length] ?? subject), recordOf('rewritten'))
            await writer.delete(keyOf(subject))
          }
        }
        const writing = write()
        // Looked at below: until then, a failure is not one that nobody handles.
        writing.catch(() => {})
        const rounds = Array.from({ length: 5 }, () => listSubjects(reader, { provider, limit: 7 }))
        const listings = await Promise.all(rounds).finally(() => {
          listing = false
          return writing.catch(() => {})
        })
        await writing
        for (const listed of listings) {
          sameSet(
            listed.filter(subject => subject.startsWith('staying')),
            staying,
            'A key that is there throughout comes at least once',
          )
        }
      },
      skip,
    )

    suite.case(
      'a cursor survives the deletion of every key of its page',
      async scene => {
        const [reader, writer] = await scene.openPair()
        const subjects = names('user', 40)
        await fill(writer, subjects)
        const deleted = new Set<string>()
        const listed = await listSubjects(reader, { provider, limit: 7 }, async ({ keys }) => {
          for (const key of keys) deleted.add(key.subject)
          await inBatches(keys, key => writer.delete(key))
        })
        sameSet([...listed, ...deleted], subjects, 'Deleting what was listed skips nothing that was not')
      },
      skip,
    )

    suite.case(
      'a listing that begins after all keys were deleted is empty, and ends',
      async scene => {
        const [reader, writer] = await scene.openPair()
        const subjects = names('user', 30)
        await fill(writer, subjects)
        await inBatches(subjects, subject => writer.delete(keyOf(subject)))
        sameSet(await listSubjects(reader, { provider, limit: 5 }), [], 'Deleted keys are not listed')
      },
      skip,
    )
  })
}

function names(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${String(index).padStart(3, '0')}`)
}

function fill(store: CredentialStore, subjects: readonly string[]): Promise<void> {
  return inBatches(subjects, subject => store.put(keyOf(subject), recordOf(subject)))
}
