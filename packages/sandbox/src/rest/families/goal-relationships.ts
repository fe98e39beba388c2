import { insertAt } from '../../state/membership.ts'
import { change, gidIn, gidsIn, type Resource } from '../../state/resource.ts'
import { type ApiAnswer, empty, list, one, unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { computed, number, readOnly, ref } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource } from '../declare/writing.ts'
import { placeFrom } from '../input/place.ts'

/** That a goal is supported by another goal, a project, a task or a portfolio. */
export const goalRelationship: Declaration = {
  type: 'goal_relationship',
  home: 'supported_goal',
  bound: ['supporting_resource'],
  readScope: 'goals:read',
  compact: ['resource_subtype', 'supporting_resource', 'contribution_weight'],
  fields: {
    supported_goal: readOnly(ref('goal')),
    supporting_resource: readOnly(ref('goal', 'project', 'task', 'portfolio')),
    resource_subtype: computed((relationship, { world }) => subtypeOf(world, relationship)),
    contribution_weight: number(0),
  },
}

export const goalRelationshipRoutes: readonly Route[] = [
  ...standardRoutes(goalRelationship, '/goal_relationships', { get: null, update: null }),
  route('GET', '/goal_relationships', undefined, call => {
    const goal = call.requiredFilter('goal', 'supported_goal')
    const subtype = call.query.get('resource_subtype')
    const found = relationshipsOf(call, goal)
    return list(found.filter(one => subtype === null || subtypeOf(call.world, one) === subtype))
  }),
  route('POST', '/goals/{goal_gid}/addSupportingRelationship', undefined, add),
  route('POST', '/goals/{goal_gid}/removeSupportingRelationship', undefined, remove),
  route('GET', '/goals/{goal_gid}/parentGoals', 'goals:read', call => {
    const { gid } = call.target('goal')
    const parents = call.world.all('goal').filter(goal => gidsIn(goal, 'supporting').includes(gid))
    return unpagedList(call.visible(parents))
  }),
]

function subtypeOf(world: ApiCall['world'], relationship: Resource): string {
  const supporting = gidIn(relationship, 'supporting_resource')
  return world.find('goal', supporting) === undefined ? 'supporting_work' : 'subgoal'
}

/** In the order the goal shows them. */
function relationshipsOf(call: ApiCall, goal: Resource): Resource[] {
  const order = gidsIn(goal, 'supporting')
  const position = (one: Resource) => order.indexOf(gidIn(one, 'supporting_resource') ?? '')
  const found = call.world.all('goal_relationship').filter(one => one.homeGid === goal.gid)
  return found.sort((one, other) => position(one) - position(other))
}

function add(call: ApiCall): ApiAnswer {
  const { world } = call
  const goal = call.target('goal')
  const input = call.input('supporting_resource', 'insert_before', 'insert_after', 'contribution_weight')
  const gid = input.requiredGid('supporting_resource')
  const supporting = call.namedAny(['goal', 'project', 'task', 'portfolio'], 'supporting_resource', gid)
  if (supporting.type === 'goal' && isWithin(call, goal, supporting)) {
    throw new ApiError(400, 'supporting_resource: A goal cannot support itself')
  }
  const weight = input.number('contribution_weight') ?? 0
  const before = relationshipsOf(call, goal).find(one => gidIn(one, 'supporting_resource') === gid)
  if (before !== undefined) throw new ApiError(400, `supporting_resource: Already supports the goal: ${gid}`)
  change(world, goal, { supporting: insertAt(gidsIn(goal, 'supporting'), gid, placeFrom(input)) })
  const relationship = addResource(world, goalRelationship, call.user.gid, {
    supported_goal: goal.gid,
    supporting_resource: gid,
    contribution_weight: weight,
  })
  call.report(goal, 'changed', { field: 'supporting_relationships' })
  return one(relationship)
}

function remove(call: ApiCall): ApiAnswer {
  const goal = call.target('goal')
  const gid = call.input('supporting_resource').requiredGid('supporting_resource')
  const found = relationshipsOf(call, goal).find(one => gidIn(one, 'supporting_resource') === gid)
  if (found === undefined) throw new ApiError(400, `supporting_resource: Unknown object: ${gid}`)
  change(call.world, goal, { supporting: gidsIn(goal, 'supporting').filter(one => one !== gid) })
  call.world.remove(found)
  call.report(goal, 'changed', { field: 'supporting_relationships' })
  return empty()
}

/** Whether `goal` is `other` or supports it, directly or through others. */
function isWithin(call: ApiCall, goal: Resource, other: Resource): boolean {
  if (goal === other) return true
  return gidsIn(other, 'supporting').some(gid => {
    const below = call.world.find('goal', gid)
    return below !== undefined && isWithin(call, goal, below)
  })
}
