import type { Entity, Project, Task } from '../../state/entities.ts'
import { homeOf } from '../../state/home.ts'
import { isAmong } from '../../state/members.ts'
import { projectsOf } from '../../state/membership.ts'
import type { World } from '../../state/world.ts'

/** Whether the user may see the object at all. What they may not see is 403 by gid and absent from lists. */
export function canSee(world: World, userGid: string, entity: Entity): boolean {
  switch (entity.type) {
    case 'workspace':
      return entity.memberGids.includes(userGid)
    case 'user':
      return world.workspacesOf(userGid).some(workspace => workspace.memberGids.includes(entity.gid))
    case 'project':
      return canSeeProject(world, userGid, entity)
    case 'task':
      return canSeeTask(world, userGid, entity)
    case 'webhook':
      return entity.ownerGid === userGid
    case 'access_request':
      // Whoever asks for access does not have it yet.
      return entity.createdByGid === userGid || canSeeHome(world, userGid, entity)
    default:
      return canSeeHome(world, userGid, entity)
  }
}

function canSeeHome(world: World, userGid: string, entity: Entity): boolean {
  const home = homeOf(world, entity)
  return home !== undefined && canSee(world, userGid, home)
}

function canSeeProject(world: World, userGid: string, project: Project): boolean {
  if (!inWorkspace(world, userGid, project.workspaceGid)) return false
  if (project.privacySetting === 'public_to_workspace') return true
  if (project.ownerGid === userGid || isAmong(world, project.memberGids, userGid)) return true
  if (project.privacySetting === 'private') return false
  return world.find('team', project.teamGid)?.memberGids.includes(userGid) ?? false
}

/** A task in no project is between the people on it; a subtask is seen with its parent. */
function canSeeTask(world: World, userGid: string, task: Task): boolean {
  if (!inWorkspace(world, userGid, task.workspaceGid)) return false
  const people = [task.createdByGid, task.assigneeGid, ...task.followerGids]
  if (people.includes(userGid)) return true
  if (projectsOf(world, task).some(project => canSeeProject(world, userGid, project))) return true
  const parent = world.find('task', task.parentGid)
  return parent !== undefined && canSeeTask(world, userGid, parent)
}

function inWorkspace(world: World, userGid: string, workspaceGid: string): boolean {
  return world.get('workspace', workspaceGid).memberGids.includes(userGid)
}
