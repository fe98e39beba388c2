import type { Realm } from '../realm.ts'
import type { GrantView } from './grant.ts'

export function grantViews(realm: Realm): GrantView[] {
  return realm.vault.grants.map(grant => ({
    gid: grant.gid,
    user: grant.userGid,
    email: realm.world.get('user', grant.userGid).email,
    clientId: grant.clientId,
    scope: grant.scope,
    revoked: grant.revoked !== undefined,
    ...(grant.revoked === undefined ? {} : { revokedBecause: grant.revoked }),
    refreshTokensIssued: grant.refreshTokensIssued,
    accessTokensIssued: grant.accessTokensIssued,
    refreshes: grant.refreshes,
  }))
}

/** Ends every living grant of the user to the app. */
export function deauthorize(realm: Realm, userGid: string, clientId: string): number {
  const living = realm.vault.grants.filter(
    grant => grant.userGid === userGid && grant.clientId === clientId && grant.revoked === undefined,
  )
  for (const grant of living) realm.vault.revoke(grant, 'deauthorized_by_user')
  return living.length
}
