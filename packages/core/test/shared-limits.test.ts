import { Scene } from '@x/fixtures'
import { describe, expect, it } from 'vitest'

type Session = Awaited<ReturnType<Scene['auth']['session']>>

/** A fetch, and the most requests that were under way in it while sessions each made five at once. */
function traffic() {
  let underWay = 0
  let most = 0
  return {
    fetch: async (...request: Parameters<typeof globalThis.fetch>) => {
      most = Math.max(most, ++underWay)
      try {
        return await fetch(...request)
      } finally {
        underWay--
      }
    },
    async most(...sessions: Session[]) {
      most = 0
      await Promise.all(sessions.flatMap(({ asana }) => Array.from({ length: 5 }, () => asana.getUser('me'))))
      return most
    },
  }
}

describe('the limits of a token', () => {
  it('are one for all sessions of a subject, and for no other', async () => {
    const { fetch, most } = traffic()
    await using scene = await Scene.open({ auth: { limits: { reads: 1 }, fetch } })
    await scene.connect('ada')
    await scene.connect('ben')
    const session = (subject: string) => scene.auth.session({ subject })
    expect(await most(await session('ada'), await session('ada'))).toBe(1)
    expect(await most(await session('ada'), await session('ben'))).toBe(2)
  })

  it("are one for the app's own token, whoever acts with it", async () => {
    const { fetch, most } = traffic()
    await using scene = await Scene.open()
    const token = scene.sandbox.createPersonalAccessToken('ada@example.com')
    const limits = { reads: 1 }
    const auth = scene.anotherManager({ asana: { token }, limits, fetch, fallbackToAppToken: true })
    expect(await most(await auth.session({ subject: 'x' }), await auth.session({ subject: 'y' }))).toBe(1)
  })

  it('are their own for explicit credentials, whatever subject they are said to be of', async () => {
    const { fetch, most } = traffic()
    await using scene = await Scene.open({ auth: { limits: { reads: 1 }, fetch } })
    const accessToken = scene.sandbox.createPersonalAccessToken('ada@example.com')
    const open = () => scene.auth.session({ subject: 'ada', withCredentials: { accessToken } })
    expect(await most(await open(), await open())).toBe(2)
  })

  it('can be turned off, and wrong ones show at once', async () => {
    const { fetch, most } = traffic()
    await using scene = await Scene.open({ auth: { limits: false, fetch } })
    await scene.connect('ada')
    expect(await most(await scene.auth.session({ subject: 'ada' }))).toBe(5)
    expect(() => scene.anotherManager({ limits: { reads: 0 } })).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    )
  })
})
