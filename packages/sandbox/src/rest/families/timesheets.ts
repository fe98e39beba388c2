import { gidIn, type Resource, textIn } from '../../state/resource.ts'
import type { Route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, createdAt, date, fixed, hidden, ref, required, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { between } from '../input/date-range.ts'

const statuses = ['submitted', 'draft', 'approved', 'rejected'] as const

export const timesheetApprovalStatus: Declaration = {
  type: 'timesheet_approval_status',
  home: 'workspace',
  readScope: 'timesheet_approval_statuses:read',
  compact: ['created_at', 'user', 'workspace', 'start_date', 'end_date', 'approval_status'],
  fields: {
    created_at: createdAt,
    user: fixed(required(ref('user'))),
    workspace: fixed(required(ref('workspace'))),
    start_date: fixed(required(date())),
    end_date: fixed(required(date())),
    approval_status: {
      // Written in small letters, answered in capitals (OpenAPI document).
      ...choice(statuses, 'DRAFT'),
      accept: (_call, input, name) => input.oneOf(name, statuses)?.toUpperCase(),
    },
    message: hidden(text()),
  },
}

export const timesheetRoutes: readonly Route[] = [
  ...standardRoutes(timesheetApprovalStatus, '/timesheet_approval_statuses', {
    get: 'timesheet_approval_statuses:read',
    create: 'timesheet_approval_statuses:write',
    update: 'timesheet_approval_statuses:write',
    list: {
      scope: 'timesheet_approval_statuses:read',
      required: ['workspace'],
      optional: ['user'],
      where: (call, sheet) => {
        const wanted = call.query.getAll('approval_statuses').flatMap(statuses => statuses.split(','))
        const status = textIn(sheet, 'approval_status').toLowerCase()
        return (
          between(call, textIn(sheet, 'start_date'), 'from_date', 'to_date') &&
          (wanted.length === 0 || wanted.some(one => one.toLowerCase() === status))
        )
      },
    },
  }),
]

/** A timesheet holds what its person entered in its days. */
export function covers(sheet: Resource, entry: Resource): boolean {
  const day = textIn(entry, 'entered_on')
  return (
    gidIn(sheet, 'user') === entry.createdByGid &&
    day >= textIn(sheet, 'start_date') &&
    day <= textIn(sheet, 'end_date')
  )
}
