import { placeTask, removeFromProject } from '../../state/membership.ts'
import { isWithin, setParent } from '../../state/tasks.ts'
import { empty, one } from '../core/answer.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'
import { placeFrom } from '../input/place.ts'
import { optional } from './named.ts'
import { firstSection } from './task-creation.ts'

/** Where a task is: its parent and its projects. */
export const taskPlaceRoutes: readonly Route[] = [
  route('POST', '/tasks/{task_gid}/setParent', 'tasks:write', call => {
    const task = call.target('task')
    const input = call.input('parent', 'insert_before', 'insert_after')
    if (!input.has('parent')) throw missingInput('parent')
    const parent = optional(input.gid('parent'), gid => call.named('task', 'parent', gid))
    if (parent !== undefined && isWithin(call.world, parent, task)) {
      throw new ApiError(400, 'parent: Cannot make a task a subtask of itself')
    }
    setParent(call.world, task, parent)
    task.modifiedAtMs = call.world.clock.now()
    call.report(task, 'changed', { field: 'parent' })
    return one(task)
  }),
  route('POST', '/tasks/{task_gid}/addProject', 'tasks:write', call => {
    const task = call.target('task')
    const input = call.input('project', 'section', 'insert_before', 'insert_after')
    const project = call.named('project', 'project', input.requiredGid('project'))
    const section = optional(input.gid('section'), gid => call.named('section', 'section', gid))
    if (section !== undefined && section.projectGid !== project.gid) {
      throw new ApiError(400, `section: Unknown object: ${section.gid}`)
    }
    placeTask(call.world, task, section ?? firstSection(call, project), placeFrom(input))
    task.modifiedAtMs = call.world.clock.now()
    call.report(task, 'added', { parent: project })
    return empty()
  }),
  route('POST', '/tasks/{task_gid}/removeProject', 'tasks:write', call => {
    const task = call.target('task')
    const project = call.named('project', 'project', call.input('project').requiredGid('project'))
    if (!removeFromProject(call.world, task, project)) {
      throw new ApiError(400, `project: Unknown object: ${project.gid}`)
    }
    task.modifiedAtMs = call.world.clock.now()
    call.report(task, 'removed', { parent: project })
    return empty()
  }),
]
