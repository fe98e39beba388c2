import type { User } from '../../state/entities.ts'
import { type Club, membersOf } from '../../state/members.ts'
import { type DeclaredType, gidIn, type Resource, textIn } from '../../state/resource.ts'
import { list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { computed, createdAt, type Field, readOnly, ref } from '../declare/field.ts'
import { missingInput } from '../input/input.ts'
import { linkTo } from '../render/link.ts'
import { namedUser } from '../routes/users.ts'
import { accessLevel, membershipsIn, membershipTarget } from './membership-book.ts'

const level = computed((one, { world }) => accessLevel(world, one.homeGid, textIn(one, 'member')))
const no = computed(() => false)
const parentAs = (type: 'project' | 'portfolio' | 'team' | 'workspace'): Field =>
  computed((one, { world }) => linkTo(world.find(type, one.homeGid)))
const user = computed((one, { world }) => linkTo(world.find('user', textIn(one, 'member'))))

function declare(
  type: DeclaredType,
  compact: string[],
  fields: Declaration['fields'],
  readScope?: string,
): Declaration {
  const kept = { parent: { initial: null }, member: { initial: null } }
  const scope = readScope === undefined ? {} : { readScope }
  return { type, home: 'parent', compact, fields: { ...kept, ...fields }, ...scope }
}

export const projectMembership = declare('project_membership', ['parent', 'member', 'access_level'], {
  parent: readOnly(ref('project')),
  member: readOnly(ref('user', 'team')),
  access_level: level,
  user,
  project: parentAs('project'),
  write_access: computed((one, { world }) => {
    const can = accessLevel(world, one.homeGid, textIn(one, 'member'))
    return can === 'admin' || can === 'editor' ? 'full_write' : 'comment_only'
  }),
})

export const portfolioMembership = declare('portfolio_membership', ['portfolio', 'user', 'access_level'], {
  portfolio: parentAs('portfolio'),
  user,
  access_level: level,
})

const isTeamAdmin = computed(
  (one, { world }) => world.find('team', one.homeGid)?.adminGids.includes(textIn(one, 'member')) ?? false,
)

export const teamMembership = declare(
  'team_membership',
  ['user', 'team', 'is_guest', 'is_limited_access', 'is_admin'],
  { user, team: parentAs('team'), is_guest: no, is_limited_access: no, is_admin: isTeamAdmin },
  'team_memberships:read',
)

export const workspaceMembership = declare('workspace_membership', ['user', 'workspace'], {
  user,
  workspace: parentAs('workspace'),
  user_task_list: computed((one, { world }) =>
    linkTo(
      world
        .all('user_task_list')
        .find(own => own.workspaceGid === one.homeGid && own.ownerGid === gidIn(one, 'member')),
    ),
  ),
  is_active: computed(() => true),
  is_admin: computed((one, { world }) => {
    const workspace = world.find('workspace', one.homeGid)
    return workspace !== undefined && membersOf(workspace)[0] === gidIn(one, 'member')
  }),
  is_guest: no,
  is_view_only: no,
  vacation_dates: computed(() => null),
  created_at: createdAt,
})

const teamScope = 'team_memberships:read'

/** Of projects, portfolios, teams and workspaces, each at an address of its own. */
export const placeMembershipRoutes: readonly Route[] = [
  itemRoute(projectMembership, undefined),
  itemRoute(portfolioMembership, undefined),
  itemRoute(teamMembership, teamScope),
  itemRoute(workspaceMembership, undefined),
  route('GET', '/projects/{project_gid}/project_memberships', undefined, call =>
    list(of(call, projectMembership, [call.target('project')], userFilter(call))),
  ),
  route('GET', '/portfolios/{portfolio_gid}/portfolio_memberships', undefined, call =>
    list(of(call, portfolioMembership, [call.target('portfolio')], userFilter(call))),
  ),
  route('GET', '/portfolio_memberships', undefined, call => {
    const portfolio = call.filter('portfolio')
    const workspace = portfolio === undefined ? call.requiredFilter('workspace') : undefined
    const all = call.world.all('portfolio').filter(one => one.homeGid === workspace?.gid)
    return list(of(call, portfolioMembership, portfolio === undefined ? all : [portfolio], userFilter(call)))
  }),
  route('GET', '/team_memberships', teamScope, call => {
    const team = call.filter('team')
    if (team !== undefined) return list(of(call, teamMembership, [team], userFilter(call)))
    const member = userFilter(call)
    if (member === undefined) throw missingInput('team')
    return list(of(call, teamMembership, teamsIn(call, call.requiredFilter('workspace').gid), member))
  }),
  route('GET', '/teams/{team_gid}/team_memberships', teamScope, call =>
    list(of(call, teamMembership, [call.target('team')], undefined)),
  ),
  route('GET', '/users/{user_gid}/team_memberships', teamScope, call => {
    const workspace = call.requiredFilter('workspace')
    return list(of(call, teamMembership, teamsIn(call, workspace.gid), namedUser(call)))
  }),
  route('GET', '/users/{user_gid}/workspace_memberships', undefined, call => {
    const shared = call.visible(call.world.all('workspace'))
    return list(of(call, workspaceMembership, shared, namedUser(call)))
  }),
  route('GET', '/workspaces/{workspace_gid}/workspace_memberships', undefined, call =>
    list(of(call, workspaceMembership, [call.target('workspace')], userFilter(call))),
  ),
]

function itemRoute(declaration: Declaration, scope: string | undefined): Route {
  const { type } = declaration
  return route('GET', `/${type}s/{${type}_gid}`, scope, call => one(membershipTarget(call, declaration)))
}

function of(
  call: ApiCall,
  declaration: Declaration,
  clubs: readonly Club[],
  member: User | undefined,
): Resource[] {
  const all = clubs.flatMap(club => membershipsIn(call.world, declaration, club))
  return member === undefined ? all : all.filter(membership => gidIn(membership, 'member') === member.gid)
}

function userFilter(call: ApiCall): User | undefined {
  const identifier = call.query.get('user')
  if (identifier === null || identifier === '') return undefined
  return call.findUser(identifier) ?? call.named('user', 'user', identifier)
}

function teamsIn(call: ApiCall, workspaceGid: string) {
  return call.world.all('team').filter(team => team.workspaceGid === workspaceGid)
}
