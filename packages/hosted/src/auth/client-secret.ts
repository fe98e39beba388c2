import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<Buffer, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** OWASP's minimum for scrypt; a generated secret has 256 bits anyway, so that nobody can guess it. */
const COST = { N: 2 ** 14, r: 8, p: 1 }
const KEY_BYTES = 32

/** 256 random bits, base64url. */
export function newClientSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** `scrypt$N$r$p$salt$key`, the last two base64url: what is stored instead of the secret (RFC 7914). */
export async function hashClientSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(Buffer.from(secret), salt, KEY_BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Takes the same time whether the hash is there or not, so that nobody learns which client ids exist. */
export async function isClientSecret(secret: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = (hash ?? NOBODYS).split('$')
  const expected = Buffer.from(key, 'base64url')
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  const actual = await derive(Buffer.from(secret), Buffer.from(salt, 'base64url'), expected.length, cost)
  return timingSafeEqual(actual, expected) && hash !== undefined
}

/** The same cost as every other, of a secret that nobody knows. */
const NOBODYS = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  randomBytes(16).toString('base64url'),
  randomBytes(KEY_BYTES).toString('base64url'),
].join('$')
