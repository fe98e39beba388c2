import { ConfigurationError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { failedOutcome } from '../src/events/refresh-outcome.ts'
import { nextEvent } from './next-event.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

const nearItsEnd = () => scene.sandbox.clock.advance(3_600_000 - 20_000)
const failures = () =>
  scene.events
    .filter(({ name }) => ['refresh_failed', 'store_unavailable'].includes(name))
    .map(({ name, event }) => [name, (event as { error: { code?: string } }).error.code])

describe('an app without its secret', () => {
  it('is no outage of the store', async () => {
    await scene.connect('u')
    const auth = scene.anotherManager({ asana: { clientSecret: '' } })
    scene.expireTokens()
    await expect(auth.session({ subject: 'u' })).rejects.toMatchObject({ code: 'missing_client_secret' })
    expect(failures()).toEqual([['refresh_failed', 'missing_client_secret']])
  })

  it('is told of for explicit credentials, too', async () => {
    const auth = scene.anotherManager({ asana: { clientSecret: '' } })
    const session = await auth.session({ withCredentials: await scene.consent() })
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'missing_client_secret' })
    expect(failures()).toEqual([['refresh_failed', 'missing_client_secret']])
  })
})

describe('a refresh that fails as nobody foresaw', () => {
  /** A part of the application that is loaded when it is needed, and was replaced by a deployment. */
  const chunkIsGone = () => Object.assign(new Error('chunk is gone'), { init: { body: 'CANARY' } })
  const known = [['refresh_failed', undefined]]

  it('does not take away a stored token that works, is told, and is not tried again with every call', async () => {
    const { accessToken } = await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    const refresh = vi.spyOn(scene.auth.asana.oauth2, 'refresh').mockRejectedValue(chunkIsGone())
    nearItsEnd()
    for (let i = 0; i < 5; i++) expect(await session.getAccessToken()).toBe(accessToken)
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(failures()).toEqual(known)
    expect(scene.events.at(-1)?.event).toMatchObject({ error: { message: 'chunk is gone' } })
    expect(scene.events.at(-1)?.event).not.toHaveProperty('error.init')

    refresh.mockRestore()
    scene.sandbox.clock.advance(5000)
    const refreshed = nextEvent(scene.auth, 'refreshed')
    await session.getAccessToken()
    await refreshed
    expect(await session.getAccessToken()).not.toBe(accessToken)
  })

  it('is the answer when the token is over, then the reason to wait', async () => {
    await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    vi.spyOn(scene.auth.asana.oauth2, 'refresh').mockRejectedValue(chunkIsGone())
    scene.expireTokens()
    await expect(session.getAccessToken()).rejects.toThrow('chunk is gone')
    await expect(session.getAccessToken()).rejects.toMatchObject({
      code: 'refresh_unavailable',
      cause: { message: 'chunk is gone' },
    })
    expect(failures()).toEqual(known)
  })

  it('does not take away an explicit token that works, and is told', async () => {
    const credentials = await scene.consent()
    const session = await scene.auth.session({ withCredentials: credentials })
    const refresh = vi.spyOn(scene.auth.asana.oauth2, 'refresh').mockRejectedValue(chunkIsGone())
    nearItsEnd()
    for (let i = 0; i < 5; i++) expect(await session.getAccessToken()).toBe(credentials.accessToken)
    expect(refresh).toHaveBeenCalledTimes(1)
    expect(failures()).toEqual(known)
  })

  it('may be a secret that is missing: tokens that work are served', async () => {
    const { accessToken } = await scene.connect('u')
    const session = await scene.anotherManager({ asana: { clientSecret: '' } }).session({ subject: 'u' })
    nearItsEnd()
    expect(await session.getAccessToken()).toBe(accessToken)
    expect(failures()).toEqual([['refresh_failed', 'missing_client_secret']])
  })
})

describe('how a refresh ended', () => {
  it.each([
    ['missing_client_secret', 'error'],
    ['missing_client_id', 'error'],
    ['store_permission_denied', 'store_error'],
    ['payload_too_large', 'store_error'],
  ] as const)('with %s is %s', (code, outcome) => {
    expect(failedOutcome(new ConfigurationError(code, 'No.'))).toBe(outcome)
  })
})

describe('a store that refuses', () => {
  it.each([
    'store_permission_denied',
    'store_not_migrated',
    'store_capability_missing',
    'payload_too_large',
    'invalid_option',
    'invalid_subject',
  ] as const)('with %s is one that is away, to whoever has a token that works', async code => {
    const { accessToken } = await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    scene.store.fail('get', new ConfigurationError(code, 'No.'))
    nearItsEnd()
    expect(await session.getAccessToken()).toBe(accessToken)
    expect(failures()).toEqual([['store_unavailable', code]])
  })
})
