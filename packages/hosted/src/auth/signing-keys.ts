import { AsanaError, ConfigurationError } from '@x/asana-auth-core'
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import type { SigningJwk } from './signing-jwk.ts'

/** One pair: what signs, what verifies, and the id that a token names it by. */
export interface SigningKey {
  readonly keyId: string
  readonly algorithm: 'EdDSA' | 'ES256'
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

/**
 * The keys of the tokens: the first signs, all verify. To rotate, put a new one in front, and take the
 * old one away when the tokens it signed have expired (20 minutes).
 */
export class SigningKeys {
  readonly #keys: ReadonlyMap<string, SigningKey>
  /** What new tokens are signed with. */
  readonly signer: SigningKey

  private constructor(keys: readonly [SigningKey, ...SigningKey[]]) {
    this.signer = keys[0]
    this.#keys = new Map(keys.map(key => [key.keyId, key]))
    if (this.#keys.size !== keys.length) throw invalid('Two of them have the same key id.')
  }

  /** @throws ConfigurationError `invalid_option` */
  static async import(jwks: readonly SigningJwk[]): Promise<SigningKeys> {
    const [first, ...rest] = await Promise.all(jwks.map(importPair))
    if (!first) throw invalid('There is none.')
    return new SigningKeys([first, ...rest])
  }

  find(keyId: string | undefined): SigningKey | undefined {
    return keyId === undefined ? undefined : this.#keys.get(keyId)
  }
}

/** A new Ed25519 key as a JWK, private part included: for `signingKeys`, and for nobody's eyes. */
export async function generateSigningKey(): Promise<SigningJwk> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, kty: 'OKP', kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' }
}

async function importPair(jwk: SigningJwk): Promise<SigningKey> {
  const algorithm = algorithmOf(jwk)
  if (typeof jwk.d !== 'string') throw invalid('One has no private part (d), and the server has to sign.')
  const { d: _private, key_ops: _operations, ...publicPart } = jwk
  try {
    const [privateKey, publicKey, thumbprint] = await Promise.all([
      importJWK({ ...publicPart, d: jwk.d }, algorithm),
      importJWK(publicPart, algorithm),
      calculateJwkThumbprint(publicPart),
    ])
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array)
      throw invalid('One is symmetric.')
    return { keyId: jwk.kid ?? thumbprint, algorithm, privateKey, publicKey }
  } catch (error) {
    // What jose says may quote the key.
    throw error instanceof AsanaError ? error : invalid('One cannot be imported.')
  }
}

/** By the key and never by the token: a token that could choose its algorithm could choose a weak one. */
function algorithmOf({ kty, crv }: SigningJwk): SigningKey['algorithm'] {
  if (kty === 'OKP' && crv === 'Ed25519') return 'EdDSA'
  if (kty === 'EC' && crv === 'P-256') return 'ES256'
  throw invalid('One is neither an Ed25519 nor a P-256 key.')
}

function invalid(what: string): ConfigurationError {
  return new ConfigurationError(
    'invalid_option',
    `signingKeys must be private JWKs for EdDSA or ES256. ${what} Make one with: asana-connector-hosted generate-keys`,
  )
}
