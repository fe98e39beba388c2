import { createHmac, createPublicKey } from 'node:crypto'
import { generateSigningKey } from '@x/asana-connector-hosted'
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose'
import { describe, expect, it } from 'vitest'
import { AccessTokens } from '../src/auth/access-tokens.ts'
import { SigningKeys } from '../src/auth/signing-keys.ts'
import { HostedScene } from './hosted-scene.ts'

const settings = { issuer: 'https://i.example', audience: 'https://a.example', clock: { now: Date.now } }
const operator = { kind: 'operator', organizationId: 'o', clientId: 'c' } as const
const tokensOf = async (...keys: Parameters<typeof SigningKeys.import>[0]) =>
  new AccessTokens({ ...settings, keys: await SigningKeys.import(keys) })

describe('a token', () => {
  it('is issued for the right secret, with the fields and lifetimes that are promised', async () => {
    await using scene = await HostedScene.open()
    const body = { client_id: scene.acme.clientId, client_secret: scene.acme.clientSecret }
    const { body: answer } = await scene.call('POST', '/api/v1/account/applications/token', { body })
    expect(answer).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: 900,
      organization_id: scene.acme.organizationId,
    })
    const claims = decodeJwt(answer.access_token)
    expect(claims).toMatchObject({ iss: scene.url, aud: scene.url, kind: 'operator' })
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900)
    expect(decodeProtectedHeader(answer.access_token)).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt' })
    const scoped = decodeJwt(await scene.scopedToken('ada'))
    expect(scoped).toMatchObject({ kind: 'scoped', sub: 'ada' })
    expect((scoped.exp ?? 0) - (scoped.iat ?? 0)).toBe(1200)
  })

  it('is not issued for a wrong secret, the secret of another, or an unknown client, in one and the same answer', async () => {
    await using scene = await HostedScene.open()
    const answers = await Promise.all(
      [
        { client_id: scene.acme.clientId, client_secret: 'wrong' },
        { client_id: scene.acme.clientId, client_secret: scene.globex.clientSecret },
        { client_id: 'unknown', client_secret: scene.acme.clientSecret },
      ].map(body => scene.call('POST', '/v1/account/applications/token', { body })),
    )
    for (const { status, body } of answers) {
      expect([status, body.errors[0].error_code]).toEqual([401, 'invalid_client'])
      expect(body).toEqual(answers[0]?.body)
    }
  })

  it('says whom it stands for, under both names', async () => {
    await using scene = await HostedScene.open()
    const operatorToken = await scene.operatorToken()
    for (const body of [{ external_user_id: 'ü-1' }, { workspace_name: 'ü-1' }]) {
      const made = await scene.call('POST', '/v1/account/applications/scoped-token', {
        token: operatorToken,
        body,
      })
      const info = await scene.call('GET', '/v1/embedded/scoped-token/info', { token: made.body.token })
      expect(info.body).toMatchObject({
        organization_id: scene.acme.organizationId,
        external_user_id: 'ü-1',
        workspace_name: 'ü-1',
      })
    }
    for (const body of [{}, { external_user_id: 'a', workspace_name: 'b' }]) {
      const refused = await scene.call('POST', '/v1/embedded/scoped-token', { token: operatorToken, body })
      expect(refused.status).toBe(422)
    }
  })

  it('is refused after a client was removed and its token has expired', async () => {
    await using scene = await HostedScene.open()
    const token = await scene.operatorToken()
    await scene.registry.removeClient(scene.acme.organizationId, scene.acme.clientId)
    expect(await scene.operatorToken()).toBeUndefined()
    scene.sandbox.clock.advance(900_000)
    const { status, body, headers } = await scene.call('GET', '/v1/integrations/connectors', { token })
    expect([status, body.errors[0].error_code]).toEqual([401, 'token_expired'])
    expect(headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
  })

  it('is good in every process with the keys, before, during and after a rotation', async () => {
    const [old, fresh] = await Promise.all([generateSigningKey(), generateSigningKey()])
    const before = await (await tokensOf(old)).issue(operator)
    const rotating = await tokensOf(fresh, old)
    const after = await rotating.issue(operator)
    expect(decodeProtectedHeader(after).kid).toBe(fresh.kid)
    for (const token of [before, after]) {
      await expect(rotating.verify(token)).resolves.toMatchObject({ principal: operator })
    }
    await expect((await tokensOf(fresh)).verify(before)).rejects.toMatchObject({ code: 'invalid_token' })
    await expect((await tokensOf(old)).verify(after)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('may be signed with P-256', async () => {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const tokens = await tokensOf({ ...(await exportJWK(privateKey)), kty: 'EC' })
    const token = await tokens.issue(operator)
    expect(decodeProtectedHeader(token).alg).toBe('ES256')
    await expect(tokens.verify(token)).resolves.toMatchObject({ principal: operator })
  })

  it('is refused with the public key as an HMAC secret', async () => {
    const jwk = await generateSigningKey()
    const tokens = await tokensOf(jwk)
    const [, body] = (await tokens.issue(operator)).split('.')
    const pem = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' }, format: 'jwk' })
    for (const secret of [pem.export({ type: 'spki', format: 'pem' }), jwk.x ?? '']) {
      const head = Buffer.from(JSON.stringify({ alg: 'HS256', kid: jwk.kid, typ: 'at+jwt' })).toString(
        'base64url',
      )
      const forged = `${head}.${body}.${createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url')}`
      await expect(tokens.verify(forged)).rejects.toMatchObject({ code: 'invalid_token' })
    }
  })

  it('is refused when it is of another issuer or for another audience', async () => {
    const keys = await SigningKeys.import([await generateSigningKey()])
    const here = new AccessTokens({ ...settings, keys })
    for (const other of [{ issuer: 'https://other.example' }, { audience: 'https://other.example' }]) {
      const token = await new AccessTokens({ ...settings, ...other, keys }).issue(operator)
      await expect(here.verify(token)).rejects.toMatchObject({ code: 'invalid_token' })
    }
  })

  it('ends although it was verified before', async () => {
    let now = Date.now()
    const keys = await SigningKeys.import([await generateSigningKey()])
    const tokens = new AccessTokens({ ...settings, keys, clock: { now: () => now } })
    const token = await tokens.issue(operator)
    await tokens.verify(token)
    now += 899_000
    await tokens.verify(token)
    now += 1000
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'token_expired' })
  })
})

describe('a signing key', () => {
  it.each([
    ['none', []],
    ['a public one', [{ kty: 'OKP', crv: 'Ed25519', x: 'YuyHYCLEa1NSDffQyIqwt2WGNUSElUgCWNfn1_ypB4k' }]],
    ['a symmetric one', [{ kty: 'oct', k: 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0' }]],
    ['of another curve', [{ kty: 'EC', crv: 'P-384', d: 'x' }]],
    ['damaged', [{ kty: 'OKP', crv: 'Ed25519', x: 'YuyH', d: 'CANARY-PRIVATE' }]],
  ])('is refused: %s', async (_what, keys) => {
    const imported = SigningKeys.import(keys)
    await expect(imported).rejects.toMatchObject({ code: 'invalid_option' })
    await expect(imported).rejects.not.toThrow(/CANARY/)
  })
})
