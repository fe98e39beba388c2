import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

interface Keys {
  readonly privateKey: Parameters<SignJWT['sign']>[0]
  readonly kid: string
  readonly jwk: JWK
}

/** The RS256 key of the id_tokens. Made when it is first needed: it takes a tenth of a second. */
export class SigningKey {
  #keys: Promise<Keys> | undefined

  async sign(claims: JWTPayload): Promise<string> {
    const { privateKey, kid } = await this.#ready()
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(privateKey)
  }

  async jwks(): Promise<{ keys: JWK[] }> {
    return { keys: [(await this.#ready()).jwk] }
  }

  #ready(): Promise<Keys> {
    this.#keys ??= makeKeys()
    return this.#keys
  }
}

async function makeKeys(): Promise<Keys> {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const publicJwk = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(publicJwk)
  return { privateKey, kid, jwk: { ...publicJwk, kid, alg: 'RS256', use: 'sig' } }
}
