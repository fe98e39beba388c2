import { placeTasksAtEnd } from './membership.ts'
import { newTask } from './tasks.ts'
import type { World } from './world.ts'

/** Many tasks at once: `Task 1`, `Task 2`, and so on. */
export function addTasks(world: World, projectGid: string, count: number): string[] {
  const project = world.find('project', projectGid)
  if (project === undefined) throw new TypeError(`The sandbox has no project ${projectGid}`)
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`Not a number of tasks: ${count}`)
  const author = world.get('user', project.ownerGid ?? project.memberGids[0] ?? '')
  const section = world.get('section', project.sectionGids[0] ?? '')
  const tasks = Array.from({ length: count }, (_, index) =>
    newTask(world, author, project.workspaceGid, `Task ${index + 1}`),
  )
  placeTasksAtEnd(world, tasks, section)
  return tasks.map(({ gid }) => gid)
}
