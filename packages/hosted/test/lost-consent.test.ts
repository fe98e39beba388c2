import type { OneTimeStore } from '@x/asana-auth-core'
import { MemoryOneTimeStore } from '@x/asana-auth-store-memory'
import { expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

/** Takes everything but what consents end with. */
class StoreWithoutGrants extends MemoryOneTimeStore implements OneTimeStore {
  override async put(key: string, value: string, ttlMs: number): Promise<void> {
    if (key.startsWith('hosted:granted:')) throw new Error('It is full.')
    await super.put(key, value, ttlMs)
  }
}

it('a grant that cannot be kept is revoked at Asana: nobody has its tokens', async () => {
  await using scene = await HostedScene.open({ oneTimeStore: new StoreWithoutGrants() })
  const { body } = await scene.initiate(await scene.scopedToken('ada'))
  const { searchParams } = await scene.consent(body.consent_url)
  expect(searchParams.get('error')).toBe('server_error')
  await expect.poll(() => scene.sandbox.counters.revoke.total).toBe(1)
})
