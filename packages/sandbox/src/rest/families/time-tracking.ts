import { projectsOf } from '../../state/membership.ts'
import { gidsIn, inside, type Resource, textIn } from '../../state/resource.ts'
import { created, list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdAt,
  createdBy,
  date,
  fixed,
  flag,
  hidden,
  number,
  readOnly,
  ref,
  refs,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { createResource } from '../declare/writing.ts'
import { between } from '../input/date-range.ts'
import { missingInput } from '../input/input.ts'
import { covers } from './timesheets.ts'

const categoryColors = [
  ...['none', 'red', 'orange', 'yellow-orange', 'yellow', 'yellow-green', 'green', 'blue-green', 'aqua'],
  ...['blue', 'indigo', 'purple', 'magenta', 'hot-pink', 'pink', 'cool-gray'],
]

export const timeTrackingCategory: Declaration = {
  type: 'time_tracking_category',
  home: 'workspace',
  readScope: 'time_tracking_categories:read',
  compact: ['name', 'color'],
  fields: {
    workspace: hidden(fixed(required(ref('workspace')))),
    name: required(text()),
    color: choice(categoryColors, 'none'),
    is_archived: flag(),
  },
}

export const timeTrackingEntry: Declaration = {
  type: 'time_tracking_entry',
  home: 'task',
  readScope: 'time_tracking_entries:read',
  compact: ['duration_minutes', 'entered_on', 'attributable_to', 'created_by', 'categories'],
  fields: {
    duration_minutes: required(number()),
    entered_on: date(),
    attributable_to: ref('project'),
    created_by: createdBy,
    categories: refs('time_tracking_category'),
    task: readOnly(ref('task')),
    created_at: createdAt,
    approval_status: computed((entry, { world }) => {
      const sheet = world.all('timesheet_approval_status').find(one => covers(one, entry))
      return sheet === undefined ? 'DRAFT' : textIn(sheet, 'approval_status')
    }),
    billable_status: choice(['billable', 'nonBillable', 'notApplicable'], 'notApplicable'),
    description: text(),
  },
}

export const timeTrackingRoutes: readonly Route[] = [
  ...standardRoutes(timeTrackingCategory, '/time_tracking_categories', {
    get: 'time_tracking_categories:read',
    create: 'time_tracking_categories:write',
    update: 'time_tracking_categories:write',
    delete: 'time_tracking_categories:delete',
    list: { scope: 'time_tracking_categories:read', required: ['workspace'], optional: ['is_archived'] },
  }),
  route(
    'GET',
    '/time_tracking_categories/{time_tracking_category_gid}/time_tracking_entries',
    'time_tracking_categories:read',
    call => {
      const category = call.target('time_tracking_category')
      const entries = call.visible(call.world.all('time_tracking_entry'))
      return list(
        entries.filter(
          entry =>
            gidsIn(entry, 'categories').includes(category.gid) &&
            between(call, textIn(entry, 'entered_on'), 'start_date', 'end_date'),
        ),
      )
    },
  ),
  ...standardRoutes(timeTrackingEntry, '/time_tracking_entries', {
    get: 'time_tracking_entries:read',
    update: null,
    delete: null,
    list: {
      scope: 'time_tracking_entries:read',
      optional: ['task', 'attributable_to'],
      where: (call, entry) => entryPasses(call, entry),
    },
  }),
  route('GET', '/tasks/{task_gid}/time_tracking_entries', 'time_tracking_entries:read', call =>
    list(inside(call.world, 'time_tracking_entry', call.target('task'))),
  ),
  route('POST', '/tasks/{task_gid}/time_tracking_entries', undefined, call => {
    const task = call.target('task')
    const today = new Date(call.world.clock.now()).toISOString().slice(0, 10)
    const sent = call.body.data
    const given = {
      ...{ task: task.gid },
      ...(sent['entered_on'] === undefined ? { entered_on: today } : {}),
      ...(sent['attributable_to'] === undefined
        ? { attributable_to: projectsOf(call.world, task)[0]?.gid ?? null }
        : {}),
    }
    return created(createResource(call, timeTrackingEntry, given))
  }),
]

function entryPasses(call: ApiCall, entry: Resource): boolean {
  const user = call.query.get('user')
  const portfolio = call.filter('portfolio')
  const workspace = call.filter('workspace')
  const sheet = call.filter('timesheet_approval_status')
  const task = call.world.get('task', entry.homeGid)
  const items = portfolio === undefined ? undefined : gidsIn(portfolio, 'items')
  if (workspace !== undefined && !hasDate(call)) throw missingInput('entered_on_start_date')
  if (user !== null && call.findUser(user)?.gid !== entry.createdByGid) return false
  if (workspace !== undefined && task.workspaceGid !== workspace.gid) return false
  if (sheet !== undefined && !covers(sheet, entry)) return false
  if (items !== undefined && !projectsOf(call.world, task).some(({ gid }) => items.includes(gid)))
    return false
  return between(call, textIn(entry, 'entered_on'), 'entered_on_start_date', 'entered_on_end_date')
}

function hasDate({ query }: ApiCall): boolean {
  return query.has('entered_on_start_date') || query.has('entered_on_end_date')
}
