import type { Exchange } from '../http/exchange.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import type { Realm } from '../realm.ts'
import { ApiError, apiErrorReply } from '../rest/core/api-error.ts'
import { authenticate } from '../rest/core/viewer.ts'
import { profileClaims } from './id-token.ts'

/** `GET /api/1.0/openid_connect/userinfo`: flat JSON, not wrapped in `data`. Needs `openid`. */
export function userinfoEndpoint(realm: Realm, exchange: Exchange): Reply {
  try {
    const { user, token } = authenticate(realm, exchange)
    const found = realm.vault.find(token)
    const scope = found?.kind === 'access' ? found.grant.scope : ''
    if (!scope.split(' ').includes('openid')) {
      throw new ApiError(403, 'The `openid` scope is needed for this request.')
    }
    return jsonReply(200, { sub: user.gid, ...profileClaims(realm, user.gid, scope) })
  } catch (error) {
    if (error instanceof ApiError) return apiErrorReply(error)
    throw error
  }
}
