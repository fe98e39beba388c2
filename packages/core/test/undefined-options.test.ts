import {
  type AccessTokenRequest,
  AuthManager,
  type AuthManagerOptions,
  type AuthorizationStep,
  type AuthorizeOptions,
  type CredentialStore,
  type EncryptionOptions,
  type GrantOptions,
  type ListOptions,
  type RekeyOptions,
  type SessionOptions,
  type Subject,
  type TokenSettings,
} from '@x/asana-auth-core'
import { instrumentAsanaAuth } from '@x/asana-auth-core/opentelemetry'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest'

// What an application reads from its own settings may be undefined, and that is the same as leaving it out. Much of
// this is checked by the compiler: `exactOptionalPropertyTypes` is on.
const maybe = <T>(): T | undefined => undefined

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.close())

describe('an option that is undefined is one that was left out', () => {
  it('by type', () => {
    expectTypeOf<{ [K in keyof Required<AuthManagerOptions>]: undefined }>().toExtend<AuthManagerOptions>()
    expectTypeOf<{ [K in keyof Required<AuthorizeOptions>]: undefined }>().toExtend<AuthorizeOptions>()
    expectTypeOf<{ [K in keyof Required<RekeyOptions>]: undefined }>().toExtend<RekeyOptions>()
    expectTypeOf<{ [K in keyof Required<AccessTokenRequest>]: undefined }>().toExtend<AccessTokenRequest>()
    expectTypeOf<{ [K in Exclude<keyof SessionOptions, 'subject'>]: undefined }>().toExtend<SessionOptions>()
    // `subject: req.user?.id` of somebody who is not signed in is a mistake.
    expectTypeOf<{ subject: undefined }>().not.toExtend<SessionOptions>()
    expectTypeOf<{ [K in keyof TokenSettings]: undefined }>().toExtend<
      NonNullable<AuthManagerOptions['tokens']>
    >()
    expectTypeOf<{ now: undefined; sleep: undefined }>().toExtend<NonNullable<AuthManagerOptions['clock']>>()
    expectTypeOf<{
      provider: 'asana'
      cursor: undefined
      limit: undefined
      subjectPrefix: undefined
    }>().toExtend<ListOptions>()
    expectTypeOf<{ refreshToken: string; timeoutMs: undefined }>().toExtend<GrantOptions>()
  })

  it('of a manager', async () => {
    const auth = new AuthManager({
      store: maybe<CredentialStore>(),
      encryption: maybe<EncryptionOptions>(),
      asana: undefined,
      fallbackToAppToken: undefined,
      tokens: { softWindowMs: maybe<number>() },
      limits: undefined,
      client: undefined,
      oauthTimeoutMs: undefined,
      waitUntil: undefined,
      fetch: undefined,
      clock: { now: undefined },
      random: undefined,
      environment: {},
    })
    await expect(auth.status('u')).rejects.toMatchObject({ code: 'missing_store' })
    await auth.close()
  })

  it('of limits: their time is that of the manager', async () => {
    const limits = { requestsPerMinute: 1, runtime: undefined }
    const waits: number[] = []
    const auth = scene.anotherManager({
      limits,
      clock: {
        ...scene.clock,
        sleep: async ms => {
          waits.push(ms)
          scene.sandbox.clock.advance(ms)
        },
      },
    })
    await auth.storeCredentials('asana', 'u', await scene.consent())
    const session = await auth.session({ subject: 'u' })
    for (let i = 0; i < 2; i++) await session.asana.getUser('me')
    expect(waits.length).toBeGreaterThan(0)
  })

  it('of a session', async () => {
    const { accessToken } = await scene.consent()
    const session = await scene.auth.session({
      withCredentials: { accessToken, refreshToken: maybe<string>(), expiresAt: maybe<number>() },
      onRefresh: undefined,
      client: undefined,
      fallbackToAppToken: undefined,
    })
    const request = { signal: maybe<AbortSignal>(), rejectedToken: maybe<string>() }
    expect(await session.getAccessToken(request)).toBe(accessToken)
    const response = await session.fetch('/users/me', { timeoutMs: 10_000, retry: true })
    expect(response.status).toBe(200)
    await scene.connect('u')
    const stored = await scene.auth.session({ subject: 'u', withCredentials: undefined })
    await expect(stored.getAccessToken(request)).resolves.toEqual(expect.any(String))
  })

  it('of the flow', async () => {
    const { oauth2 } = scene.auth.asana
    const step = await oauth2.authorize({
      state: undefined,
      scope: undefined,
      redirectUri: undefined,
      codeVerifier: undefined,
      nonce: undefined,
      extraParams: undefined,
    })
    const callbackUrl = await scene.sandbox.approve(step.authorizationUrl)
    const kept: Partial<AuthorizationStep> = step
    const subject: Subject = { tenant: 't', user: 1 }
    const credentials = await oauth2.exchange({
      callbackUrl,
      code: undefined,
      state: kept.state,
      codeVerifier: kept.codeVerifier,
      nonce: undefined,
      scope: undefined,
      expiresAt: undefined,
      redirectUri: undefined,
      subject,
    })
    const { refreshToken = '' } = credentials
    await oauth2.refresh({ refreshToken, credentials: undefined, timeoutMs: undefined })
    await oauth2.revoke({ credentials, refreshToken: undefined, timeoutMs: undefined })
  })

  it('of an exchange: what it is for is named, whatever form the subject has', async () => {
    const step = await scene.auth.asana.oauth2.authorize()
    const failure = scene.auth.asana.oauth2.exchange({
      ...step,
      code: 'bad',
      subject: { tenant: 't', user: 1 },
    })
    await expect(failure).rejects.toThrow('code exchange for {"tenant":"t","user":1}')
  })

  it('of a listing, also to the store', async () => {
    await scene.connect('u')
    const asked: object[] = []
    const list = scene.store.list.bind(scene.store)
    scene.store.list = options => {
      asked.push(options)
      return list(options)
    }
    const options = { provider: undefined, subjectPrefix: undefined, cursor: undefined, limit: undefined }
    expect((await scene.auth.listCredentials(options)).keys).toHaveLength(1)
    expect(asked.map(Object.keys)).toEqual([['provider']])
    const progress = { onProgress: undefined, cursor: undefined, signal: undefined, pageSize: undefined }
    expect(await scene.auth.rekey(progress)).toMatchObject({ scanned: 1 })
  })

  it('of the instrumentation', () => {
    instrumentAsanaAuth({ tracer: undefined, meter: undefined, subjectId: undefined })()
  })
})
