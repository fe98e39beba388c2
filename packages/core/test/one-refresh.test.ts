import { Scene } from '@x/fixtures'
import { afterEach, describe, expect, it } from 'vitest'

let scene: Scene
afterEach(() => scene.close())

describe.each(['omit', 'echo', 'rotate'] as const)(
  'an expired token, with a provider that will %s the refresh token',
  refresh => {
    it('is refreshed once for 1,000 concurrent callers', async () => {
      scene = await Scene.open({ sandbox: { refresh } })
      await scene.connect('u')
      const session = await scene.auth.session({ subject: 'u' })
      scene.expireTokens()
      scene.sandbox.counters.reset()

      const tokens = await Promise.all(Array.from({ length: 1000 }, () => session.getAccessToken()))

      expect(new Set(tokens).size).toBe(1)
      expect(scene.sandbox.counters.token.total).toBe(1)
      expect(scene.sandbox.counters.token.ok).toBe(1)
      expect(scene.happened('refreshed')).toBe(1)
      // And the token works.
      await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    })

    it('is refreshed once for many managers on one store, and again an hour later', async () => {
      scene = await Scene.open({ sandbox: { refresh, latencyMs: { token: 30 } } })
      await scene.connect('u')
      const managers = [scene.auth, ...Array.from({ length: 7 }, () => scene.anotherManager())]
      for (let hour = 1; hour <= 3; hour++) {
        scene.expireTokens()
        scene.sandbox.counters.reset()
        const tokens = await Promise.all(
          managers.flatMap(auth =>
            Array.from({ length: 50 }, async () => (await auth.session({ subject: 'u' })).getAccessToken()),
          ),
        )
        expect(new Set(tokens).size).toBe(1)
        expect(scene.sandbox.counters.token.total).toBe(1)
        expect(scene.happened('refreshed')).toBe(hour)
      }
      expect(scene.sandbox.grants.filter(grant => grant.revoked)).toEqual([])
    })
  },
)

describe('different subjects', () => {
  it('are refreshed each for itself', async () => {
    scene = await Scene.open()
    const subjects = Array.from({ length: 20 }, (_, i) => `user-${i}`)
    for (const subject of subjects) await scene.connect(subject)
    scene.expireTokens()
    scene.sandbox.counters.reset()
    const tokens = await Promise.all(
      subjects.flatMap(subject =>
        Array.from({ length: 5 }, async () => (await scene.auth.session({ subject })).getAccessToken()),
      ),
    )
    expect(new Set(tokens).size).toBe(20)
    expect(scene.sandbox.counters.token.total).toBe(20)
  })
})
