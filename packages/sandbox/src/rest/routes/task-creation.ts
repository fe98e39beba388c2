import type { Project, Section, Task } from '../../state/entities.ts'
import { placeTask } from '../../state/membership.ts'
import { deleteTask, newTask, setParent } from '../../state/tasks.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { type Input, missingInput } from '../input/input.ts'
import { applyTaskFields, writableTaskFields } from '../input/task-fields.ts'
import { optional } from './named.ts'
import { followersFrom } from './people.ts'

export const creatableTaskFields = [
  ...writableTaskFields,
  'workspace',
  'projects',
  'memberships',
  'parent',
  'tags',
  'followers',
] as const

/** Creates the task that `data` describes, or nothing at all. */
export function createTask(call: ApiCall, input: Input, parent: Task | undefined): Task {
  const { world, user } = call
  const places = placesFrom(call, input)
  const workspace = optional(input.gid('workspace'), gid => call.named('workspace', 'workspace', gid))
  const workspaceGid = workspace?.gid ?? parent?.workspaceGid ?? places[0]?.project.workspaceGid
  if (workspaceGid === undefined) {
    throw new ApiError(400, 'You should specify one of workspace, parent, projects')
  }
  const tagGids = (input.strings('tags') ?? []).map(
    (gid, index) => call.named('tag', `tags: [${index}]`, gid).gid,
  )
  const followerGids = followersFrom(call, input)
  const task = newTask(world, user, workspaceGid, '')
  // Which custom fields a task has depends on its projects.
  for (const { section } of places) placeTask(world, task, section)
  try {
    applyTaskFields(call, task, input)
  } catch (error) {
    // A refused create leaves nothing behind.
    deleteTask(world, task)
    throw error
  }
  task.tagGids = tagGids
  task.followerGids = [...new Set([...task.followerGids, ...followerGids])]
  if (parent !== undefined) setParent(world, task, parent)
  call.report(task, 'added', { parent: parent ?? places[0]?.project })
  return task
}

function placesFrom(call: ApiCall, input: Input): { project: Project; section: Section }[] {
  const { world } = call
  const projects = (input.strings('projects') ?? []).map((gid, index) => {
    const project = call.named('project', `projects: [${index}]`, gid)
    return { project, section: firstSection(call, project) }
  })
  const memberships = input.value('memberships')
  if (!Array.isArray(memberships)) return projects
  return [
    ...projects,
    ...memberships.map((membership: unknown, index) => {
      const { project: projectGid, section: sectionGid } = isRecord(membership) ? membership : {}
      if (typeof projectGid !== 'string') {
        throw new ApiError(400, `memberships: [${index}]: project: Missing required field`)
      }
      const project = call.named('project', `memberships: [${index}]: project`, projectGid)
      if (typeof sectionGid !== 'string') return { project, section: firstSection(call, project) }
      const section = world.find('section', sectionGid)
      if (section?.projectGid === project.gid) return { project, section }
      throw new ApiError(400, `memberships: [${index}]: section: Unknown object: ${sectionGid}`)
    }),
  ]
}

/** Where a task goes that names no section. */
export function firstSection(call: ApiCall, project: Project): Section {
  const gid = project.sectionGids[0]
  if (gid === undefined) throw missingInput('section')
  return call.world.get('section', gid)
}
