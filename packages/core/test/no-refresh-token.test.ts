import type { AsanaUserCredentials } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.close())

const withoutRefreshToken = async (): Promise<Omit<AsanaUserCredentials, 'refreshToken'>> => {
  const { refreshToken: _none, ...credentials } = await scene.consent()
  return credentials as Omit<AsanaUserCredentials, 'refreshToken'>
}
const gone = { code: 'reauthorization_required', message: expect.stringMatching(/no refresh token/) }
const told = () => scene.happened('reauthorization_required')
const refuseAll = () =>
  scene.sandbox.faults.add({
    at: 'api',
    times: Number.POSITIVE_INFINITY,
    fault: { kind: 'status', status: 401 },
  })

describe('stored credentials that there is no refresh token for', () => {
  it('ask for a new login when they end: told once, and a read a call is all it costs', async () => {
    await scene.auth.storeCredentials('asana', 'u', await withoutRefreshToken())
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.resetCounts()
    for (let i = 0; i < 5; i++) await expect(session.getAccessToken()).rejects.toMatchObject(gone)
    expect(told()).toBe(1)
    expect(scene.store.counts).toMatchObject({ get: 5, acquireLease: 0, put: 0 })
    expect(scene.events.at(-1)).toMatchObject({
      name: 'reauthorization_required',
      event: { key: { provider: 'asana', subject: 'u' }, error: gone },
    })
  })

  it('ask for one when Asana refuses them before their end', async () => {
    await scene.auth.storeCredentials('asana', 'u', await withoutRefreshToken())
    const session = await scene.auth.session({ subject: 'u' })
    refuseAll()
    scene.store.resetCounts()
    for (let i = 0; i < 3; i++) await expect(session.asana.getUser('me')).rejects.toMatchObject(gone)
    expect(told()).toBe(1)
    expect(scene.store.counts.acquireLease).toBe(0)
  })

  it('are told of again when others have been stored', async () => {
    const session = await (async () => {
      await scene.auth.storeCredentials('asana', 'u', await withoutRefreshToken())
      return scene.auth.session({ subject: 'u' })
    })()
    for (const times of [1, 2]) {
      scene.expireTokens()
      await expect(session.getAccessToken()).rejects.toMatchObject(gone)
      expect(told()).toBe(times)
      await scene.anotherManager().storeCredentials('asana', 'u', await withoutRefreshToken())
      await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
    }
  })
})

describe('a refresh on demand of credentials that there is no refresh token for', () => {
  it('fails, and nobody is told that the user has to come while the token is good', async () => {
    await scene.auth.storeCredentials('asana', 'u', await withoutRefreshToken())
    await expect(scene.auth.refresh('u')).rejects.toMatchObject(gone)
    expect(told()).toBe(0)
    scene.expireTokens()
    await expect(scene.auth.refresh('u')).rejects.toMatchObject(gone)
    expect(told()).toBe(1)
  })
})

describe('explicit credentials that there is no refresh token for', () => {
  it('ask for new ones when they end, told once', async () => {
    const session = await scene.auth.session({ withCredentials: await withoutRefreshToken() })
    scene.expireTokens()
    for (let i = 0; i < 5; i++) await expect(session.getAccessToken()).rejects.toMatchObject(gone)
    expect(told()).toBe(1)
  })

  it('ask for new ones when Asana refuses them before their end, told once', async () => {
    const session = await scene.auth.session({ subject: 'u', withCredentials: await withoutRefreshToken() })
    refuseAll()
    for (let i = 0; i < 3; i++) await expect(session.asana.getUser('me')).rejects.toMatchObject(gone)
    expect(told()).toBe(1)
    expect(scene.events.at(-1)).toMatchObject({ event: { key: { provider: 'asana', subject: 'u' } } })
  })
})
