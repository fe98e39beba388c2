import type { Task } from '../../state/entities.ts'
import { setCompleted } from '../../state/tasks.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { plainText } from '../render/html-text.ts'
import { customValuesFrom } from './custom-values.ts'
import { defined } from './defined.ts'
import type { Input } from './input.ts'

/** Fields that both a create and an update may write. */
export const writableTaskFields = [
  'name',
  'notes',
  'html_notes',
  'resource_subtype',
  'approval_status',
  'assignee',
  'assignee_status',
  'completed',
  'due_on',
  'due_at',
  'start_on',
  'start_at',
  'external',
  'liked',
  'custom_fields',
  'custom_type',
  'custom_type_status_option',
  'assignee_section',
] as const

const subtypes = ['default_task', 'milestone', 'approval', 'custom'] as const
const approvalStatuses = ['pending', 'approved', 'rejected', 'changes_requested'] as const
const assigneeStatuses = ['today', 'upcoming', 'later', 'new', 'inbox'] as const

/**
 * Writes the fields that were sent into the task, and tells which those were. A field that is refused throws
 * before any other is written, as `changes` is applied last.
 */
export function applyTaskFields(call: ApiCall, task: Task, input: Input): string[] {
  const { world, user } = call
  if (typeof input.value('due_on') === 'string' && typeof input.value('due_at') === 'string') {
    throw new ApiError(400, 'You may only provide one of due_on or due_at!')
  }
  const html = input.string('html_notes')
  const due = datesFrom(input, 'due')
  const start = datesFrom(input, 'start')
  const changes = defined<Partial<Task>>({
    name: input.string('name'),
    notes: html === undefined ? input.string('notes') : plainText(html),
    resourceSubtype: input.oneOf('resource_subtype', subtypes),
    approvalStatus: input.oneOf('approval_status', approvalStatuses),
    assigneeGid: assigneeFrom(call, task, input),
    assigneeSectionGid: assigneeSectionFrom(call, input),
    assigneeStatus: input.oneOf('assignee_status', assigneeStatuses),
    dueOn: due.on,
    dueAt: due.at,
    startOn: start.on,
    startAt: start.at,
    external: externalFrom(input),
    customValues: customValuesFrom(call, input, task),
    ...customTypeFrom(call, input, task),
  })
  const completed = input.boolean('completed')
  const liked = input.boolean('liked')
  Object.assign(task, changes)
  if (completed !== undefined) setCompleted(world, task, completed, user.gid)
  if (liked !== undefined) {
    task.liked = [...task.liked.filter(gid => gid !== user.gid), ...(liked ? [user.gid] : [])]
  }
  if (changes.assigneeGid !== undefined) task.assignedByGid = changes.assigneeGid === null ? null : user.gid
  if (typeof changes.assigneeGid === 'string' && !task.followerGids.includes(changes.assigneeGid)) {
    task.followerGids.push(changes.assigneeGid)
  }
  task.modifiedAtMs = world.clock.now()
  return writableTaskFields.filter(name => input.has(name))
}

function assigneeFrom(call: ApiCall, task: Task, input: Input): string | null | undefined {
  const identifier = input.gid('assignee')
  if (identifier === undefined || identifier === null) return identifier
  const user = call.findUser(identifier)
  const workspace = call.world.get('workspace', task.workspaceGid)
  if (user !== undefined && workspace.memberGids.includes(user.gid)) return user.gid
  const place = workspace.isOrganization ? `Organization: ${identifier}` : `Workspace: ${workspace.gid}`
  throw new ApiError(400, `assignee: Not a user in ${place}`)
}

/** "My tasks" has no sections here: any section that can be seen will do. */
function assigneeSectionFrom(call: ApiCall, input: Input): string | null | undefined {
  const gid = input.gid('assignee_section')
  return typeof gid === 'string' ? call.named('section', 'assignee_section', gid).gid : gid
}

function externalFrom(input: Input): Task['external'] | undefined {
  const value = input.value('external')
  if (value === undefined || value === null) return value
  if (!isRecord(value)) throw new ApiError(400, `external: Value is not a JSON object: ${String(value)}`)
  const { gid, data } = value
  return { ...(typeof gid === 'string' ? { gid } : {}), ...(typeof data === 'string' ? { data } : {}) }
}

/** The custom type must be one of a project of the task, and the status one of that type. */
function customTypeFrom(call: ApiCall, input: Input, task: Task) {
  const typeGid = input.gid('custom_type')
  const statusGid = input.gid('custom_type_status_option')
  const type = typeof typeGid === 'string' ? call.named('custom_type', 'custom_type', typeGid) : undefined
  if (typeof statusGid === 'string') {
    const option = call.named('custom_type_status_option', 'custom_type_status_option', statusGid)
    if (option.homeGid !== (type?.gid ?? task.customTypeGid)) {
      throw new ApiError(400, `custom_type_status_option: Unknown object: ${statusGid}`)
    }
  }
  return { customTypeGid: typeGid, customStatusGid: typeGid === null ? null : statusGid }
}

/** A moment brings its day along; a day, or none, clears the moment. */
function datesFrom(input: Input, which: 'due' | 'start'): { on?: string | null; at?: string | null } {
  const at = input.dateTime(`${which}_at`)
  const on = input.date(`${which}_on`)
  if (typeof at === 'string') return { on: at.slice(0, 10), at }
  if (on !== undefined) return { on, at: null }
  return at === null ? { at } : {}
}
