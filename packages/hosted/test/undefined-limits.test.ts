import { randomBytes } from 'node:crypto'
import { ConfigurationError } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { hostedApi, MemoryRegistry } from '@x/asana-connector-hosted'
import { describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

/** As an application in JavaScript gives it, or one that reads its environment. */
const limits = (given: Record<string, unknown>) => ({ server: { limits: given as Record<string, number> } })

describe('limits', () => {
  it('that are undefined are those that hold where nothing is said', async () => {
    const nothing = {
      organizationPerMinute: undefined,
      userPerMinute: undefined,
      addressPerMinute: undefined,
    }
    await using scene = await HostedScene.open(limits(nothing))
    const id = await scene.connect('ada')
    expect((await scene.execute(await scene.scopedToken('ada'), id)).status).toBe(200)
  })

  it.each([Number.NaN, -1, '60', null])(
    'that are no number are refused at the start: %s',
    async userPerMinute => {
      const opening = hostedApi({
        publicUrl: 'http://localhost:3100',
        registry: new MemoryRegistry(),
        store: new MemoryStore(),
        oneTimeStore: new MemoryOneTimeStore(),
        encryption: { keys: [{ id: 'test', key: randomBytes(32) }] },
        environment: {},
        ...limits({ userPerMinute }).server,
      })
      await expect(opening).rejects.toThrow(ConfigurationError)
      await expect(opening).rejects.toThrow('limits.userPerMinute')
    },
  )
})
