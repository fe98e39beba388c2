import { afterEach, beforeEach, expect, test } from 'vitest'
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

test('revoking the refresh token kills it and every access token of the grant', async () => {
  const { accessToken, refreshToken } = await client.connect()
  const later = String((await client.refresh(refreshToken)).json['access_token'])

  expect((await client.revoke(refreshToken)).status).toBe(200)

  expect((await client.refresh(refreshToken)).json['error']).toBe('invalid_grant')
  for (const token of [accessToken, later]) {
    expect((await apiWith(sandbox, token)('GET', '/users/me')).message).toBe('Not Authorized')
  }
  expect(sandbox.grants).toMatchObject([{ revoked: true, revokedBecause: 'revoked_by_client' }])
})

test('an access token is refused, and nothing happens', async () => {
  const { accessToken, refreshToken } = await client.connect()
  expect(await client.revoke(accessToken)).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
  expect((await client.refresh(refreshToken)).status).toBe(200)
})

test('so is a personal access token', async () => {
  expect((await client.revoke(sandbox.createPersonalAccessToken('ada@example.com'))).status).toBe(400)
})

test('a token that it does not know, or that is revoked already, is 200', async () => {
  const { refreshToken } = await client.connect()
  await client.revoke(refreshToken)
  expect((await client.revoke(refreshToken)).status).toBe(200)
  expect((await client.revoke('unknown')).status).toBe(200)
})

test("another app's refresh token is as good as unknown", async () => {
  const { refreshToken } = await client.connect()
  expect((await newClient(sandbox).revoke(refreshToken)).status).toBe(200)
  expect((await client.refresh(refreshToken)).status).toBe(200)
})

test.each(['client_id', 'client_secret', 'token'])('without %s it is 400', async field => {
  const { refreshToken } = await client.connect()
  const answer = await client.revoke(refreshToken, { [field]: null })
  expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
})

test('a wrong secret is refused', async () => {
  const { refreshToken } = await client.connect()
  const answer = await client.revoke(refreshToken, { client_secret: 'wrong' })
  expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client' } })
  expect((await client.refresh(refreshToken)).status).toBe(200)
})
