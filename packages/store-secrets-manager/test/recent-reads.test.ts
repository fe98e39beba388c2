import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { gate } from './observed-client.ts'
import { acquired, key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')

describe.skipIf(reason)(`maxReadAgeMs${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()
  const cached = () => {
    const clock = { now: 1_790_000_000_000 }
    return { clock, ...scene.observed({ maxReadAgeMs: 10_000, now: () => clock.now }) }
  }

  it('answers from memory for so long, and no longer', async () => {
    const { client, store, clock } = cached()
    const version = await store.put(key, record('1'))
    const first = await store.get(key)
    expect(await client.during(() => store.get(key))).toEqual([])
    const second = await scene.store().put(key, record('2'))
    expect(await store.get(key)).toBe(first)
    expect(first?.version).toBe(version)
    clock.now += 10_000
    expect((await store.get(key))?.version).toBe(second)
  })

  it('reads every time when it is not set', async () => {
    const { client, store } = scene.observed()
    await store.put(key, record('1'))
    for (let i = 0; i < 3; i++) expect(await client.during(() => store.get(key))).toEqual(['GetSecretValue'])
  })

  it('is over with each write, delete and lease of the same store', async () => {
    const { store } = cached()
    const other = scene.store()
    let version = await store.put(key, record('1'))
    await store.get(key)
    version = await other.put(key, record('2'), { ifVersion: version })
    const lease = await acquired(store)
    expect((await store.get(key))?.version).toBe(version)
    await lease.release()
    const stale = version
    version = await other.put(key, record('3'))
    await expect(store.put(key, record('4'), { ifVersion: stale })).rejects.toMatchObject({
      code: 'version_conflict',
    })
    expect((await store.get(key))?.version).toBe(version)
    await store.put(key, record('5'))
    expect((await store.get(key))?.record).toEqual(record('5'))
    await store.delete(key)
    expect(await store.get(key)).toBeUndefined()
  })

  it('never remembers that there is no row', async () => {
    const { store } = cached()
    expect(await store.get(key)).toBeUndefined()
    await scene.store().put(key, record('1'))
    expect((await store.get(key))?.record).toEqual(record('1'))
  })

  it('does not keep what was read before a write that ended first', async () => {
    const { client, store } = cached()
    await store.put(key, record('1'))
    const { reached, open, pass } = gate()
    client.intercept = (command, send) =>
      command === 'GetSecretValue' ? send().then(answer => pass().then(() => answer)) : undefined
    const early = store.get(key)
    await reached
    client.intercept = () => undefined
    await store.put(key, record('2'))
    open()
    expect((await early)?.record).toEqual(record('1'))
    expect((await store.get(key))?.record).toEqual(record('2'))
  })

  it('hands out records that nobody can change', async () => {
    const { store } = cached()
    await store.put(key, record('1'))
    const stored = await store.get(key)
    expect(() => Object.assign(stored?.record ?? {}, { payload: 'changed' })).toThrow(TypeError)
    expect((await store.get(key))?.record).toEqual(record('1'))
  })
})
