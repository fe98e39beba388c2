import { customValuesOf } from '../../state/custom-values.ts'
import type { Task } from '../../state/entities.ts'
import { membershipsOf } from '../../state/membership.ts'
import { gidsIn } from '../../state/resource.ts'
import { unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { requirePaidFeatures, searchIsPaid } from '../core/paid-features.ts'
import { type Route, route } from '../core/route.ts'
import {
  dateFilter,
  equalFilter,
  type Filter,
  momentFilter,
  passesAll,
  relationFilter,
  textFilter,
} from './filters.ts'
import { countFrom } from './result-count.ts'
import { sortedBy } from './sorting.ts'

export const taskSearchRoutes: readonly Route[] = [
  route('GET', '/workspaces/{workspace_gid}/tasks/search', 'tasks:read', call => {
    const workspace = call.target('workspace')
    requirePaidFeatures(call, workspace, searchIsPaid)
    const found = call
      .visible(call.world.all('task'))
      .filter(task => task.workspaceGid === workspace.gid && matches(call, task))
    return unpagedList(sortedBy(call, found, sortKeys).slice(0, countFrom(call, 'limit')))
  }),
]

/** The filters it knows; Asana ignores unknown parameters, and so does this. */
function matches(call: ApiCall, task: Task): boolean {
  return passesAll([
    textFilter(call, task.name, task.notes),
    equalFilter(call, 'resource_subtype', task.resourceSubtype),
    equalFilter(call, 'completed', task.completed),
    equalFilter(call, 'is_subtask', task.parentGid !== null),
    ...relations(call, task),
    ...graph(call, task),
    dateFilter(call, 'due_on', task.dueOn),
    dateFilter(call, 'due_at', task.dueAt),
    dateFilter(call, 'start_on', task.startOn),
    momentFilter(call, 'created', task.createdAtMs),
    momentFilter(call, 'completed', task.completedAtMs),
    momentFilter(call, 'modified', task.modifiedAtMs),
    ...customFields(call, task),
  ])
}

function relations(call: ApiCall, task: Task): Filter[] {
  const { world } = call
  const places = membershipsOf(world, task)
  const projects = places.map(({ project }) => project.gid)
  const portfolios = world
    .all('portfolio')
    .filter(portfolio => gidsIn(portfolio, 'items').some(gid => projects.includes(gid)))
  const of = (name: string, gids: readonly (string | null)[]) =>
    relationFilter(
      call,
      name,
      gids.filter(gid => gid !== null),
    )
  return [
    of('assignee', [task.assigneeGid ?? 'null']),
    of('projects', projects),
    of(
      'sections',
      places.map(({ section }) => section.gid),
    ),
    of(
      'teams',
      places.map(({ project }) => project.teamGid),
    ),
    of(
      'portfolios',
      portfolios.map(({ gid }) => gid),
    ),
    of('tags', task.tagGids),
    of('followers', task.followerGids),
    of('created_by', [task.createdByGid]),
    of('assigned_by', [task.assignedByGid]),
    of('liked_by', task.liked),
  ]
}

/** Each looks at all tasks or attachments, so only where it is asked. */
function graph(call: ApiCall, task: Task): Filter[] {
  const { query, world } = call
  const asked = (name: string, holds: () => boolean) =>
    query.has(name) ? equalFilter(call, name, holds()) : undefined
  const isOpen = (gid: string) => world.find('task', gid)?.completed === false
  return [
    asked('is_blocked', () => task.dependencyGids.some(isOpen)),
    asked('is_blocking', () => world.all('task').some(other => other.dependencyGids.includes(task.gid))),
    asked('has_attachment', () => world.all('attachment').some(one => one.parentGid === task.gid)),
  ]
}

/** `custom_fields.<gid>.value` and `custom_fields.<gid>.is_set`. */
function customFields(call: ApiCall, task: Task): Filter[] {
  const values = customValuesOf(task)
  return [...call.query].map(([name, wanted]) => {
    const [, gid = '', what] = /^custom_fields\.(\d+)\.(value|is_set)$/.exec(name) ?? []
    const value = values[gid] ?? null
    if (what === 'is_set') return String(value !== null) === wanted
    return what === 'value' ? [value].flat().map(String).includes(wanted) : undefined
  })
}

const sortKeys: Readonly<Record<string, (task: Task) => number>> = {
  created_at: task => task.createdAtMs,
  completed_at: task => task.completedAtMs ?? 0,
  due_date: task => (task.dueOn === null ? 0 : Date.parse(task.dueOn)),
  likes: task => task.liked.length,
  modified_at: task => task.modifiedAtMs,
}
