import type { CredentialPage, CredentialStore, ListOptions } from '@x/asana-auth-core'
import { isTrue } from '../suite/assertions.ts'

/** All subjects, page by page; `between` runs after every page that has a successor. */
export async function listSubjects(
  store: CredentialStore,
  options: ListOptions,
  between: (page: CredentialPage) => Promise<unknown> = async () => {},
): Promise<string[]> {
  const subjects: string[] = []
  const cursors = new Set<string>()
  let { cursor } = options
  for (;;) {
    const page = await store.list({ ...options, ...(cursor !== undefined && { cursor }) })
    isTrue(
      options.limit === undefined || page.keys.length <= options.limit,
      `A page has at most limit (${options.limit}) keys, not ${page.keys.length}`,
    )
    isTrue(
      page.keys.every(({ provider }) => provider === options.provider),
      'Only keys of the provider that was asked for are listed',
    )
    subjects.push(...page.keys.map(({ subject }) => subject))
    cursor = page.cursor
    if (cursor === undefined) return subjects
    isTrue(typeof cursor === 'string', 'A cursor is a text, absent at the end')
    // A cursor that comes again leads around in a circle.
    isTrue(!cursors.has(cursor), 'A listing comes to an end')
    cursors.add(cursor)
    await between(page)
  }
}
