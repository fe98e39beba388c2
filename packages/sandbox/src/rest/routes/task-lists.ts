import type { Task } from '../../state/entities.ts'
import { taskSequence } from '../../state/membership.ts'
import { list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { filtered, type Sequence } from '../core/sequence.ts'
import { canSee } from '../core/visibility.ts'
import { momentOf } from '../input/moment.ts'
import { userTaskListOf } from './user-task-lists.ts'

const oneFilterMessage =
  'Must specify exactly one of project, tag, section, user task list, or assignee + workspace'

export const taskListRoutes: readonly Route[] = [
  route('GET', '/tasks', 'tasks:read', call => answer(call, filteredTasks(call))),
  route('GET', '/projects/{project_gid}/tasks', 'tasks:read', call =>
    answer(call, taskSequence(call.world, call.target('project').sectionGids)),
  ),
  route('GET', '/sections/{section_gid}/tasks', 'tasks:read', call =>
    answer(call, taskSequence(call.world, [call.target('section').gid])),
  ),
  route('GET', '/tags/{tag_gid}/tasks', 'tasks:read', call => {
    const tag = call.target('tag')
    return answer(
      call,
      call.world.all('task').filter(task => task.tagGids.includes(tag.gid)),
    )
  }),
  route('GET', '/user_task_lists/{user_task_list_gid}/tasks', 'tasks:read', call => {
    const { ownerGid, workspaceGid } = call.target('user_task_list')
    return answer(call, assignedTasks(call, ownerGid, workspaceGid))
  }),
  route('GET', '/tasks/{task_gid}/subtasks', 'tasks:read', call =>
    list(call.target('task').subtaskGids.map(gid => call.world.get('task', gid))),
  ),
]

function filteredTasks(call: ApiCall): Sequence<Task> {
  const given = (name: string) => (call.query.get(name) ?? '') !== ''
  const ways = ['project', 'tag', 'section', 'user_task_list', 'assignee'].filter(given)
  if (ways.length !== 1) throw new ApiError(400, oneFilterMessage)
  const project = call.filter('project')
  if (project !== undefined) return taskSequence(call.world, project.sectionGids)
  const section = call.filter('section')
  if (section !== undefined) return taskSequence(call.world, [section.gid])
  const tag = call.filter('tag')
  if (tag !== undefined) return call.world.all('task').filter(task => task.tagGids.includes(tag.gid))
  const own = call.filter('user_task_list')
  if (own !== undefined) return assignedTasks(call, own.ownerGid, own.workspaceGid)
  if (!given('workspace')) throw new ApiError(400, oneFilterMessage)
  const workspace = call.requiredFilter('workspace')
  const identifier = call.query.get('assignee') ?? ''
  const assignee = call.findUser(identifier)
  if (assignee === undefined) throw new ApiError(400, `assignee: Not a recognized ID: ${identifier}`)
  return assignedTasks(call, userTaskListOf(call, assignee, workspace).ownerGid, workspace.gid)
}

function assignedTasks(call: ApiCall, userGid: string, workspaceGid: string): Task[] {
  return call.world
    .all('task')
    .filter(task => task.assigneeGid === userGid && task.workspaceGid === workspaceGid)
}

/** `completed_since`: open tasks, and those completed since; `now` means open ones only. */
function answer(call: ApiCall, tasks: Sequence<Task>) {
  const completedSince = momentOf(call, 'completed_since')
  const modifiedSince = momentOf(call, 'modified_since')
  return list(
    filtered(tasks, task => {
      if (!canSee(call.world, call.user.gid, task)) return false
      if (completedSince !== undefined && task.completed && (task.completedAtMs ?? 0) < completedSince)
        return false
      return modifiedSince === undefined || task.modifiedAtMs > modifiedSince
    }),
  )
}
