import { list, one } from '../core/answer.ts'
import { type Route, route } from '../core/route.ts'
import { namedUser } from './users.ts'

export const workspaceRoutes: readonly Route[] = [
  route('GET', '/workspaces', 'workspaces:read', call => list(call.world.workspacesOf(call.user.gid))),
  route('GET', '/workspaces/{workspace_gid}', 'workspaces:read', call => one(call.target('workspace'))),
  route('GET', '/workspaces/{workspace_gid}/teams', 'teams:read', call => {
    const workspace = call.target('workspace')
    return list(call.world.all('team').filter(team => team.workspaceGid === workspace.gid))
  }),
  route('GET', '/teams/{team_gid}', 'teams:read', call => one(call.target('team'))),
  route('GET', '/users/{user_gid}/teams', 'teams:read', call => {
    const user = namedUser(call)
    const organization = call.requiredFilter('workspace', 'organization')
    return list(
      call.world
        .all('team')
        .filter(team => team.workspaceGid === organization.gid && team.memberGids.includes(user.gid)),
    )
  }),
]
