import type { Entity, Project, Team, Workspace } from './entities.ts'
import { change, gidsIn, type Resource } from './resource.ts'
import type { World } from './world.ts'

/** What has members: the list of them is kept on the object itself, and every membership follows from it. */
export type Club = Workspace | Team | Project | Resource

export function membersOf(club: Club): string[] {
  return 'memberGids' in club ? club.memberGids : gidsIn(club, 'members')
}

export function setMembers(world: World, club: Club, gids: readonly string[]): void {
  if ('memberGids' in club) club.memberGids = [...gids]
  else change(world, club, { members: gids })
}

/** Whether the person is one of these, or on a team that is. */
export function isAmong(world: World, gids: readonly string[], userGid: string): boolean {
  return gids.includes(userGid) || gids.some(gid => world.find('team', gid)?.memberGids.includes(userGid))
}

export function isClub(entity: Entity | undefined): entity is Club {
  return (
    entity !== undefined && ('memberGids' in entity || ('values' in entity && 'members' in entity.values))
  )
}
