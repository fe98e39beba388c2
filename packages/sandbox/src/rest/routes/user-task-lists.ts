import type { User, UserTaskList, Workspace } from '../../state/entities.ts'
import { one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { namedUser } from './users.ts'

export const userTaskListRoutes: readonly Route[] = [
  route('GET', '/user_task_lists/{user_task_list_gid}', 'tasks:read', call =>
    one(call.target('user_task_list')),
  ),
  route('GET', '/users/{user_gid}/user_task_list', 'tasks:read', call =>
    one(userTaskListOf(call, namedUser(call), call.requiredFilter('workspace'))),
  ),
]

/** "My tasks" of a member of the workspace. */
export function userTaskListOf(call: ApiCall, user: User, workspace: Workspace): UserTaskList {
  const found = call.world
    .all('user_task_list')
    .find(one => one.ownerGid === user.gid && one.workspaceGid === workspace.gid)
  if (found === undefined) throw new ApiError(400, `workspace: Unknown object: ${workspace.gid}`)
  return found
}
