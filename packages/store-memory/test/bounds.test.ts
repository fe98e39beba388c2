import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { describe, expect, it } from 'vitest'

const record = { payload: 'p', status: 'active' as const, updatedAt: 0 }
const key = (subject: string) => ({ provider: 'asana', subject })

describe('MemoryStore', () => {
  it('that is full refuses a new credential and keeps the old ones', async () => {
    const store = new MemoryStore({ maxEntries: 1 })
    const version = await store.put(key('a'), record)
    await expect(store.put(key('b'), record)).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringMatching(/full \(1 credentials\)/),
    })
    await expect(store.put(key('a'), record, { ifVersion: version })).resolves.toEqual(expect.any(String))
  })
})

describe('MemoryOneTimeStore', () => {
  it('that is full drops what has expired, then the oldest', async () => {
    let now = 0
    const store = new MemoryOneTimeStore({ maxEntries: 2, now: () => now })
    await store.put('short', '1', 10)
    await store.put('old', '2', 1000)
    now = 20
    await store.put('new', '3', 1000)
    expect(await store.take('old')).toBe('2')
    await store.put('old', '2', 1000)
    await store.put('newest', '4', 1000)
    expect(await store.take('new')).toBeUndefined()
    expect(await store.take('newest')).toBe('4')
  })
})
