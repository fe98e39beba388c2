import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextEvent } from './next-event.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
  await scene.connect('u')
})
afterEach(() => scene.close())

describe('a token that is fresh and in memory', () => {
  it('costs no I/O and no lock', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const first = await session.getAccessToken()
    scene.store.resetCounts()
    scene.sandbox.counters.reset()
    for (let i = 0; i < 10_000; i++) expect(await session.getAccessToken()).toBe(first)
    expect(scene.store.operations).toBe(0)
    expect(scene.sandbox.counters.token.total).toBe(0)
  })

  it('is the same promise each time: nothing is allocated', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    expect(session.getAccessToken()).toBe(session.getAccessToken())
  })

  it('is shared by all sessions of a subject', async () => {
    const [a, b] = [await scene.auth.session({ subject: 'u' }), await scene.auth.session({ subject: 'u' })]
    scene.store.resetCounts()
    expect(await a.getAccessToken()).toBe(await b.getAccessToken())
    expect(scene.store.operations).toBe(0)
  })
})

describe('the soft window', () => {
  it('returns the token and refreshes once in the background', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const old = await session.getAccessToken()
    scene.sandbox.clock.advance(3_600_000 - 120_000)
    const refreshed = nextEvent(scene.auth, 'refreshed')
    // The row has not been checked for an hour; that is done before the token is served.
    expect(await session.getAccessToken()).toBe(old)
    scene.sandbox.counters.reset()
    const during = await Promise.all(Array.from({ length: 100 }, () => session.getAccessToken()))
    expect(new Set(during)).toEqual(new Set([old]))
    await refreshed
    expect(scene.happened('refreshed')).toBe(1)
    expect(await session.getAccessToken()).not.toBe(old)
    expect(scene.sandbox.counters.token.total).toBe(1)
  })

  it('gives the token out as long as it works when the refresh does not', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const old = await session.getAccessToken()
    scene.sandbox.faults.add({
      at: 'token',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 500 },
    })
    scene.sandbox.clock.advance(3_600_000 - 20_000)
    // Within the hard window, before the end.
    expect(await session.getAccessToken()).toBe(old)
    expect(scene.happened('refresh_failed')).toBe(1)
    scene.sandbox.clock.advance(20_000)
    await expect(session.getAccessToken()).rejects.toMatchObject({ name: 'RefreshUnavailableError' })
  })
})

describe('a token of unknown expiry', () => {
  it('is used until Asana refuses it', async () => {
    const { expiresAt: _at, expiresIn: _in, ...credentials } = await scene.consent()
    await scene.auth.storeCredentials('asana', 'v', credentials)
    const session = await scene.auth.session({ subject: 'v' })
    scene.sandbox.counters.reset()
    await session.asana.getUser('me')
    expect(scene.sandbox.counters.token.total).toBe(0)
    scene.expireTokens()
    await expect(session.asana.getUser('me')).resolves.toMatchObject({ gid: expect.any(String) })
    expect(scene.sandbox.counters.token.total).toBe(1)
  })
})

describe('a token that lives shorter than the windows', () => {
  it('is not refreshed all the time', async () => {
    scene.sandbox.setAccessTokenLifetime(60)
    await scene.connect('short')
    const session = await scene.auth.session({ subject: 'short' })
    scene.sandbox.counters.reset()
    for (let i = 0; i < 20; i++) await session.getAccessToken()
    // Until whatever was started in the background is done.
    await scene.auth.close()
    expect(scene.sandbox.counters.token.total).toBe(0)
  })
})

describe('memory', () => {
  it('is bounded: rows that nobody asks for make room', async () => {
    const auth = scene.anotherManager({ tokens: { maxRows: 2 } })
    for (const subject of ['a', 'b', 'c', 'd']) await scene.connect(subject)
    const [, b, c] = [
      await auth.session({ subject: 'a' }),
      await auth.session({ subject: 'b' }),
      await auth.session({ subject: 'c' }),
    ]
    await c.getAccessToken()
    const d = await auth.session({ subject: 'd' })
    scene.store.resetCounts()
    await c.getAccessToken()
    await d.getAccessToken()
    expect(scene.store.counts.get).toBe(0)
    // It was forgotten, and is read again.
    await b.getAccessToken()
    expect(scene.store.counts.get).toBe(1)
  })

  it('does not forget what is still to be written', async () => {
    const auth = scene.anotherManager({ tokens: { maxRows: 1 } })
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    const token = await session.getAccessToken()
    scene.store.recover()
    await scene.connect('other')
    await auth.session({ subject: 'other' })
    await auth.close()
    expect((await scene.auth.loadCredentials('asana', 'u'))?.accessToken).toBe(token)
  })
})
