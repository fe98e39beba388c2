import type { CredentialKey, CredentialPage, ListOptions } from '@x/asana-auth-core'
import { ServedStore } from '../served-store.ts'
import type { BrokenStore } from './broken-store.ts'
import { ListsInItsOwnWay } from './lists-in-its-own-way.ts'

class StopsAtAThousand extends ServedStore {
  readonly #listed = new Map<string, number>()

  override async list(options: ListOptions): Promise<CredentialPage> {
    const { keys, cursor } = await super.list(options)
    const before = this.#listed.get(options.cursor ?? '') ?? 0
    if (cursor === undefined || before + keys.length >= 200) return { keys }
    this.#listed.set(cursor, before + keys.length)
    return { keys, cursor }
  }
}

class IgnoresLimits extends ServedStore {
  override list({ limit: _, ...options }: ListOptions): Promise<CredentialPage> {
    return super.list(options)
  }
}

class SkipsAKeyPerPage extends ListsInItsOwnWay {
  override async list(options: ListOptions): Promise<CredentialPage> {
    const { keys, cursor } = await super.list(options)
    if (cursor === undefined) return { keys }
    const next = (await this.all(options)).find(({ subject }) => subject > cursor)
    return next ? { keys, cursor: next.subject } : { keys }
  }
}

class IgnoresProviders extends ServedStore {
  readonly #providers = new Set<string>()

  override put(...args: Parameters<ServedStore['put']>) {
    this.#providers.add(args[0].provider)
    return super.put(...args)
  }

  override async list(options: ListOptions): Promise<CredentialPage> {
    const own = await super.list(options)
    if (own.cursor !== undefined) return own
    const keys = [...own.keys]
    for (const provider of this.#providers) {
      if (provider === options.provider) continue
      const other = await super.list({ ...options, provider })
      keys.push(...other.keys.map(({ subject }) => ({ provider: options.provider, subject })))
    }
    return { keys: keys.slice(0, options.limit) }
  }
}

class ListsDeletedKeys extends ServedStore {
  readonly #deleted: CredentialKey[] = []

  override async delete(...args: Parameters<ServedStore['delete']>) {
    const deleted = await super.delete(...args)
    if (deleted) this.#deleted.push(args[0])
    return deleted
  }

  override async list(options: ListOptions): Promise<CredentialPage> {
    const { keys, cursor } = await super.list(options)
    if (cursor !== undefined || keys.length >= (options.limit ?? 100))
      return { keys, ...(cursor !== undefined && { cursor }) }
    const gone = this.#deleted.find(({ subject }) => subject === 'deleted')
    return { keys: gone ? [...keys, gone] : keys }
  }
}

class CountsItsWayThrough extends ListsInItsOwnWay {
  override async list(options: ListOptions): Promise<CredentialPage> {
    this.server.check('list')
    const keys = await this.all(options)
    const start = Number(options.cursor ?? 0)
    const end = start + (options.limit ?? 100)
    return { keys: keys.slice(start, end), ...(end < keys.length && { cursor: String(end) }) }
  }
}

class LooksItsCursorUp extends ListsInItsOwnWay {
  override async list(options: ListOptions): Promise<CredentialPage> {
    this.server.check('list')
    const keys = await this.all(options)
    // Nowhere to be found: -1, and so from the beginning again. Or past the end, here.
    const last = keys.findIndex(({ subject }) => subject === options.cursor)
    const start = options.cursor === undefined ? 0 : last < 0 ? keys.length : last + 1
    const page = keys.slice(start, start + (options.limit ?? 100))
    const cursor = page.at(-1)?.subject
    return { keys: page, ...(cursor !== undefined && start + page.length < keys.length && { cursor }) }
  }
}

class NeverEnds extends ServedStore {
  override async list(options: ListOptions): Promise<CredentialPage> {
    const { keys } = await super.list(options)
    return { keys, cursor: keys.at(-1)?.subject ?? 'the same again' }
  }
}

const paged = [
  'listing',
  'listing by prefix',
  'listing under writes',
  'namespaces',
  'odd keys',
  'two instances on one backend',
]

export const brokenListings: readonly BrokenStore[] = [
  { flaw: 'stops listing too soon', store: StopsAtAThousand, foundBy: ['listing'] },
  { flaw: 'ignores the limit', store: IgnoresLimits, foundBy: paged },
  { flaw: 'skips a key at every end of a page', store: SkipsAKeyPerPage, foundBy: paged },
  { flaw: 'lists other providers, too', store: IgnoresProviders, foundBy: ['listing'] },
  { flaw: 'lists deleted keys', store: ListsDeletedKeys, foundBy: ['listing'] },
  { flaw: 'pages by counting rows', store: CountsItsWayThrough, foundBy: ['listing under writes'] },
  { flaw: 'pages from a key that may be gone', store: LooksItsCursorUp, foundBy: ['listing under writes'] },
  { flaw: 'never comes to an end', store: NeverEnds, foundBy: [...paged, 'leases', 'outage'] },
]
