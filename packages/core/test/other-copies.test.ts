import { AsanaError, ConfigurationError, StoreUnavailableError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { heldRefresh } from './held-answer.ts'

// A package manager may install this package more than once, and an adapter then throws the classes of its own
// copy. The client may be shared, and with it AsanaError, or not.
class TheirSharedError extends AsanaError {
  override readonly name: string

  constructor(name: string, code: string) {
    super(`their ${code}`, { code })
    this.name = name
  }
}

const separate = (name: string, code: string) =>
  Object.assign(new Error(`their ${code}`), { name, code, command: { args: ['CANARY'] } })
const shared = (name: string, code: string) => new TheirSharedError(name, code)

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
  await scene.connect('u')
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

describe.each([
  ['shares the client', shared],
  ['shares nothing', separate],
])('an adapter whose copy of this package %s', (_what, theirError) => {
  it('does not take away a token that works when its store is away', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.store.fail('get', theirError('StoreUnavailableError', 'store_unavailable'))
    scene.sandbox.clock.advance(61_000)
    expect(await session.getAccessToken()).toBe(token)
    expect(scene.happened('store_unavailable')).toBe(1)
    scene.expireTokens()
    const failure = await session.getAccessToken().catch(error => error)
    expect(failure).toBeInstanceOf(StoreUnavailableError)
    expect(failure).toMatchObject({
      context: { store: 'memory', operation: 'get' },
      cause: { message: 'their store_unavailable' },
    })
    expect(failure.cause).not.toHaveProperty('command')
  })

  it('nor when it is not let in', async () => {
    const session = await scene.auth.session({ subject: 'u' })
    const token = await session.getAccessToken()
    scene.store.fail('get', theirError('ConfigurationError', 'store_permission_denied'))
    scene.sandbox.clock.advance(61_000)
    expect(await session.getAccessToken()).toBe(token)
    scene.expireTokens()
    const failure = await session.getAccessToken().catch(error => error)
    expect(failure).toBeInstanceOf(ConfigurationError)
    expect(failure).toMatchObject({
      code: 'store_permission_denied',
      message: 'their store_permission_denied',
    })
  })

  it('has its conflict seen: the winner is adopted', async () => {
    const held = heldRefresh()
    const session = await scene.anotherManager({ fetch: held.fetch }).session({ subject: 'u' })
    scene.expireTokens()
    const winner = await scene.consent()
    const put = scene.store.put.bind(scene.store)
    scene.store.put = (...write) =>
      put(...write).catch(() => {
        throw theirError('VersionConflictError', 'version_conflict')
      })
    const refreshed = session.getAccessToken()
    await held.isOnItsWay
    await scene.anotherManager().storeCredentials('asana', 'u', winner)
    held.arrive()
    expect(await refreshed).toBe(winner.accessToken)
    expect(scene.happened('persist_failed')).toBe(0)
  })
})

describe("a store's own error of the common base", () => {
  it('comes out as it is', async () => {
    const own = new AsanaError('rows are locked', { code: 'their_own_code' })
    scene.store.fail('get', own)
    await expect(scene.auth.status('u')).rejects.toBe(own)
  })
})
