import { type Exchange, header } from '../../http/exchange.ts'
import { openidScopes } from '../../oauth/scope-catalogue.ts'
import type { Realm } from '../../realm.ts'
import type { User } from '../../state/entities.ts'
import { ApiError } from './api-error.ts'

/** Who asks, and what the token lets them ask. */
export interface Viewer {
  readonly user: User
  readonly token: string
  /** `full`, or the granular scopes of the grant. */
  readonly scopes: 'full' | ReadonlySet<string>
}

export function bearerToken(exchange: Exchange): string | undefined {
  return /^bearer +(\S+) *$/i.exec(header(exchange, 'authorization') ?? '')?.[1]
}

/** Asana OAuth docs. Any other token it does not like is `Not Authorized`. */
const expiredMessage =
  'The bearer token has expired. If you have a refresh token, please use it to request a new bearer token, otherwise allow the user to re-authenticate.'

export function authenticate(realm: Realm, exchange: Exchange): Viewer {
  const value = bearerToken(exchange)
  const token = realm.vault.find(value)
  if (value === undefined || token === undefined || token.kind === 'refresh') throw notAuthorized(realm)
  if (token.kind === 'personal') {
    if (!realm.vault.isActive(token)) throw notAuthorized(realm)
    return { user: realm.world.get('user', token.userGid), token: value, scopes: 'full' }
  }
  if (token.revoked || token.grant.revoked !== undefined) throw notAuthorized(realm)
  if (realm.vault.isExpired(token)) throw unauthorized(realm, expiredMessage)
  return {
    user: realm.world.get('user', token.grant.userGid),
    token: value,
    scopes: scopesOf(token.grant.scope),
  }
}

function scopesOf(scope: string): Viewer['scopes'] {
  const names = scope.split(' ')
  return names.includes('default') ? 'full' : new Set(names.filter(name => !openidScopes.includes(name)))
}

function notAuthorized(realm: Realm): ApiError {
  return unauthorized(realm, 'Not Authorized')
}

function unauthorized(realm: Realm, message: string): ApiError {
  return new ApiError(401, message, realm.settings.wwwAuthenticate ? { 'www-authenticate': 'Bearer' } : {})
}

/** Asana documents the status; the text is the sandbox's, as Asana's is not known. */
export function requireScope(realm: Realm, viewer: Viewer, scope: string | undefined): void {
  if (viewer.scopes === 'full' || (scope !== undefined && viewer.scopes.has(scope))) return
  const message =
    scope === undefined
      ? 'This endpoint needs an app with full permissions: it has no granular scope.'
      : `Your app does not have the \`${scope}\` scope that this request needs.`
  throw new ApiError(realm.settings.missingScopeStatus, message)
}
