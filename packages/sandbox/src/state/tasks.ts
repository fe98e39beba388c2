import type { Entity, Story, Task, User } from './entities.ts'
import { projectsOf, removeFromProject } from './membership.ts'
import type { World } from './world.ts'

export function newTask(world: World, author: User, workspaceGid: string, name: string): Task {
  return world.add<Task>({
    type: 'task',
    name,
    notes: '',
    resourceSubtype: 'default_task',
    approvalStatus: null,
    completed: false,
    completedAtMs: null,
    completedByGid: null,
    createdByGid: author.gid,
    assigneeGid: null,
    assigneeStatus: 'upcoming',
    dueOn: null,
    dueAt: null,
    startOn: null,
    startAt: null,
    external: null,
    liked: [],
    parentGid: null,
    workspaceGid,
    followerGids: [author.gid],
    tagGids: [],
    dependencyGids: [],
    subtaskGids: [],
    assignedByGid: null,
    assigneeSectionGid: null,
    customTypeGid: null,
    customStatusGid: null,
    customValues: {},
    modifiedAtMs: world.clock.now(),
  })
}

export function setCompleted(world: World, task: Task, completed: boolean, userGid: string): void {
  if (task.completed === completed) return
  task.completed = completed
  task.completedAtMs = completed ? world.clock.now() : null
  task.completedByGid = completed ? userGid : null
}

/** Moves the task under `parent`, or out of any. */
export function setParent(world: World, task: Task, parent: Task | undefined): void {
  const before = world.find('task', task.parentGid)
  if (before !== undefined) before.subtaskGids = before.subtaskGids.filter(gid => gid !== task.gid)
  task.parentGid = parent?.gid ?? null
  parent?.subtaskGids.push(task.gid)
}

/** Whether `task` is `other` or one of the tasks under it. */
export function isWithin(world: World, task: Task, other: Task): boolean {
  if (task === other) return true
  const parent = world.find('task', task.parentGid)
  return parent !== undefined && isWithin(world, parent, other)
}

/** Deletes the task with everything that hangs on it, and every reference to it. */
export function deleteTask(world: World, task: Task): void {
  for (const gid of [...task.subtaskGids]) deleteTask(world, world.get('task', gid))
  for (const project of projectsOf(world, task)) removeFromProject(world, task, project)
  setParent(world, task, undefined)
  for (const other of world.all('task')) {
    other.dependencyGids = other.dependencyGids.filter(gid => gid !== task.gid)
  }
  for (const story of storiesOf(world, task)) world.remove(story)
  for (const attachment of world.all('attachment')) {
    if (attachment.parentGid === task.gid) world.remove(attachment)
  }
  world.remove(task)
}

export function storiesOf(world: World, target: Entity): Story[] {
  return world.all('story').filter(story => story.targetGid === target.gid)
}

export function addStory(
  world: World,
  target: Entity,
  author: User,
  story: Pick<Story, 'kind' | 'resourceSubtype' | 'text'>,
): Story {
  return world.add<Story>({
    ...story,
    type: 'story',
    createdByGid: author.gid,
    targetGid: target.gid,
    isPinned: false,
    isEdited: false,
    sticker: undefined,
  })
}
