import { type Club, isClub, membersOf, setMembers } from '../../state/members.ts'
import { change, gidIn, type Resource, textIn } from '../../state/resource.ts'
import { type ApiAnswer, created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { computed, type Field, readOnly, ref, sparse } from '../declare/field.ts'
import { type Input, missingInput } from '../input/input.ts'
import { linkTo } from '../render/link.ts'
import { accessLevel, membershipOf, membershipsIn, membershipTarget } from './membership-book.ts'

const parents = ['project', 'portfolio', 'goal', 'custom_field', 'custom_type'] as const
const levels = ['admin', 'editor', 'commenter', 'viewer', 'user'] as const

function ofGoals(show: NonNullable<Field['show']>): Field {
  return sparse({
    initial: null,
    show: (value, membership, context) =>
      context.world.find('goal', membership.homeGid) === undefined
        ? undefined
        : show(value, membership, context),
  })
}

const levelOf = (membership: Resource, world: ApiCall['world']) =>
  accessLevel(world, membership.homeGid, textIn(membership, 'member'))

/** That a person or a team is a member of a project, portfolio, goal, custom field or custom type. */
export const membership: Declaration = {
  type: 'membership',
  home: 'parent',
  compact: [
    'parent',
    'member',
    'access_level',
    'resource_subtype',
    'goal',
    'role',
    'is_commenter',
    'is_editor',
  ],
  optIn: ['is_commenter', 'is_editor'],
  fields: {
    parent: readOnly(ref(...parents)),
    member: readOnly(ref('user', 'team')),
    access_level: computed((one, { world }) => levelOf(one, world)),
    resource_subtype: computed(
      (one, { world }) => `${world.findAny(one.homeGid)?.type ?? 'project'}_membership`,
    ),
    goal: ofGoals((_value, one, { world }) => linkTo(world.find('goal', one.homeGid))),
    role: ofGoals((_value, one, { world }) => roleFor(levelOf(one, world))),
    is_commenter: ofGoals((_value, one, { world }) => roleFor(levelOf(one, world)) === 'commenter'),
    is_editor: ofGoals((_value, one, { world }) => roleFor(levelOf(one, world)) === 'editor'),
  },
}

export const membershipRoutes: readonly Route[] = [
  route('GET', '/memberships', undefined, call => list(found(call))),
  route('POST', '/memberships', undefined, add),
  route('GET', '/memberships/{membership_gid}', undefined, call => one(membershipTarget(call, membership))),
  route('PUT', '/memberships/{membership_gid}', undefined, call => {
    const target = membershipTarget(call, membership)
    change(call.world, target, { access_level: levelFrom(call.input('access_level')) ?? null })
    return one(target)
  }),
  route('DELETE', '/memberships/{membership_gid}', undefined, call => {
    const target = membershipTarget(call, membership)
    const parent = call.world.findAny(target.homeGid)
    if (isClub(parent)) {
      setMembers(
        call.world,
        parent,
        membersOf(parent).filter(gid => gid !== gidIn(target, 'member')),
      )
      call.report(parent, 'changed', { field: 'members' })
    }
    call.world.remove(target)
    return empty()
  }),
]

function found(call: ApiCall): Resource[] {
  const parentGid = call.query.get('parent')
  const identifier = call.query.get('member') ?? ''
  const member = identifier === '' ? undefined : memberNamed(call, identifier)
  if (parentGid === null && call.query.get('resource_subtype') === null) throw missingInput('parent')
  // Without a parent, only memberships of projects are found (OpenAPI document).
  const clubs = parentGid === null ? call.visible(call.world.all('project')) : [clubNamed(call, parentGid)]
  return clubs
    .flatMap(club => membershipsIn(call.world, membership, club))
    .filter(one => member === undefined || gidIn(one, 'member') === member)
}

function add(call: ApiCall): ApiAnswer {
  const input = call.input('parent', 'member', 'access_level', 'role')
  const parent = clubNamed(call, input.requiredGid('parent'))
  const member = memberNamed(call, input.requiredGid('member'))
  const level = levelFrom(input) ?? input.oneOf('role', ['editor', 'commenter'] as const)
  setMembers(call.world, parent, [...new Set([...membersOf(parent), member])])
  const added = membershipOf(call.world, membership, parent, member)
  if (level !== undefined) change(call.world, added, { access_level: level })
  call.report(parent, 'changed', { field: 'members' })
  return created(added)
}

function levelFrom(input: Input): string | undefined {
  return input.oneOf('access_level', levels)
}

function clubNamed(call: ApiCall, gid: string): Club {
  const parent = call.namedAny(parents, 'parent', gid)
  if (!isClub(parent)) throw new ApiError(400, `parent: Unknown object: ${gid}`)
  return parent
}

function memberNamed(call: ApiCall, identifier: string): string {
  return call.findUser(identifier)?.gid ?? call.namedAny(['user', 'team'], 'member', identifier).gid
}

function roleFor(level: string): string {
  return level === 'admin' || level === 'editor' ? 'editor' : 'commenter'
}
