import type { CredentialPage, ListOptions } from '@x/asana-auth-core'
import type { RedisCommands } from './redis-commands.ts'
import type { RedisKeys } from './redis-keys.ts'
import { REPAIR } from './scripts.ts'

const DEFAULT_PAGE = 100
/** So long a subject stays in the index without a credential: far longer than any write takes. */
const PATIENCE_MS = 60_000

/**
 * The subjects, sorted, so that listing needs neither KEYS nor SCAN. It may hold too much, which
 * listing leaves out and, after a while, takes out.
 */
export class SubjectIndex {
  readonly #redis: RedisCommands
  readonly #keys: RedisKeys

  constructor(redis: RedisCommands, keys: RedisKeys) {
    this.#redis = redis
    this.#keys = keys
  }

  async list({
    provider,
    subjectPrefix = '',
    cursor,
    limit = DEFAULT_PAGE,
  }: ListOptions): Promise<CredentialPage> {
    const at = { operation: 'list' }
    // No byte of UTF-8 is 0xff: it comes after whatever begins with the prefix.
    const end = Buffer.concat([Buffer.from(`[${subjectPrefix}`), Buffer.of(0xff)])
    const start = cursor === undefined ? `[${subjectPrefix}` : `(${Buffer.from(cursor, 'base64url')}`
    const range = [this.#keys.index(provider), start, end, 'BYLEX', 'LIMIT', 0, limit] as const
    const subjects = (await this.#redis.call(at, 'zrange', ...range)) as string[]
    const exists = await Promise.all(
      subjects.map(subject => this.#redis.call(at, 'exists', this.#keys.credential({ provider, subject }))),
    )
    const missing = subjects.filter((_, i) => Number(exists[i]) === 0)
    if (missing.length > 0) await this.#repair(provider, missing)
    const last = subjects.at(-1)
    return {
      keys: subjects.filter((_, i) => Number(exists[i]) === 1).map(subject => ({ provider, subject })),
      ...(last !== undefined &&
        subjects.length === limit && { cursor: Buffer.from(last).toString('base64url') }),
    }
  }

  async #repair(provider: string, missing: readonly string[]): Promise<void> {
    const keys = [this.#keys.index(provider), this.#keys.missing(provider)]
    await this.#redis.run({ operation: 'list' }, REPAIR, keys, Date.now(), PATIENCE_MS, ...missing)
  }
}
