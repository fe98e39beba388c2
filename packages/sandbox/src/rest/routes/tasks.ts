import { deleteTask } from '../../state/tasks.ts'
import { created, empty, one } from '../core/answer.ts'
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
