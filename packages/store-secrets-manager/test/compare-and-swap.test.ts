import { GetSecretValueCommand, UpdateSecretVersionStageCommand } from '@aws-sdk/client-secrets-manager'
import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { gate, losingAnswer } from './observed-client.ts'
import { key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')
const conflict = { name: 'VersionConflictError', code: 'version_conflict' }
const unavailable = { name: 'StoreUnavailableError', code: 'store_unavailable' }

describe.skipIf(reason)(`compare-and-swap${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  const race = async (writers: number, write: (writer: number) => Promise<string>) => {
    const outcomes = await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(writer)))
    const won = outcomes.flatMap(outcome => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    const lost = outcomes.flatMap(outcome => (outcome.status === 'rejected' ? [outcome.reason] : []))
    return { won, lost }
  }

  it('of 20 writers one wins, and of 20 over what it wrote, one', async () => {
    const stores = [scene.store(), scene.store()] as const
    let version = await stores[0].put(key, record('start'))
    for (let round = 0; round < 5; round++) {
      const ifVersion = version
      const { won, lost } = await race(20, writer =>
        stores[writer % 2 === 0 ? 0 : 1].put(key, record(`round ${round}, writer ${writer}`), { ifVersion }),
      )
      expect(won).toHaveLength(1)
      for (const error of lost) expect(error).toMatchObject(conflict)
      version = won[0] ?? ''
      expect((await stores[0].get(key))?.version).toBe(version)
    }
  })

  it('of 20 that write the very same record, one wins', async () => {
    const stores = [scene.store(), scene.store()] as const
    for (const ifVersion of [null, await stores[0].put({ ...key, subject: 'other' }, record('x'))]) {
      const of = ifVersion === null ? key : { ...key, subject: 'other' }
      const { won, lost } = await race(20, writer =>
        stores[writer % 2 === 0 ? 0 : 1].put(of, record('the same'), { ifVersion }),
      )
      expect(won).toHaveLength(1)
      for (const error of lost) expect(error).toMatchObject(conflict)
    }
  })

  it('a version that a write without a condition has replaced is stale', async () => {
    const [a, b] = [scene.store(), scene.store()]
    const first = await a.put(key, record('1'))
    const second = await b.put(key, record('2'))
    const third = await b.put(key, record('3'))
    for (const ifVersion of [first, second]) {
      await expect(a.put(key, record('late'), { ifVersion })).rejects.toMatchObject(conflict)
    }
    expect(await a.get(key)).toEqual({ record: record('3'), version: third })
  })

  it('a write without a condition that comes between the look and the write wins', async () => {
    const slow = scene.observed()
    const fast = scene.store()
    const ifVersion = await fast.put(key, record('1'))
    const { reached, open, pass } = gate()
    slow.client.intercept = (command, send) => (command === 'PutSecretValue' ? pass().then(send) : undefined)
    const late = slow.store.put(key, record('late'), { ifVersion })
    await reached
    const version = await fast.put(key, record('2'))
    open()
    await expect(late).rejects.toMatchObject(conflict)
    expect(await fast.get(key)).toEqual({ record: record('2'), version })
  })

  it('without a condition, the one that was too slow writes over the other', async () => {
    const slow = scene.observed()
    const fast = scene.store()
    await fast.put(key, record('1'))
    const { reached, open, pass } = gate()
    slow.client.intercept = (command, send) => (command === 'PutSecretValue' ? pass().then(send) : undefined)
    const late = slow.store.put(key, record('late'))
    await reached
    await fast.put(key, record('2'))
    open()
    const version = await late
    expect(await fast.get(key)).toEqual({ record: record('late'), version })
  })

  it('a write that is late does not hit a credential that was deleted and made anew', async () => {
    const slow = scene.observed()
    const fast = scene.store()
    const ifVersion = await fast.put(key, record('1'))
    const { reached, open, pass } = gate()
    slow.client.intercept = (command, send) => (command === 'PutSecretValue' ? pass().then(send) : undefined)
    const late = slow.store.put(key, record('late'), { ifVersion })
    await reached
    await fast.delete(key)
    const version = await fast.put(key, record('anew'), { ifVersion: null })
    open()
    await expect(late).rejects.toMatchObject(conflict)
    expect(await fast.get(key)).toEqual({ record: record('anew'), version })
  })

  for (const condition of ['null', 'a version', 'none'] as const) {
    it(`an answer that is lost once costs nothing (ifVersion: ${condition})`, async () => {
      const { client, store } = scene.observed()
      const version = condition === 'null' ? null : await store.put(key, record('1'))
      let lost = false
      client.intercept = (command, send) => {
        if (lost || !/Put|Create/.test(command)) return undefined
        lost = true
        return losingAnswer(send)
      }
      const written = await store.put(key, record('2'), condition === 'none' ? {} : { ifVersion: version })
      expect(await store.get(key)).toEqual({ record: record('2'), version: written })
      expect(lost).toBe(true)
    })
  }

  for (const condition of ['null', 'a version'] as const) {
    it(`a write whose answer never came is no conflict with itself (ifVersion: ${condition})`, async () => {
      const { client, store } = scene.observed()
      const ifVersion = condition === 'null' ? null : await store.put(key, record('1'))
      client.intercept = (command, send) => (/Put|Create/.test(command) ? losingAnswer(send) : undefined)
      await expect(store.put(key, record('2'), { ifVersion })).rejects.toMatchObject(unavailable)
      client.intercept = () => undefined
      const stored = await store.get(key)
      expect(await store.put(key, record('2'), { ifVersion })).toBe(stored?.version)
      // Once: the next one is another write, and this version is not there any more.
      await expect(store.put(key, record('2'), { ifVersion })).rejects.toMatchObject(conflict)
      await expect(scene.store().put(key, record('2'), { ifVersion })).rejects.toMatchObject(conflict)
    })
  }

  it('a lost write that somebody has written over is a conflict', async () => {
    const { client, store } = scene.observed()
    const ifVersion = await store.put(key, record('1'))
    client.intercept = (command, send) => (/Put/.test(command) ? losingAnswer(send) : undefined)
    await expect(store.put(key, record('2'), { ifVersion })).rejects.toMatchObject(unavailable)
    client.intercept = () => undefined
    await scene.store().put(key, record('3'))
    await expect(store.put(key, record('2'), { ifVersion })).rejects.toMatchObject(conflict)
  })

  it('a row that an operator rolled back can be written again, by one', async () => {
    const { client, store } = scene.observed()
    const [first, second] = [await store.put(key, record('good')), await store.put(key, record('bad'))]
    const name = await scene.secretName()
    const rollBack = new UpdateSecretVersionStageCommand({
      SecretId: name,
      VersionStage: 'AWSCURRENT',
      RemoveFromVersionId: second,
      MoveToVersionId: first,
    })
    await client.send(rollBack)
    expect(await store.get(key)).toEqual({ record: record('good'), version: first })
    const { won, lost } = await race(5, writer =>
      store.put(key, record(`better ${writer}`), { ifVersion: first }),
    )
    expect(won).toHaveLength(1)
    for (const error of lost) expect(error).toMatchObject(conflict)
    // By its id: moto, unlike AWS, leaves AWSCURRENT on both versions.
    const written = await client.send(new GetSecretValueCommand({ SecretId: name, VersionId: won[0] }))
    expect(written.VersionStages).toContain('AWSCURRENT')
  })
})
