import type { Team } from '../../state/entities.ts'
import { created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { membershipOf } from '../families/membership-book.ts'
import { teamMembership } from '../families/place-memberships.ts'
import { teamChanges, writableTeamFields } from '../input/team-fields.ts'
import { namedUser, userFrom } from './users.ts'

export const teamRoutes: readonly Route[] = [
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
  route('POST', '/teams', undefined, call => {
    const input = call.input(...writableTeamFields)
    const organization = call.named('workspace', 'organization', input.requiredGid('organization'))
    const team = call.world.add<Team>({
      ...{ type: 'team', description: '', policies: {} },
      ...teamChanges(input),
      name: input.requiredString('name'),
      workspaceGid: organization.gid,
      memberGids: [call.user.gid],
      adminGids: [call.user.gid],
    })
    call.report(team, 'added')
    return created(team)
  }),
  route('PUT', '/teams/{team_gid}', undefined, call => {
    const team = call.target('team')
    const { policies, ...changes } = teamChanges(call.input(...writableTeamFields))
    Object.assign(team, changes, { policies: { ...team.policies, ...policies } })
    call.report(team, 'changed')
    return one(team)
  }),
  route('POST', '/teams/{team_gid}/addUser', undefined, call => {
    const team = call.target('team')
    const user = userFrom(call)
    team.memberGids = [...new Set([...team.memberGids, user.gid])]
    call.report(team, 'changed', { field: 'members' })
    return one(membershipOf(call.world, teamMembership, team, user.gid))
  }),
  route('POST', '/teams/{team_gid}/removeUser', undefined, call => {
    const team = call.target('team')
    leaveTeam(call, team, userFrom(call).gid)
    return empty()
  }),
]

export function leaveTeam(call: ApiCall, team: Team, userGid: string): void {
  if (!team.memberGids.includes(userGid)) throw new ApiError(400, `user: Unknown object: ${userGid}`)
  team.memberGids = team.memberGids.filter(gid => gid !== userGid)
  team.adminGids = team.adminGids.filter(gid => gid !== userGid)
  call.report(team, 'changed', { field: 'members' })
}
