import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFrozenClock, type Sandbox, startSandbox } from '../src/index.ts'
import { newClient, type OAuthClient, postForm } from './support/oauth-client.ts'

const startMs = Date.UTC(2026, 10, 22)
const startS = startMs / 1000

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox({ clock: createFrozenClock(startMs) })
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

test('an access token', async () => {
  const { accessToken } = await client.connect()
  sandbox.clock.advance(600_000)
  expect((await client.tokenInfo(accessToken)).json).toEqual({
    token_type: 'bearer',
    expires_in: 3000,
    exp: startS + 3600,
    scope: 'default identity',
    client_id: client.app.clientId,
    active: true,
  })
})

test('a refresh token: no expiry is known', async () => {
  const { refreshToken } = await client.connect()
  expect((await client.tokenInfo(refreshToken)).json).toEqual({
    token_type: 'refresh',
    scope: 'default identity',
    client_id: client.app.clientId,
    active: true,
  })
})

test('a personal access token: ten years, and no client', async () => {
  const token = sandbox.createPersonalAccessToken('ada@example.com')
  expect((await client.tokenInfo(token)).json).toEqual({
    token_type: 'bearer',
    expires_in: 315_360_000,
    exp: startS + 315_360_000,
    scope: 'default identity',
    active: true,
  })
})

test('granular scopes as they were granted', async () => {
  const granular = newClient(sandbox, ['tasks:read', 'users:read', 'openid'])
  const { accessToken } = await granular.connect({ scope: 'tasks:read openid' })
  expect((await granular.tokenInfo(accessToken)).json['scope']).toBe('tasks:read openid')
})

test('expired, revoked, spent and unknown tokens are inactive and nothing else', async () => {
  const expired = await client.connect()
  sandbox.clock.advance(3_600_000)
  const revoked = await client.connect()
  await client.revoke(revoked.refreshToken)
  sandbox.setRefresh('rotate')
  const spent = await client.connect()
  await client.refresh(spent.refreshToken)
  const pat = sandbox.createPersonalAccessToken('ada@example.com')
  sandbox.revokePersonalAccessToken(pat)

  const tokens = [
    expired.accessToken,
    revoked.accessToken,
    revoked.refreshToken,
    spent.refreshToken,
    pat,
    'x',
  ]
  for (const token of tokens) {
    expect(await client.tokenInfo(token)).toMatchObject({ status: 200, text: '{"active":false}' })
  }
})

test('an unknown token can be made an error', async () => {
  await using strict = await startSandbox({ unknownTokenInfo: 'error' })
  expect((await newClient(strict).tokenInfo('garbage')).status).toBe(400)
})

test('without a token it is 400', async () => {
  const answer = await postForm(sandbox.endpoints.introspectionUrl, {})
  expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
})
