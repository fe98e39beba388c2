import { copyProject, copyTask, taskParts } from '../../state/copying.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { includedIn } from '../input/included.ts'
import { startJob } from './jobs.ts'

const projectParts = [
  ...['allocations', 'forms', 'members', 'notes', 'permissions', 'task_templates', 'task_type_default'],
  ...taskParts.map(part => `task_${part}`),
]

export const duplicateRoutes: readonly Route[] = [
  route('POST', '/tasks/{task_gid}/duplicate', 'tasks:write', call => {
    const task = call.target('task')
    const input = call.input('name', 'include')
    const parts = new Set(includedIn(input, taskParts))
    const copy = copyTask(call.world, task, call.user, input.string('name') ?? task.name, parts)
    call.report(copy, 'added')
    return startJob(call, 'duplicate_task', task.workspaceGid, { new_task: copy.gid })
  }),
  route('POST', '/projects/{project_gid}/duplicate', 'projects:write', duplicateProject),
]

function duplicateProject(call: ApiCall) {
  const project = call.target('project')
  const input = call.input('name', 'team', 'include', 'schedule_dates')
  const name = input.requiredString('name')
  const include = includedIn(input, projectParts)
  const ofTasks = taskParts.filter(part => include.includes(`task_${part}`))
  const copy = copyProject(
    call.world,
    project,
    call.user,
    {
      name,
      notes: include.includes('notes') ? project.notes : '',
      memberGids: include.includes('members')
        ? [...new Set([...project.memberGids, call.user.gid])]
        : [call.user.gid],
    },
    new Set(ofTasks),
  )
  call.report(copy, 'added')
  return startJob(call, 'duplicate_project', project.workspaceGid, { new_project: copy.gid })
}
