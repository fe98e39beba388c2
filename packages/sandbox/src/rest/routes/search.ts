import type { Entity, Task } from '../../state/entities.ts'
import { membershipsOf } from '../../state/membership.ts'
import { unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { requirePaidFeatures, searchIsPaid } from '../core/paid-features.ts'
import { type Route, route } from '../core/route.ts'
import { sortedBy } from './sorting.ts'

export const searchRoutes: readonly Route[] = [
  route('GET', '/workspaces/{workspace_gid}/tasks/search', 'tasks:read', call => {
    const workspace = call.target('workspace')
    requirePaidFeatures(call, workspace, searchIsPaid)
    const found = call
      .visible(call.world.all('task'))
      .filter(task => task.workspaceGid === workspace.gid && matches(call, task))
    return unpagedList(sortedBy(call, found, sortKeys).slice(0, countFrom(call, 'limit')))
  }),
  route('GET', '/workspaces/{workspace_gid}/typeahead', 'workspaces.typeahead:read', call => {
    const workspace = call.target('workspace')
    const text = (call.query.get('query') ?? '').toLowerCase()
    const found = candidates(call, workspace.gid).filter(one => one.name.toLowerCase().includes(text))
    return unpagedList(found.slice(0, countFrom(call, 'count')))
  }),
]

/** The filters it knows; Asana ignores unknown parameters, and so does this. */
function matches(call: ApiCall, task: Task): boolean {
  const { world, query } = call
  const anyOf = (name: string) => query.get(name)?.split(',').filter(Boolean)
  const text = query.get('text')?.toLowerCase()
  const places = membershipsOf(world, task)
  const people = (names: string[]) => names.map(name => (name === 'me' ? call.user.gid : name))
  const assignees = anyOf('assignee.any')
  const filters: (boolean | undefined)[] = [
    text === undefined ? undefined : `${task.name}\n${task.notes}`.toLowerCase().includes(text),
    assignees === undefined ? undefined : people(assignees).includes(task.assigneeGid ?? 'null'),
    anyOf('projects.any')?.some(gid => places.some(({ project }) => project.gid === gid)),
    anyOf('sections.any')?.some(gid => places.some(({ section }) => section.gid === gid)),
    anyOf('tags.any')?.some(gid => task.tagGids.includes(gid)),
    anyOf('followers.any')?.some(gid => task.followerGids.includes(gid)),
    equals(query.get('completed'), String(task.completed)),
    equals(query.get('is_subtask'), String(task.parentGid !== null)),
    equals(query.get('resource_subtype'), task.resourceSubtype),
    equals(query.get('due_on'), task.dueOn ?? 'null'),
  ]
  return filters.every(filter => filter ?? true)
}

function equals(wanted: string | null, actual: string): boolean | undefined {
  return wanted === null ? undefined : wanted === actual
}

const sortKeys: Readonly<Record<string, (task: Task) => number>> = {
  created_at: task => task.createdAtMs,
  completed_at: task => task.completedAtMs ?? 0,
  due_date: task => (task.dueOn === null ? 0 : Date.parse(task.dueOn)),
  likes: task => task.liked.length,
  modified_at: task => task.modifiedAtMs,
}

function countFrom(call: ApiCall, name: string): number {
  const count = Number(call.query.get(name) ?? 20)
  if (Number.isInteger(count) && count >= 1 && count <= 100) return count
  throw new ApiError(400, `${name}: Must be a number between 1 and 100, not: ${call.query.get(name)}`)
}

function candidates(call: ApiCall, workspaceGid: string): (Entity & { name: string })[] {
  const type = call.query.get('resource_type') ?? call.query.get('type') ?? 'user'
  const { world } = call
  switch (type) {
    case 'user':
      return world.get('workspace', workspaceGid).memberGids.map(gid => world.get('user', gid))
    case 'task':
    case 'project':
    case 'tag':
    case 'team': {
      const entities: (Entity & { name: string; workspaceGid: string })[] = world.all(type)
      return call.visible(entities).filter(one => one.workspaceGid === workspaceGid)
    }
    default:
      throw new ApiError(400, `resource_type: Not a valid value: ${type}`)
  }
}
