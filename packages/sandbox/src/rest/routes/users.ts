import type { User } from '../../state/entities.ts'
import { list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'

export const userRoutes: readonly Route[] = [
  route('GET', '/users', 'users:read', call => {
    const workspace = call.filter('workspace')
    const team = call.filter('team')
    const gids = team?.memberGids ?? workspace?.memberGids
    return list(gids === undefined ? call.visible(call.world.all('user')) : usersOf(call, gids))
  }),
  route('GET', '/users/{user_gid}', 'users:read', call => one(namedUser(call))),
  route('GET', '/workspaces/{workspace_gid}/users', 'users:read', call =>
    list(usersOf(call, call.target('workspace').memberGids)),
  ),
  route('GET', '/workspaces/{workspace_gid}/users/{user_gid}', 'users:read', call => {
    const workspace = call.target('workspace')
    const user = namedUser(call)
    if (!workspace.memberGids.includes(user.gid)) throw unknownUser(call)
    return one(user)
  }),
  route('GET', '/teams/{team_gid}/users', 'users:read', call =>
    list(usersOf(call, call.target('team').memberGids)),
  ),
]

/** The user of `{user_gid}`: `me`, a gid or an e-mail address. */
export function namedUser(call: ApiCall): User {
  const user = call.findUser(call.param('user_gid'))
  if (user === undefined) throw unknownUser(call)
  return user
}

function unknownUser(call: ApiCall): ApiError {
  return new ApiError(404, `user: Not a recognized ID: ${call.param('user_gid')}`)
}

function usersOf(call: ApiCall, gids: readonly string[]): User[] {
  return gids.map(gid => call.world.get('user', gid))
}
