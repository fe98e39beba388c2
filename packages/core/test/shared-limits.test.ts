import { Scene } from '@x/fixtures'
import { describe, expect, it } from 'vitest'

/** The most reads that were under way at once while these sessions each made five. */
async function mostAtOnce(
  scene: Scene,
  sessions: Awaited<ReturnType<Scene['auth']['session']>>[],
  latencyMs = 20,
) {
  scene.sandbox.setLatency({ api: latencyMs })
  scene.sandbox.counters.reset()
  await Promise.all(sessions.flatMap(({ asana }) => Array.from({ length: 5 }, () => asana.getUser('me'))))
  return scene.sandbox.counters.maxInFlight.reads
}

describe('the limits of a token', () => {
  it('are one for all sessions of a subject, and for no other', async () => {
    await using scene = await Scene.open({ auth: { limits: { reads: 1 } } })
    await scene.connect('ada')
    await scene.connect('ben')
    const session = (subject: string) => scene.auth.session({ subject })
    expect(await mostAtOnce(scene, [await session('ada'), await session('ada')])).toBe(1)
    expect(await mostAtOnce(scene, [await session('ada'), await session('ben')])).toBe(2)
  })

  it("are one for the app's own token, whoever acts with it", async () => {
    await using scene = await Scene.open()
    const token = scene.sandbox.createPersonalAccessToken('ada@example.com')
    const auth = scene.anotherManager({ asana: { token }, limits: { reads: 1 }, fallbackToAppToken: true })
    const sessions = [await auth.session({ subject: 'x' }), await auth.session({ subject: 'y' })]
    expect(await mostAtOnce(scene, sessions)).toBe(1)
  })

  it('are their own for explicit credentials, whatever subject they are said to be of', async () => {
    await using scene = await Scene.open({ auth: { limits: { reads: 1 } } })
    const accessToken = scene.sandbox.createPersonalAccessToken('ada@example.com')
    const open = () => scene.auth.session({ subject: 'ada', withCredentials: { accessToken } })
    expect(await mostAtOnce(scene, [await open(), await open()])).toBe(2)
  })

  it('can be turned off, and wrong ones show at once', async () => {
    await using scene = await Scene.open({ auth: { limits: false } })
    await scene.connect('ada')
    // So long that on a busy machine, too, the fifth is there before the first is gone.
    expect(await mostAtOnce(scene, [await scene.auth.session({ subject: 'ada' })], 500)).toBe(5)
    expect(() => scene.anotherManager({ limits: { reads: 0 } })).toThrow(
      expect.objectContaining({ code: 'invalid_option' }),
    )
  })
})
