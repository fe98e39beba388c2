import type { User } from '../../state/entities.ts'
import { workspaceOf } from '../../state/home.ts'
import { list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { customValuesFrom } from '../input/custom-values.ts'
import { missingInput } from '../input/input.ts'

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
  route('PUT', '/users/{user_gid}', undefined, call => one(updated(call, namedUser(call)))),
  route('PUT', '/workspaces/{workspace_gid}/users/{user_gid}', undefined, call => {
    const workspace = call.target('workspace')
    const user = namedUser(call)
    if (!workspace.memberGids.includes(user.gid)) throw unknownUser(call)
    return one(updated(call, user))
  }),
  route('GET', '/users/{user_gid}/favorites', 'users:read', call => {
    const user = namedUser(call)
    const workspace = call.requiredFilter('workspace')
    const type = call.query.get('resource_type')
    if (type === null || type === '') throw missingInput('resource_type')
    const favorites = user.favoriteGids.flatMap(gid => call.world.findAny(gid) ?? [])
    const here = favorites.filter(one => one.type === type && workspaceOf(call.world, one) === workspace.gid)
    return list(call.visible(here))
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

/** The user of `data.user`. */
export function userFrom(call: ApiCall): User {
  const identifier = call.input('user').requiredGid('user')
  const user = call.findUser(identifier)
  if (user === undefined) throw new ApiError(400, `user: Unknown object: ${identifier}`)
  return user
}

/** Nobody changes another's name (the rule is a guess); custom fields are everybody's. */
function updated(call: ApiCall, user: User): User {
  const input = call.input('name', 'custom_fields')
  const customValues = customValuesFrom(call, input, user)
  if (input.has('name')) {
    if (user !== call.user) throw new ApiError(403, 'You do not have access to this user.')
    user.name = input.requiredString('name')
  }
  if (customValues !== undefined) user.customValues = customValues
  call.report(user, 'changed')
  return user
}

function unknownUser(call: ApiCall): ApiError {
  return new ApiError(404, `user: Not a recognized ID: ${call.param('user_gid')}`)
}

function usersOf(call: ApiCall, gids: readonly string[]): User[] {
  return gids.map(gid => call.world.get('user', gid))
}
