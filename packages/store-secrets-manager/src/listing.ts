import {
  ConfigurationError,
  type CredentialPage,
  describeStoreContext,
  type ListOptions,
} from '@x/asana-auth-core'
import { beginningOfNames, subjectOf } from './secret-names.ts'
import { SecretRequests } from './secret-requests.ts'
import { secretState } from './secret-state.ts'
import { STORE } from './stages.ts'
import type { StoreSettings } from './store-options.ts'

/** 2,000 secrets, about a second: well within the deadline that the core sets for a call. */
const MAX_REQUESTS = 20

/**
 * The keys by their secrets' names. Each call reads a stretch of up to 2,000 secrets and goes on by name
 * within it, since AWS does not say what becomes of a NextToken when secrets before it are deleted. A cursor
 * is the name after which it goes on, a space, and the token at which the stretch begins.
 */
export async function listKeys(
  settings: StoreSettings,
  { provider, subjectPrefix = '', cursor = ' ', limit = 1000 }: ListOptions,
): Promise<CredentialPage> {
  const at = { store: STORE, operation: 'list' }
  const space = cursor.indexOf(' ')
  if (!(limit >= 1) || space < 0) {
    const message = `limit must be at least 1, and cursor one of this store (${describeStoreContext(at)}).`
    throw new ConfigurationError('invalid_option', message)
  }
  const after = cursor.slice(0, space)
  const token = cursor.slice(space + 1)
  const stretch = new SecretRequests(settings, at, await beginningOfNames(settings, provider))
  const found: [name: string, subject: string][] = []
  let next = token
  let requests = 0
  do {
    const { SecretList = [], NextToken = '' } = await stretch.list(next)
    for (const { Name = '', Description, SecretVersionsToStages } of SecretList) {
      if (Name <= after || secretState({ VersionIdsToStages: SecretVersionsToStages }).row !== 'there')
        continue
      const subject = await subjectOf(settings, provider, Name, Description)
      if (subject?.startsWith(subjectPrefix)) found.push([Name, subject])
    }
    next = NextToken
    requests += 1
  } while (next && requests < MAX_REQUESTS)
  found.sort(([a], [b]) => (a < b ? -1 : 1))
  const page = found.slice(0, limit)
  const keys = page.map(([, subject]) => ({ provider, subject }))
  if (page.length < found.length) return { keys, cursor: `${page.at(-1)?.[0]} ${token}` }
  return next ? { keys, cursor: ` ${next}` } : { keys }
}
