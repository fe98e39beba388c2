import type { Task } from '../../state/entities.ts'
import { empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'
import { requiredPeopleFrom } from './people.ts'

/** What a task is tied to: tags, people, and the tasks it waits for. */
export const taskRelationRoutes: readonly Route[] = [
  route('GET', '/tasks/{task_gid}/tags', 'tags:read', call =>
    list(call.target('task').tagGids.map(gid => call.world.get('tag', gid))),
  ),
  route('POST', '/tasks/{task_gid}/addTag', 'tasks:write', call => {
    const task = call.target('task')
    const tag = call.named('tag', 'tag', call.input('tag').requiredGid('tag'))
    task.tagGids = [...new Set([...task.tagGids, tag.gid])]
    return changed(call, task, 'tags')
  }),
  route('POST', '/tasks/{task_gid}/removeTag', 'tasks:write', call => {
    const task = call.target('task')
    const tag = call.named('tag', 'tag', call.input('tag').requiredGid('tag'))
    task.tagGids = task.tagGids.filter(gid => gid !== tag.gid)
    return changed(call, task, 'tags')
  }),
  route('POST', '/tasks/{task_gid}/addFollowers', 'tasks:write', call => {
    const task = call.target('task')
    const added = requiredPeopleFrom(call, call.input('followers'), 'followers')
    task.followerGids = [...new Set([...task.followerGids, ...added])]
    changed(call, task, 'followers')
    return one(task)
  }),
  route('POST', '/tasks/{task_gid}/removeFollowers', 'tasks:write', call => {
    const task = call.target('task')
    const removed = requiredPeopleFrom(call, call.input('followers'), 'followers')
    task.followerGids = task.followerGids.filter(gid => !removed.includes(gid))
    changed(call, task, 'followers')
    return one(task)
  }),
  route('GET', '/tasks/{task_gid}/dependencies', 'tasks:read', call =>
    list(call.visible(call.target('task').dependencyGids.map(gid => call.world.get('task', gid)))),
  ),
  route('GET', '/tasks/{task_gid}/dependents', 'tasks:read', call => {
    const task = call.target('task')
    return list(call.visible(call.world.all('task').filter(other => other.dependencyGids.includes(task.gid))))
  }),
  route('POST', '/tasks/{task_gid}/addDependencies', 'tasks:write', call => {
    const task = call.target('task')
    for (const dependency of tasksFrom(call, 'dependencies')) addDependency(call, task, dependency)
    return changed(call, task, 'dependencies')
  }),
  route('POST', '/tasks/{task_gid}/removeDependencies', 'tasks:write', call => {
    const task = call.target('task')
    for (const dependency of tasksFrom(call, 'dependencies')) removeDependency(task, dependency)
    return changed(call, task, 'dependencies')
  }),
  route('POST', '/tasks/{task_gid}/addDependents', 'tasks:write', call => {
    const task = call.target('task')
    for (const dependent of tasksFrom(call, 'dependents')) addDependency(call, dependent, task)
    return changed(call, task, 'dependents')
  }),
  route('POST', '/tasks/{task_gid}/removeDependents', 'tasks:write', call => {
    const task = call.target('task')
    for (const dependent of tasksFrom(call, 'dependents')) removeDependency(dependent, task)
    return changed(call, task, 'dependents')
  }),
]

function changed(call: ApiCall, task: Task, field: string) {
  task.modifiedAtMs = call.world.clock.now()
  call.report(task, 'changed', { field })
  return empty()
}

function tasksFrom(call: ApiCall, name: 'dependencies' | 'dependents'): Task[] {
  const gids = call.input(name).strings(name)
  if (gids === undefined) throw missingInput(name)
  return gids.map((gid, index) => call.named('task', `${name}: [${index}]`, gid))
}

function addDependency(call: ApiCall, task: Task, dependency: Task): void {
  if (waitsFor(call, dependency, task)) {
    throw new ApiError(400, `dependencies: A task cannot depend on itself: ${task.gid}`)
  }
  task.dependencyGids = [...new Set([...task.dependencyGids, dependency.gid])]
}

function removeDependency(task: Task, dependency: Task): void {
  task.dependencyGids = task.dependencyGids.filter(gid => gid !== dependency.gid)
}

/** Whether `task` is `other`, or waits for it directly or through others. */
function waitsFor(call: ApiCall, task: Task, other: Task): boolean {
  return task === other || task.dependencyGids.some(gid => waitsFor(call, call.world.get('task', gid), other))
}
