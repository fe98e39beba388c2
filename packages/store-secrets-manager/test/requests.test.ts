import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { acquired, key, record, Scene } from './scene.ts'

const reason = await requireService('secrets-manager')

describe.skipIf(reason)(`requests${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  it('are few: what the README says of each operation', async () => {
    const { client, store } = scene.observed()
    const requests: Record<string, string[]> = {}
    const note = async (operation: string, act: () => Promise<unknown>) => {
      requests[operation] = await client.during(act)
    }
    await note('get, nothing there', () => store.get(key))
    await note('put, a new row', () => store.put(key, record('1'), { ifVersion: null }))
    await note('get', () => store.get(key))
    await note('put', () => store.put(key, record('2')))
    await note('first acquireLease', async () => (await acquired(store)).release())
    const { version = '' } = (await store.get(key)) ?? {}
    let lease: Awaited<ReturnType<typeof acquired>> | undefined
    await note('acquireLease', async () => {
      lease = await acquired(store)
    })
    await note('acquireLease, held', () => store.acquireLease(key, { ttlMs: 1000 }))
    await note('renew', async () => lease?.renew(60_000))
    await note('put, a version', () => store.put(key, record('3'), { ifVersion: version }))
    await note('put, a stale version', () =>
      store.put(key, record('4'), { ifVersion: version }).catch(() => {}),
    )
    await note('release', async () => lease?.release())
    await note('list', () => store.list({ provider: 'asana' }))
    await note('delete', () => store.delete(key))
    await note('delete, nothing there', () => store.delete(key))
    expect(requests).toEqual({
      'get, nothing there': ['GetSecretValue'],
      'put, a new row': ['DescribeSecret', 'CreateSecret'],
      get: ['GetSecretValue'],
      put: ['DescribeSecret', 'PutSecretValue'],
      'first acquireLease': [
        'GetSecretValue',
        'DescribeSecret',
        'PutSecretValue',
        'UpdateSecretVersionStage',
        'DescribeSecret',
      ],
      acquireLease: ['GetSecretValue', 'PutSecretValue'],
      'acquireLease, held': ['GetSecretValue'],
      renew: ['PutSecretValue'],
      'put, a version': ['DescribeSecret', 'PutSecretValue'],
      'put, a stale version': ['DescribeSecret'],
      release: ['UpdateSecretVersionStage', 'DescribeSecret'],
      list: ['ListSecrets'],
      delete: ['DescribeSecret', 'PutSecretValue', 'PutSecretValue', 'DeleteSecret'],
      'delete, nothing there': ['DescribeSecret'],
    })
  })

  it('of one refresh, as the core makes it, are eight, and make two versions', async () => {
    const { client, store } = scene.observed()
    await store.put(key, record('1'))
    await (await acquired(store)).release()
    const versions = store.writes
    const requests = await client.during(async () => {
      await store.get(key)
      const lease = await acquired(store)
      const current = await store.get(key)
      await store.put(key, record('2'), { ifVersion: current?.version ?? '' })
      await lease.release()
    })
    expect(requests).toHaveLength(8)
    expect(store.writes - versions).toBe(2)
  })
})
