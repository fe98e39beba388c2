import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { apiWith } from './support/api-client.ts'
import { newClient, type OAuthClient } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox()
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

const invalidGrant = {
  status: 400,
  json: { error: 'invalid_grant', error_description: 'The `refresh_token` provided was invalid.' },
}

describe('omit, as Asana does today', () => {
  test('the answer has no refresh token and the one in hand stays good', async () => {
    const { refreshToken } = await client.connect()
    for (let time = 0; time < 3; time += 1) {
      const { status, json } = await client.refresh(refreshToken)
      expect(status).toBe(200)
      expect(Object.keys(json)).toEqual(['access_token', 'expires_in', 'token_type', 'data'])
    }
    expect(sandbox.grants).toMatchObject([{ refreshes: 3, refreshTokensIssued: 1, accessTokensIssued: 4 }])
  })

  test('years later too', async () => {
    const { refreshToken } = await client.connect()
    sandbox.clock.advance(5 * 365 * 86_400_000)
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })

  test('access tokens from before stay valid until they expire', async () => {
    const { accessToken, refreshToken } = await client.connect()
    await client.refresh(refreshToken)
    expect((await apiWith(sandbox, accessToken)('GET', '/users/me')).status).toBe(200)
  })

  test('unless the sandbox is told that a refresh revokes them', async () => {
    await using strict = await startSandbox({ refreshRevokesAccessToken: true })
    const other = newClient(strict)
    const { accessToken, refreshToken } = await other.connect()
    await other.refresh(refreshToken)
    expect((await apiWith(strict, accessToken)('GET', '/users/me')).message).toBe('Not Authorized')
  })
})

test('echo answers the same refresh token again', async () => {
  sandbox.setRefresh('echo')
  const { refreshToken } = await client.connect()
  expect((await client.refresh(refreshToken)).json['refresh_token']).toBe(refreshToken)
  expect((await client.refresh(refreshToken)).json['refresh_token']).toBe(refreshToken)
})

describe('rotate', () => {
  beforeEach(() => sandbox.setRefresh('rotate'))

  test('answers a new refresh token each time', async () => {
    const { refreshToken } = await client.connect()
    const second = String((await client.refresh(refreshToken)).json['refresh_token'])
    const third = String((await client.refresh(second)).json['refresh_token'])
    expect(new Set([refreshToken, second, third]).size).toBe(3)
    expect(sandbox.grants).toMatchObject([{ refreshTokensIssued: 3, revoked: false }])
  })

  test('a spent refresh token revokes the whole grant, the newest tokens too', async () => {
    const { refreshToken } = await client.connect()
    const { json } = await client.refresh(refreshToken)

    expect(await client.refresh(refreshToken)).toMatchObject(invalidGrant)

    expect(await client.refresh(String(json['refresh_token']))).toMatchObject(invalidGrant)
    const api = apiWith(sandbox, String(json['access_token']))
    expect((await api('GET', '/users/me')).status).toBe(401)
    expect(sandbox.grants).toMatchObject([{ revoked: true, revokedBecause: 'refresh_token_reused' }])
  })

  test('of several at once one wins, and the grant is lost to all', async () => {
    const { refreshToken } = await client.connect()
    const answers = await Promise.all([1, 2, 3].map(() => client.refresh(refreshToken)))
    expect(answers.filter(answer => answer.status === 200)).toHaveLength(1)
    expect(sandbox.grants).toMatchObject([{ revoked: true, refreshes: 1 }])
  })

  test("does not touch the same user's other grants", async () => {
    const [one, other] = [await client.connect(), await client.connect()]
    await client.refresh(one.refreshToken)
    await client.refresh(one.refreshToken)
    expect((await client.refresh(other.refreshToken)).status).toBe(200)
  })

  test('a wrong client does not spend the token', async () => {
    const { refreshToken } = await client.connect()
    const refused = await client.refresh(refreshToken, { client_secret: 'wrong' })
    expect(refused.json['error']).toBe('invalid_client')
    expect((await client.refresh(refreshToken)).status).toBe(200)
  })
})

test('the lifetime of access tokens can be changed while it runs', async () => {
  const { refreshToken } = await client.connect()
  sandbox.setAccessTokenLifetime(60)
  expect((await client.refresh(refreshToken)).json['expires_in']).toBe(60)
})

test("another app can't use the refresh token", async () => {
  const { refreshToken } = await client.connect()
  expect(await newClient(sandbox).refresh(refreshToken)).toMatchObject(invalidGrant)
})

test('an access token is no refresh token', async () => {
  const { accessToken } = await client.connect()
  expect(await client.refresh(accessToken)).toMatchObject(invalidGrant)
})

test('a user who removes the app in Asana ends every grant, and only theirs', async () => {
  const ada = await client.connect({}, 'ada@example.com')
  const again = await client.connect({}, 'ada@example.com')
  const ben = await client.connect({}, 'ben@example.com')

  expect(sandbox.deauthorize({ user: 'ada@example.com', clientId: client.app.clientId })).toBe(2)

  expect(await client.refresh(ada.refreshToken)).toMatchObject(invalidGrant)
  expect(await client.refresh(again.refreshToken)).toMatchObject(invalidGrant)
  expect((await apiWith(sandbox, ada.accessToken)('GET', '/users/me')).message).toBe('Not Authorized')
  expect((await client.refresh(ben.refreshToken)).status).toBe(200)
})
