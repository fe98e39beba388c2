import { inspect } from 'node:util'
import { AsanaError, AuthManager, type AuthManagerOptions } from '@x/asana-auth-core'
import { REDIRECT_URI, Scene } from '@x/fixtures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Every secret has a known value; whatever anybody could print is searched for them.
const secrets = {
  clientSecret: 'CANARY-client-secret',
  key: Buffer.from('CANARY-encryption-key-0123456789').toString('base64'),
  accessToken: 'CANARY-access-token',
  refreshToken: 'CANARY-refresh-token',
  idToken: 'CANARY-id-token',
  code: 'CANARY-code',
  codeVerifier: 'CANARY-verifier-CANARY-verifier-CANARY-verifier',
  personalAccessToken: 'CANARY-pat',
}

let scene: Scene
beforeAll(async () => {
  scene = await Scene.open()
})
afterAll(() => scene.close())

/** All that a logger could make of it. */
function printed(value: unknown): string {
  const causes: unknown[] = []
  for (let cause = value; cause instanceof Error; cause = cause.cause)
    causes.push(cause.message, cause.stack, { ...cause })
  return [
    inspect(value, { depth: 20, showHidden: true, getters: false }),
    JSON.stringify(value),
    String(value),
    inspect(causes, { depth: 20 }),
  ].join('\n')
}

function expectClean(value: unknown): void {
  const text = printed(value)
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret)
}

const manager = (options: AuthManagerOptions = {}) =>
  scene.anotherManager({
    ...options,
    asana: { clientSecret: secrets.clientSecret, token: secrets.personalAccessToken, ...options.asana },
  })

const credentials = {
  access_token: secrets.accessToken,
  refresh_token: secrets.refreshToken,
  id_token: secrets.idToken,
  expires_in: 3600,
}

/** An Asana that answers with everything it was sent, in every place it can. */
const echo: typeof fetch = async (_input, init) => {
  const sent = new URLSearchParams(String(init?.body ?? ''))
  const all = [...sent.values()].join(' ')
  return Response.json(
    { error: 'invalid_request', error_description: `You sent ${all}`, sent: all },
    { status: 400 },
  )
}

const breaking: typeof fetch = async (input, init) => {
  throw Object.assign(new TypeError('fetch failed'), {
    cause: new Error(`${String(input)} ${String(init?.body)}`),
    init,
  })
}

const html: typeof fetch = async (_input, init) =>
  new Response(`<html>${String(init?.body)}</html>`, { status: 502 })
const badShape: typeof fetch = async () => Response.json({ ...credentials, expires_in: 'soon' })
const badToken: typeof fetch = async () => Response.json({ ...credentials, token_type: 'mac' })

describe('no secret shows', () => {
  it('in what an application holds', async () => {
    const auth = manager({ encryption: { keys: [{ id: 'k', key: secrets.key }] } })
    await auth.storeCredentials('asana', 'u', {
      ...credentials,
      expires_at: scene.sandbox.clock.now() + 3_600_000,
    })
    const session = await auth.session({ subject: 'u' })
    for (const value of [auth, auth.asana.app, auth.asana.oauth2, session, session.asana, session.settings])
      expectClean(value)
    expectClean(await auth.status('u'))
    expectClean(await auth.listCredentials())
    const loaded = await auth.loadCredentials('asana', 'u')
    expect(inspect(loaded, { depth: 20 })).not.toContain('CANARY')
    expect(JSON.stringify(await scene.store.get({ provider: 'asana', subject: 'u' }))).not.toContain('CANARY')
  })

  it.each([
    ['an endpoint that echoes what it was sent', echo],
    ['a connection that breaks', breaking],
    ['a proxy that echoes', html],
    ['an answer of the wrong shape', badShape],
    ['an answer of the wrong type', badToken],
  ])('in the errors and events of %s', async (_what, fetch) => {
    const auth = manager({ fetch, tokens: { redeemTimeoutMs: 200 } })
    const events: unknown[] = []
    for (const name of [
      'refresh_failed',
      'reauthorization_required',
      'persist_failed',
      'store_unavailable',
    ] as const) {
      auth.on(name, event => events.push(event))
    }
    const step = {
      codeVerifier: secrets.codeVerifier,
      state: 'CANARY-state-that-is-no-secret',
      redirectUri: REDIRECT_URI,
    }
    await auth.storeCredentials('asana', 'u', {
      ...credentials,
      expires_at: scene.sandbox.clock.now() / 1000 - 10,
    })
    const failures = await Promise.allSettled([
      auth.asana.oauth2.exchange({ ...step, code: secrets.code }),
      auth.asana.oauth2.exchange({ ...step, callbackUrl: `/?code=${secrets.code}&state=${step.state}` }),
      auth.asana.oauth2.exchange({
        ...step,
        callbackUrl: `/?code=${secrets.code}&code=${secrets.code}&state=${step.state}`,
      }),
      auth.asana.oauth2.exchange({ ...step, callbackUrl: `/?code=${secrets.code}&state=other` }),
      auth.asana.oauth2.refresh({ credentials }),
      auth.asana.oauth2.revoke({ credentials }),
      auth.asana.oauth2.introspect({ token: secrets.accessToken }),
      auth.asana.oauth2.userInfo({ accessToken: secrets.accessToken }),
      auth.session({ subject: 'u' }),
      auth.session({ withCredentials: credentials }).then(session => session.asana.getUser('me')),
    ])
    for (const failure of failures) {
      expectClean(failure)
      if (failure.status === 'rejected') expect(failure.reason).toBeInstanceOf(AsanaError)
    }
    // A revocation has no body to be wrong; the rest all fails.
    expect(failures.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(
      failures.length - 1,
    )
    expect(events.length).toBeGreaterThan(0)
    expectClean(events)
  })

  it('in the errors of bad input', async () => {
    const inputs: (() => unknown)[] = [
      () => manager({ encryption: { keys: [{ id: 'k', key: secrets.clientSecret }] } }),
      () => manager({ asana: { tokenUrl: `https://user:${secrets.clientSecret}@x.example/` } }),
      () => manager({ asana: { tokenUrl: `http://x.example/?secret=${secrets.clientSecret}` } }),
      () =>
        new AuthManager({
          environment: {},
          asana: { clientId: { secret: secrets.clientSecret } as unknown as string },
        }),
      () =>
        manager().storeCredentials('asana', 'u', {
          ...credentials,
          expires_in: { secret: secrets.accessToken },
        }),
      () =>
        manager().asana.oauth2.exchange({
          code: secrets.code,
          redirectUri: `http://x.example/?${secrets.code}`,
        }),
    ]
    for (const input of inputs) {
      const failure = await Promise.resolve()
        .then(input)
        .then(
          () => undefined,
          error => error,
        )
      expect(failure).toBeInstanceOf(AsanaError)
      expectClean(failure)
    }
  })
})
