import type { Entity, Project, Task } from '../../state/entities.ts'
import { projectsOf } from '../../state/membership.ts'
import type { World } from '../../state/world.ts'

/** Whether the user may see the object at all. What they may not see is 403 by gid and absent from lists. */
export function canSee(world: World, userGid: string, entity: Entity): boolean {
  switch (entity.type) {
    case 'workspace':
      return entity.memberGids.includes(userGid)
    case 'user':
      return world.workspacesOf(userGid).some(workspace => workspace.memberGids.includes(entity.gid))
    case 'team':
    case 'tag':
      return inWorkspace(world, userGid, entity.workspaceGid)
    case 'project':
      return canSeeProject(world, userGid, entity)
    case 'section':
      return canSeeProject(world, userGid, world.get('project', entity.projectGid))
    case 'task':
      return canSeeTask(world, userGid, entity)
    case 'story':
      return canSeeTask(world, userGid, world.get('task', entity.taskGid))
    case 'attachment': {
      const parent = world.findAny(entity.parentGid)
      return parent !== undefined && canSee(world, userGid, parent)
    }
    case 'user_task_list':
      return inWorkspace(world, userGid, entity.workspaceGid)
    case 'webhook':
      return entity.ownerGid === userGid
  }
}

function canSeeProject(world: World, userGid: string, project: Project): boolean {
  if (!inWorkspace(world, userGid, project.workspaceGid)) return false
  if (project.privacySetting === 'public_to_workspace') return true
  if (project.ownerGid === userGid || project.memberGids.includes(userGid)) return true
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
