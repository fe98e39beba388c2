import { RedisRegistry, type RegistryRedisClient } from '@x/asana-connector-hosted'
import { expect, it } from 'vitest'

/** As much of Redis as a list needs. Some records were deleted after their ids were read. */
class RedisWithGaps implements RegistryRedisClient {
  readonly #ids: readonly string[]
  readonly #deleted: readonly string[]

  constructor(ids: readonly string[], deleted: readonly string[]) {
    this.#ids = ids
    this.#deleted = deleted
  }

  async call(name: string, ...args: (string | number)[]): Promise<unknown> {
    const command = name.toLowerCase()
    if (command === 'zrange') {
      const [, from] = args
      const after = from === '-' ? '' : String(from).slice(1)
      return this.#ids.filter(id => id > after).slice(0, Number(args.at(-1)))
    }
    if (command !== 'mget') throw new Error(`${command} is not expected.`)
    return args.map(key => {
      const id = String(key).split(':').at(-1) ?? ''
      return this.#deleted.includes(id) ? null : JSON.stringify({ id })
    })
  }
}

it.each<[string, string[], string[]]>([
  ['one of the page', ['b'], ['a', 'c', 'd']],
  ['the whole page', ['a', 'b', 'c'], ['d', 'e', 'f']],
  ['all', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], []],
])(
  'a page of connectors is full as long as there are more, whatever is deleted meanwhile: %s',
  async (_, deleted, expected) => {
    const client = new RedisWithGaps(['a', 'b', 'c', 'd', 'e', 'f', 'g'], deleted)
    const found = await new RedisRegistry({ client }).listConnectors('acme', { limit: 3 })
    expect(found.map(({ id }) => id)).toEqual(expected)
  },
)
