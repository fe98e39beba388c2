import { Scene as Asana } from '@x/fixtures'
import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { Scene } from './scene.ts'

const reason = await requireService('secrets-manager')

describe.skipIf(reason)(`a refresh through Secrets Manager${reason ? `: ${reason}` : ''}`, () => {
  const scene = Scene.forThisFile()

  for (const refresh of ['omit', 'echo', 'rotate'] as const) {
    it(`is one for 40 callers in four managers (${refresh}), and costs few versions`, async () => {
      await using asana = await Asana.open({ sandbox: { refresh } })
      const stores = Array.from({ length: 4 }, () => scene.store({ now: () => asana.sandbox.clock.now() }))
      const managers = stores.map(store => asana.anotherManager({ store }))
      const credentials = await asana.consent()
      await managers[0]?.storeCredentials('asana', 'user-1', credentials)
      const versions = () => stores.reduce((sum, store) => sum + store.writes, 0)
      for (let round = 0; round < 3; round++) {
        asana.expireTokens()
        asana.sandbox.counters.reset()
        const before = versions()
        const tokens = await Promise.all(
          managers.flatMap(auth =>
            Array.from({ length: 10 }, async () =>
              (await auth.session({ subject: 'user-1' })).getAccessToken(),
            ),
          ),
        )
        expect(new Set(tokens).size).toBe(1)
        expect(asana.sandbox.counters.token.refresh_token.total).toBe(1)
        // The record, the lease, and a lease for each manager that asked just after it was released.
        expect(versions() - before).toBeGreaterThanOrEqual(2)
        expect(versions() - before).toBeLessThanOrEqual(1 + managers.length)
      }
    })
  }
})
