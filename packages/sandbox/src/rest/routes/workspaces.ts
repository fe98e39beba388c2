import type { User } from '../../state/entities.ts'
import { addUser, join } from '../../state/people.ts'
import { empty, list, one, values } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { leaveTeam } from './teams.ts'

export const workspaceRoutes: readonly Route[] = [
  route('GET', '/workspaces', 'workspaces:read', call => list(call.world.workspacesOf(call.user.gid))),
  route('GET', '/workspaces/{workspace_gid}', 'workspaces:read', call => one(call.target('workspace'))),
  route('PUT', '/workspaces/{workspace_gid}', undefined, call => {
    const workspace = call.target('workspace')
    const input = call.input('name')
    if (input.has('name')) workspace.name = input.requiredString('name')
    call.report(workspace, 'changed', { field: 'name' })
    return one(workspace)
  }),
  route('POST', '/workspaces/{workspace_gid}/addUser', undefined, call => {
    const workspace = call.target('workspace')
    const identifier = call.input('user').requiredGid('user')
    const user = call.findUser(identifier) ?? call.world.findUser(identifier) ?? invited(call, identifier)
    if (!workspace.memberGids.includes(user.gid)) join(call.world, workspace, user)
    call.report(user, 'added', { parent: workspace })
    const { gid, name, email } = user
    return values({ gid, resource_type: 'user', name, email, photo: null })
  }),
  route('POST', '/workspaces/{workspace_gid}/removeUser', undefined, call => {
    const workspace = call.target('workspace')
    const identifier = call.input('user').requiredGid('user')
    const user = call.findUser(identifier)
    if (user === undefined || !workspace.memberGids.includes(user.gid)) throw unknown(identifier)
    workspace.memberGids = workspace.memberGids.filter(gid => gid !== user.gid)
    for (const team of call.world.all('team')) {
      if (team.workspaceGid === workspace.gid && team.memberGids.includes(user.gid)) {
        leaveTeam(call, team, user.gid)
      }
    }
    call.report(user, 'removed', { parent: workspace })
    return empty()
  }),
]

/** Whoever has an e-mail address can be invited. */
function invited(call: ApiCall, identifier: string): User {
  if (!/^[^@\s]+@[^@\s]+$/.test(identifier)) throw unknown(identifier)
  return addUser(call.world, { name: identifier, email: identifier, workspaces: [] })
}

function unknown(identifier: string): ApiError {
  return new ApiError(400, `user: Unknown object: ${identifier}`)
}
