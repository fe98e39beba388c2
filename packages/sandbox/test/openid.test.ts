import { createHash } from 'node:crypto'
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
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

const getJson = async (url: string) => (await (await fetch(url)).json()) as Record<string, unknown>
const configuration = () => getJson(`${sandbox.url}/api/1.0/.well-known/openid-configuration`)

async function verify(idToken: unknown): Promise<JWTPayload> {
  const { issuer, jwks_uri } = await configuration()
  const keys = createRemoteJWKSet(new URL(String(jwks_uri)))
  const options = { issuer: String(issuer), audience: client.app.clientId, algorithms: ['RS256'] }
  return (await jwtVerify(String(idToken), keys, options)).payload
}

const halfHash = (value: string) =>
  createHash('sha256').update(value).digest().subarray(0, 16).toString('base64url')

describe('the id_token', () => {
  test('comes with the code exchange where openid is granted, and verifies', async () => {
    const code = await client.code({ scope: 'default openid', nonce: 'n-1' }, 'ben@example.com')
    const { json } = await client.exchange(code)
    const claims = await verify(json['id_token'])
    expect(claims).toMatchObject({
      sub: sandbox.users.find(user => user.email === 'ben@example.com')?.gid,
      nonce: 'n-1',
      at_hash: halfHash(String(json['access_token'])),
    })
    expect(Number(claims.exp) - Number(claims.iat)).toBe(3600)
  })

  test('does not come without openid, nor with a refresh', async () => {
    expect((await client.exchange(await client.code())).json).not.toHaveProperty('id_token')
    const { refreshToken } = await client.connect({ scope: 'default openid' })
    expect((await client.refresh(refreshToken)).json).not.toHaveProperty('id_token')
  })

  test('comes in the fragment for response_type=id_token', async () => {
    const url = client.authorizationUrl({ response_type: 'id_token', scope: 'openid', nonce: 'n-2' })
    const fragment = new URLSearchParams(new URL(await sandbox.approve(url)).hash.slice(1))
    expect([...fragment.keys()]).toEqual(['id_token', 'state'])
    expect(await verify(fragment.get('id_token'))).toMatchObject({ nonce: 'n-2' })
  })

  test('comes beside the code, with its hash, for response_type=code id_token', async () => {
    const url = client.authorizationUrl({ response_type: 'code id_token', scope: 'default openid' })
    const fragment = new URLSearchParams(new URL(await sandbox.approve(url)).hash.slice(1))
    const code = fragment.get('code') ?? ''
    expect(await verify(fragment.get('id_token'))).toMatchObject({ c_hash: halfHash(code) })
    expect((await client.exchange(code)).status).toBe(200)
  })

  test('can be told to come in the query, and to repeat the profile', async () => {
    await using other = await startSandbox({ idTokenResponseMode: 'query', idTokenProfileClaims: true })
    const stranger = newClient(other)
    const url = stranger.authorizationUrl({ response_type: 'id_token', scope: 'openid email profile' })
    const idToken = new URL(await other.approve(url)).searchParams.get('id_token') ?? ''
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString())
    expect(claims).toMatchObject({ name: 'Ada Sample', email: 'ada@example.com' })
  })

  test('says what time it is in the sandbox', async () => {
    sandbox.clock.advance(86_400_000)
    const { json } = await client.exchange(await client.code({ scope: 'openid' }))
    const [, payload = ''] = String(json['id_token']).split('.')
    const { iat } = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(Math.abs(iat - sandbox.clock.now() / 1000)).toBeLessThan(5)
  })
})

describe('userinfo', () => {
  const userinfo = async (scope: string) => {
    const { accessToken } = await client.connect({ scope })
    return apiWith(sandbox, accessToken)('GET', '/openid_connect/userinfo')
  }

  test.each([
    ['openid', ['sub']],
    ['openid email', ['sub', 'email']],
    ['openid email profile', ['sub', 'email', 'name', 'picture']],
  ])('%s opens %j, flat', async (scope, members) => {
    const { status, body } = await userinfo(scope)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(members)
  })

  test('needs openid', async () => {
    expect((await userinfo('default')).status).toBe(403)
  })

  test('needs a token', async () => {
    expect((await fetch(`${sandbox.endpoints.baseUrl}/openid_connect/userinfo`)).status).toBe(401)
  })
})

describe('metadata', () => {
  test('of the authorization server is, member for member, what was recorded', async () => {
    const { url } = sandbox
    expect(await getJson(`${url}/.well-known/oauth-authorization-server`)).toEqual({
      issuer: url,
      authorization_endpoint: `${url}/-/oauth_authorize`,
      token_endpoint: `${url}/-/oauth_token`,
      revocation_endpoint: `${url}/-/oauth_revoke`,
      response_types_supported: ['code'],
      grant_types_supported: [
        'authorization_code',
        'refresh_token',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
      ],
      authorization_grant_profiles_supported: ['urn:ietf:params:oauth:grant-profile:id-jag'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
      code_challenge_methods_supported: ['S256'],
    })
  })

  test('of OpenID Connect is under the API, not at the root', async () => {
    expect((await configuration())['issuer']).toBe(`${sandbox.url}/api/1.0`)
    expect((await fetch(`${sandbox.url}/.well-known/openid-configuration`)).status).toBe(404)
  })

  test('the JWKS holds no private part', async () => {
    const { keys } = (await getJson(`${sandbox.endpoints.baseUrl}/openid_connect/jwks`)) as {
      keys: Record<string, unknown>[]
    }
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })
})
