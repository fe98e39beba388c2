import type { Entity } from './entities.ts'
import type { World } from './world.ts'

/** The object that another belongs to; undefined for workspaces and users, which belong to nobody. */
export function homeOf(world: World, entity: Entity): Entity | undefined {
  switch (entity.type) {
    case 'workspace':
    case 'user':
      return undefined
    case 'team':
    case 'project':
    case 'task':
    case 'tag':
    case 'user_task_list':
      return world.find('workspace', entity.workspaceGid)
    case 'section':
      return world.find('project', entity.projectGid)
    case 'story':
      return world.findAny(entity.targetGid)
    case 'attachment':
      return world.findAny(entity.parentGid)
    case 'webhook':
      return world.findAny(entity.resourceGid)
    default:
      return world.findAny(entity.homeGid)
  }
}

/** The workspace that an object is in. */
export function workspaceOf(world: World, entity: Entity): string | undefined {
  if (entity.type === 'workspace') return entity.gid
  const home = homeOf(world, entity)
  return home === undefined ? undefined : workspaceOf(world, home)
}
