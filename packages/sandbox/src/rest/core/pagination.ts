import { createHmac, randomBytes } from 'node:crypto'
import type { Realm } from '../../realm.ts'
import { ApiError } from './api-error.ts'
import type { Sequence } from './sequence.ts'

interface NextPage {
  offset: string
  path: string
  uri: string
}

const invalidOffset = 'offset: Your pagination token is invalid.'

/** Cuts lists into pages. An offset is signed and belongs to the request that it was made for. */
export class Paginator {
  readonly #realm: Realm
  readonly #key = randomBytes(32)

  constructor(realm: Realm) {
    this.#realm = realm
  }

  page<T>(
    path: string,
    query: URLSearchParams,
    list: Sequence<T>,
  ): { items: readonly T[]; next: NextPage | null } {
    const limit = limitOf(query)
    const offset = query.get('offset')
    const start = offset === null ? 0 : this.#start(path, query, offset)
    const whole = offset === null ? this.#realm.settings.maxUnpaginatedItems : Number.POSITIVE_INFINITY
    const { items, next } = take(list, start, limit ?? whole)
    if (next === undefined) return { items, next: null }
    if (limit === undefined) {
      throw new ApiError(
        400,
        'The result is too large. You should use pagination (may require specifying a workspace)!',
      )
    }
    return { items, next: this.#next(path, query, next) }
  }

  #next(path: string, query: URLSearchParams, position: number): NextPage {
    const payload = JSON.stringify({ position, iat: this.#realm.clock.now() })
    const unsigned = Buffer.from(payload).toString('base64url')
    const offset = `${unsigned}.${this.#sign(unsigned, path, query)}`
    const following = new URLSearchParams(query)
    following.set('offset', offset)
    return { offset, path: `${path}?${following}`, uri: `${this.#realm.url}/api/1.0${path}?${following}` }
  }

  #start(path: string, query: URLSearchParams, offset: string): number {
    const [unsigned = '', signature] = offset.split('.')
    if (this.#sign(unsigned, path, query) !== signature) throw new ApiError(400, invalidOffset)
    const { position, iat } = JSON.parse(Buffer.from(unsigned, 'base64url').toString()) as {
      position: number
      iat: number
    }
    if (this.#realm.clock.now() - iat >= this.#realm.settings.paginationTokenLifetimeS * 1000) {
      throw new ApiError(400, 'offset: Your pagination token has expired.')
    }
    return position
  }

  #sign(unsigned: string, path: string, query: URLSearchParams): string {
    // The fields shown and the page size may change between pages; what is listed may not.
    const rest = [...query].filter(
      ([name]) => !name.startsWith('opt_') && name !== 'offset' && name !== 'limit',
    )
    const subject = JSON.stringify([unsigned, path, rest.sort()])
    return createHmac('sha256', this.#key).update(subject).digest('base64url')
  }
}

/** The items from a position on, and the position of the first one that is left, if one is. */
function take<T>(list: Sequence<T>, start: number, most: number): { items: T[]; next: number | undefined } {
  const items: T[] = []
  for (let position = start; position < list.length; position += 1) {
    const item = list.at(position)
    if (item === undefined) continue
    if (items.length >= most) return { items, next: position }
    items.push(item)
  }
  return { items, next: undefined }
}

function limitOf(query: URLSearchParams): number | undefined {
  const text = query.get('limit')
  if (text === null) return undefined
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0
  // The bounds are documented; this text is the sandbox's.
  if (limit < 1 || limit > 100)
    throw new ApiError(400, `limit: Must be a number between 1 and 100, not: ${text}`)
  return limit
}
