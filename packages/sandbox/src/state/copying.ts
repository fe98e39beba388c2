import type { Attachment, Project, Task, User } from './entities.ts'
import { membershipsOf, placeTask, tasksOfSection } from './membership.ts'
import { addProject } from './projects.ts'
import { newTask, setParent } from './tasks.ts'
import type { World } from './world.ts'

/** What a copy takes along, beside the name. */
export const taskParts = [
  'assignee',
  'attachments',
  'dates',
  'dependencies',
  'followers',
  'notes',
  'parent',
  'projects',
  'subtasks',
  'tags',
] as const

type TaskPart = (typeof taskParts)[number]

export function copyTask(
  world: World,
  task: Task,
  author: User,
  name: string,
  parts: ReadonlySet<TaskPart>,
): Task {
  const copy = newTask(world, author, task.workspaceGid, name)
  const taken: Partial<Task> = {
    ...{ resourceSubtype: task.resourceSubtype, customValues: task.customValues },
    ...(parts.has('notes') && { notes: task.notes }),
    ...(parts.has('assignee') && { assigneeGid: task.assigneeGid }),
    ...(parts.has('dates') && {
      ...{ dueOn: task.dueOn, dueAt: task.dueAt, startOn: task.startOn, startAt: task.startAt },
    }),
    ...(parts.has('followers') && { followerGids: [...new Set([...task.followerGids, author.gid])] }),
    ...(parts.has('tags') && { tagGids: [...task.tagGids] }),
    ...(parts.has('dependencies') && { dependencyGids: [...task.dependencyGids] }),
  }
  Object.assign(copy, taken)
  if (parts.has('projects')) {
    for (const { section } of membershipsOf(world, task)) placeTask(world, copy, section, { after: task.gid })
  }
  if (parts.has('parent')) setParent(world, copy, world.find('task', task.parentGid))
  if (parts.has('attachments')) copyAttachments(world, task, copy)
  if (parts.has('subtasks')) {
    const below = new Set([...parts].filter(part => part !== 'parent' && part !== 'projects'))
    for (const gid of task.subtaskGids) {
      const subtask = world.get('task', gid)
      setParent(world, copyTask(world, subtask, author, subtask.name, below), copy)
    }
  }
  return copy
}

function copyAttachments(world: World, task: Task, copy: Task): void {
  for (const attachment of world.all('attachment')) {
    if (attachment.parentGid === task.gid) world.add<Attachment>({ ...attachment, parentGid: copy.gid })
  }
}

/** The project with its sections and their tasks; of the tasks, the parts that are named. */
export function copyProject(
  world: World,
  project: Project,
  author: User,
  changes: Partial<Project> & { name: string },
  parts: ReadonlySet<TaskPart>,
): Project {
  const sections = project.sectionGids.map(gid => world.get('section', gid))
  const copy = addProject(
    world,
    { ...project, memberGids: [author.gid], followerGids: [author.gid], ownerGid: author.gid, ...changes },
    sections.map(section => section.name),
  )
  for (const [index, section] of sections.entries()) {
    const target = world.get('section', copy.sectionGids[index] ?? '')
    for (const task of tasksOfSection(world, section)) {
      placeTask(world, copyTask(world, task, author, task.name, parts), target)
    }
  }
  return copy
}
