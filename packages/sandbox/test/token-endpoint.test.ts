import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { newClient, type OAuthClient, read, redirectUri } from './support/oauth-client.ts'

let sandbox: Sandbox
let client: OAuthClient
beforeEach(async () => {
  sandbox = await startSandbox()
  client = newClient(sandbox)
})
afterEach(() => sandbox.close())

describe('exchanging a code', () => {
  test('answers what the documentation shows', async () => {
    const { status, headers, json } = await client.exchange(await client.code({}, 'ben@example.com'))
    const ben = sandbox.users.find(user => user.email === 'ben@example.com')

    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(json).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'bearer',
      data: { id: Number(ben?.gid), gid: ben?.gid, name: 'Ben Sample', email: 'ben@example.com' },
      refresh_token: expect.any(String),
    })
  })

  test('a code looks like 0/<32 hex> and is percent-encoded in the callback', async () => {
    const callback = await sandbox.approve(client.authorizationUrl())
    expect(callback).toMatch(/^http:\/\/localhost:3000\/callback\?code=0%2F[0-9a-f]{32}&state=the-state$/)
  })

  test('works once; the second use revokes what the first one got', async () => {
    const code = await client.code()
    const first = await client.exchange(code)
    const second = await client.exchange(code)

    expect(second).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', error_description: 'The `code` provided was invalid.' },
    })
    expect((await client.refresh(String(first.json['refresh_token']))).json['error']).toBe('invalid_grant')
    expect(sandbox.grants).toMatchObject([{ revoked: true, revokedBecause: 'code_replayed' }])
  })

  test('of two at once one wins', async () => {
    const code = await client.code()
    const statuses = (await Promise.all([client.exchange(code), client.exchange(code)])).map(
      one => one.status,
    )
    expect(statuses.sort()).toEqual([200, 400])
  })

  test('works for fifteen minutes', async () => {
    const [early, late] = [await client.code(), await client.code()]
    sandbox.clock.advance(15 * 60_000 - 1000)
    expect((await client.exchange(early)).status).toBe(200)
    sandbox.clock.advance(1000)
    expect((await client.exchange(late)).json['error']).toBe('invalid_grant')
  })

  test.each([
    ['another redirect URI', { redirect_uri: `${redirectUri}/` }, 'invalid_grant'],
    ['no redirect URI', { redirect_uri: null }, 'invalid_request'],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['no verifier', { code_verifier: null }, 'invalid_grant'],
    ['no code', { code: null }, 'invalid_request'],
    ['a code that is still encoded', { code: '0%2Fabc' }, 'invalid_grant'],
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['no secret, even with PKCE', { client_secret: null }, 'invalid_client'],
    ['an unknown client', { client_id: '1' }, 'invalid_client'],
    ['no grant type', { grant_type: null }, 'invalid_request'],
    ['a grant type that Asana has not', { grant_type: 'client_credentials' }, 'unsupported_grant_type'],
  ])('%s is refused, and the code stays good', async (_name, fields, error) => {
    const code = await client.code()
    const refused = await client.exchange(code, fields)
    expect(refused.json['error']).toBe(error)
    expect(refused.status).toBe(error === 'invalid_client' ? 401 : 400)
    expect((await client.exchange(code)).status).toBe(200)
  })

  test("another app can't use the code", async () => {
    const other = newClient(sandbox)
    const code = await client.code()
    expect((await client.exchange(code, other.credentials)).json['error']).toBe('invalid_grant')
  })

  test('a verifier for a code that was asked for without a challenge is refused', async () => {
    const code = await client.code({ code_challenge: null, code_challenge_method: null })
    expect((await client.exchange(code)).json['error']).toBe('invalid_grant')
    expect((await client.exchange(code, { code_verifier: null })).status).toBe(200)
  })
})

describe('the client', () => {
  const basic = ({ app }: OAuthClient, secret = app.clientSecret) => ({
    authorization: `Basic ${Buffer.from(`${app.clientId}:${secret}`).toString('base64')}`,
  })

  test('may authenticate with HTTP Basic', async () => {
    const fields = { client_id: null, client_secret: null, grant_type: 'refresh_token' }
    const { refreshToken } = await client.connect()
    const answer = await client.token({ ...fields, refresh_token: refreshToken }, basic(client))
    expect(answer.status).toBe(200)
  })

  test('is told the scheme where Basic was wrong', async () => {
    const { refreshToken } = await client.connect()
    const fields = { grant_type: 'refresh_token', refresh_token: refreshToken }
    const { status, headers, json } = await client.token(fields, basic(client, 'wrong'))
    expect([status, json['error']]).toEqual([401, 'invalid_client'])
    expect(headers.get('www-authenticate')).toMatch(/^Basic /)
  })

  test('may not authenticate in two ways at once', async () => {
    const fields = { grant_type: 'refresh_token', refresh_token: 'x', ...client.credentials }
    expect((await client.token(fields, basic(client))).json['error']).toBe('invalid_request')
  })
})

describe('the form', () => {
  test('must be one: JSON is refused', async () => {
    const body = JSON.stringify({ grant_type: 'refresh_token', refresh_token: 'x', ...client.credentials })
    const headers = { 'content-type': 'application/json' }
    const answer = await read(await fetch(sandbox.endpoints.tokenUrl, { method: 'POST', headers, body }))
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
  })

  test('may not name a parameter twice', async () => {
    const body = new URLSearchParams('grant_type=refresh_token&grant_type=authorization_code')
    const answer = await read(await fetch(sandbox.endpoints.tokenUrl, { method: 'POST', body }))
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_request' } })
  })

  test('is refused beyond 64 KB', async () => {
    const answer = await client.token({ grant_type: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })
})

test('an error is, byte for byte, what was recorded from Asana', async () => {
  const { status, headers, text } = await client.token({
    grant_type: 'refresh_token',
    refresh_token: 'bogus',
    client_id: '1',
    client_secret: 'x',
  })
  expect(status).toBe(400)
  expect(headers.get('content-type')).toBe('application/json; charset=UTF-8')
  expect(text).toBe(
    '{"error":"invalid_grant","error_uri":"https:\\u002F\\u002Fasana.com\\u002Fdevelopers\\u002Fdocumentation\\u002Fgetting-started\\u002Fauthentication","error_description":"The `refresh_token` provided was invalid."}',
  )
})

describe('what is not established about Asana is an option', () => {
  test('invalidClientStatus', async () => {
    await using other = await startSandbox({ invalidClientStatus: 400 })
    const stranger = newClient(other)
    const answer = await stranger.exchange(await stranger.code(), { client_secret: 'wrong' })
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_client' } })
  })

  test('tokenResponseScope and dataIdType', async () => {
    await using other = await startSandbox({ tokenResponseScope: true, dataIdType: 'string' })
    const stranger = newClient(other)
    const { json } = await stranger.exchange(await stranger.code())
    expect(json).toMatchObject({ scope: 'default identity', data: { id: expect.any(String) } })
  })

  test('requireSecretWithPkce', async () => {
    await using other = await startSandbox({ requireSecretWithPkce: false })
    const stranger = newClient(other)
    const answer = await stranger.exchange(await stranger.code(), { client_secret: null })
    expect(answer.status).toBe(200)
  })
})
