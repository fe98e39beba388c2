import { createHash } from 'node:crypto'
import { epochSeconds } from '../clock.ts'
import type { Realm } from '../realm.ts'

/** Seconds. Not documented by Asana. */
const idTokenLifetimeS = 3600

interface IdTokenSubject {
  readonly userGid: string
  readonly clientId: string
  readonly scope: string
  readonly nonce: string | undefined
  readonly accessToken?: string
  readonly code?: string
}

/** OpenID Connect Core section 2; at_hash and c_hash from 3.1.3.6 and 3.3.2.11. */
export async function createIdToken(realm: Realm, subject: IdTokenSubject): Promise<string> {
  const iat = epochSeconds(realm.clock)
  return realm.signingKey.sign({
    iss: issuerOf(realm),
    aud: subject.clientId,
    sub: subject.userGid,
    iat,
    exp: iat + idTokenLifetimeS,
    ...(subject.nonce === undefined ? {} : { nonce: subject.nonce }),
    ...(subject.accessToken === undefined ? {} : { at_hash: halfHash(subject.accessToken) }),
    ...(subject.code === undefined ? {} : { c_hash: halfHash(subject.code) }),
    ...(realm.settings.idTokenProfileClaims ? profileClaims(realm, subject.userGid, subject.scope) : {}),
  })
}

/** The claims that `email` and `profile` open, as userinfo has them. */
export function profileClaims(realm: Realm, userGid: string, scope: string): Record<string, unknown> {
  const user = realm.world.get('user', userGid)
  const scopes = scope.split(' ')
  return {
    ...(scopes.includes('email') ? { email: user.email } : {}),
    ...(scopes.includes('profile') ? { name: user.name, picture: user.photo } : {}),
  }
}

export function issuerOf(realm: Realm): string {
  return `${realm.url}/api/1.0`
}

function halfHash(value: string): string {
  return createHash('sha256').update(value, 'ascii').digest().subarray(0, 16).toString('base64url')
}
