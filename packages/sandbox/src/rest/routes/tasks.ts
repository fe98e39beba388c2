import { numberTasks } from '../../state/custom-values.ts'
import type { Task } from '../../state/entities.ts'
import { gidIn } from '../../state/resource.ts'
import { deleteTask } from '../../state/tasks.ts'
import { created, empty, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { applyTaskFields, writableTaskFields } from '../input/task-fields.ts'
import { optional } from './named.ts'
import { creatableTaskFields, createTask } from './task-creation.ts'

export const taskRoutes: readonly Route[] = [
  route('POST', '/tasks', 'tasks:write', call => {
    const input = call.input(...creatableTaskFields)
    const parent = optional(input.gid('parent'), gid => call.named('task', 'parent', gid))
    return created(createTask(call, input, parent))
  }),
  route('POST', '/tasks/{task_gid}/subtasks', 'tasks:write', call => {
    const parent = call.target('task')
    return created(createTask(call, call.input(...creatableTaskFields), parent))
  }),
  route('GET', '/tasks/{task_gid}', 'tasks:read', call => one(call.target('task'))),
  route('GET', '/workspaces/{workspace_gid}/tasks/custom_id/{custom_id}', 'tasks:read', call =>
    one(taskNumbered(call, call.target('workspace').gid, call.param('custom_id'))),
  ),
  route('PUT', '/tasks/{task_gid}', 'tasks:write', call => {
    const task = call.target('task')
    for (const field of applyTaskFields(call, task, call.input(...writableTaskFields))) {
      call.report(task, 'changed', { field })
    }
    return one(task)
  }),
  route('DELETE', '/tasks/{task_gid}', 'tasks:delete', call => {
    const task = call.target('task')
    call.report(task, 'deleted')
    deleteTask(call.world, task)
    return empty()
  }),
]

/** The task that a custom field numbers like this: `BUG-12`. */
function taskNumbered(call: ApiCall, workspaceGid: string, customId: string): Task {
  const [, prefix, number] = /^(.+)-(\d+)$/.exec(customId) ?? []
  const fields = call.world.all('custom_field').filter(field => field.homeGid === workspaceGid)
  const field = fields.find(one => gidIn(one, 'id_prefix') === prefix)
  if (field !== undefined) numberTasks(call.world, field)
  const found = call.world
    .all('task')
    .find(task => field !== undefined && task.customValues[field.gid] === Number(number))
  if (found === undefined) throw new ApiError(404, `task: Not a recognized ID: ${customId}`)
  call.requireSight(found)
  return found
}
