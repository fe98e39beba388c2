import { type Backend, startBackend } from '@x/store-services'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runPeerStampede } from '../src/peers/stampede/run-peer-stampede.ts'

const reason = await requireService('postgres')

describe.skipIf(reason)(`The stampede beside the peers${reason ? `: ${reason}` : ''}`, () => {
  let backend: Backend
  beforeAll(async () => {
    backend = await startBackend('postgres')
  })
  afterAll(() => backend.close())

  const run = (library: 'ours' | 'fetch, by hand', refresh: 'rotate' | 'omit') => {
    if (backend.connection.kind !== 'postgres') throw new Error('Postgres was asked for.')
    const { url: databaseUrl } = backend.connection
    return runPeerStampede({ library, databaseUrl, processes: 2, callers: 20, refresh, latencyMs: 200 })
  }

  it('counts one refresh and twenty live tokens for ours', async () => {
    expect(await run('ours', 'rotate')).toMatchObject({ refreshes: 1, live: 20, failures: 0, dead: 0 })
  })

  it('counts what goes wrong for those who do not coordinate', async () => {
    const result = await run('fetch, by hand', 'rotate')
    expect(result.refreshes).toBeGreaterThan(1)
    // The second use of the refresh token revoked the grant: also who got a token has a dead one.
    expect(result).toMatchObject({ live: 0, callers: 20, failures: result.refreshes - 1 })
    expect(result.dead).toBe(20 - result.failures)
  })

  it('blames nobody where the provider forgives', async () => {
    const result = await run('fetch, by hand', 'omit')
    expect(result).toMatchObject({ live: 20, failures: 0, dead: 0 })
  })
})
