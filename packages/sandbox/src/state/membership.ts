import type { Project, Section, Task } from './entities.ts'
import type { World } from './world.ts'

// A task is in a project by being in one of its sections, and every project has at least one section. The
// sections a task is in are indexed, as a task list asks for them once per task.
const sectionsByTask = new WeakMap<World, Map<string, Set<string>>>()

function indexOf(world: World): Map<string, Set<string>> {
  let index = sectionsByTask.get(world)
  if (index === undefined) {
    index = new Map()
    sectionsByTask.set(world, index)
  }
  return index
}

interface Membership {
  readonly project: Project
  readonly section: Section
}

export function membershipsOf(world: World, task: Task): Membership[] {
  return [...(indexOf(world).get(task.gid) ?? [])].map(sectionGid => {
    const section = world.get('section', sectionGid)
    return { section, project: world.get('project', section.projectGid) }
  })
}

export function projectsOf(world: World, task: Task): Project[] {
  return membershipsOf(world, task).map(({ project }) => project)
}

/** Where in the section: at the end, or beside another task of it. */
export interface Place {
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** Puts the task into the section, out of any other section of the same project. */
export function placeTask(world: World, task: Task, section: Section, place: Place = {}): void {
  const project = world.get('project', section.projectGid)
  for (const membership of membershipsOf(world, task)) {
    if (membership.project === project) takeOut(world, task, membership.section)
  }
  section.taskGids = insertAt(section.taskGids, task.gid, place)
  const index = indexOf(world)
  index.set(task.gid, (index.get(task.gid) ?? new Set()).add(section.gid))
}

/** Puts tasks that are in no project yet at the end of the section, in time proportional to their number. */
export function placeTasksAtEnd(world: World, tasks: readonly Task[], section: Section): void {
  section.taskGids = section.taskGids.concat(tasks.map(({ gid }) => gid))
  const index = indexOf(world)
  for (const { gid } of tasks) index.set(gid, new Set([section.gid]))
}

export function removeFromProject(world: World, task: Task, project: Project): boolean {
  const membership = membershipsOf(world, task).find(one => one.project === project)
  if (membership === undefined) return false
  takeOut(world, task, membership.section)
  return true
}

function takeOut(world: World, task: Task, section: Section): void {
  section.taskGids = section.taskGids.filter(gid => gid !== task.gid)
  indexOf(world).get(task.gid)?.delete(section.gid)
}

/** The list with `gid` moved to, or inserted at, the place. */
export function insertAt(gids: readonly string[], gid: string, { before, after }: Place): string[] {
  const others = gids.filter(one => one !== gid)
  const neighbour = others.indexOf(before ?? after ?? '')
  if (neighbour < 0) return [...others, gid]
  const position = before === undefined ? neighbour + 1 : neighbour
  return [...others.slice(0, position), gid, ...others.slice(position)]
}

/** The tasks of sections one after the other, each read when it is asked for. */
export function taskSequence(
  world: World,
  sectionGids: readonly string[],
): { length: number; at(position: number): Task | undefined } {
  const parts = sectionGids.map(gid => world.get('section', gid).taskGids)
  return {
    length: parts.reduce((sum, part) => sum + part.length, 0),
    at: position => {
      let rest = position
      for (const part of parts) {
        if (rest < part.length) return world.find('task', part[rest])
        rest -= part.length
      }
      return undefined
    },
  }
}

/** In the order the project shows them. */
export function tasksOfProject(world: World, project: Project): Task[] {
  return project.sectionGids.flatMap(gid => tasksOfSection(world, world.get('section', gid)))
}

export function tasksOfSection(world: World, section: Section): Task[] {
  return section.taskGids.map(gid => world.get('task', gid))
}
