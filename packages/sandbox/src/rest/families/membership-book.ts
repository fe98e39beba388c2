import type { Entity } from '../../state/entities.ts'
import { type Club, isClub, membersOf } from '../../state/members.ts'
import { gidIn, inside, type Resource, textIn } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { ApiCall } from '../core/api-call.ts'
import type { Declaration } from '../declare/declaration.ts'
import { addResource } from '../declare/writing.ts'

/**
 * The memberships of an object, one for each of its members. They are written down when they are asked for, so that
 * no way of adding or removing a member can forget them.
 */
export function membershipsIn(world: World, declaration: Declaration, club: Club): Resource[] {
  const members = membersOf(club)
  const known = new Map(inside(world, declaration.type, club).map(one => [textIn(one, 'member'), one]))
  for (const [member, membership] of known) if (!members.includes(member)) world.remove(membership)
  return members.map(
    member =>
      known.get(member) ??
      addResource(world, declaration, member, { parent: club.gid, member, access_level: null }),
  )
}

/** The membership of one who is a member. */
export function membershipOf(world: World, declaration: Declaration, club: Club, member: string): Resource {
  const found = membershipsIn(world, declaration, club).find(one => gidIn(one, 'member') === member)
  if (found === undefined) throw new Error(`The sandbox lost the membership of ${member} in ${club.gid}`)
  return found
}

/** The membership that the path names; 404 once the member has left. */
export function membershipTarget(call: ApiCall, declaration: Declaration): Resource {
  const parent = call.world.findAny(call.target(declaration.type).homeGid)
  if (isClub(parent)) membershipsIn(call.world, declaration, parent)
  return call.target(declaration.type)
}

/** What the member may do; who owns the object may do all. */
export function accessLevel(world: World, parentGid: string, memberGid: string): string {
  const parent = world.findAny(parentGid)
  const membership = world
    .all('membership')
    .find(one => one.homeGid === parentGid && gidIn(one, 'member') === memberGid)
  const given = membership === undefined ? undefined : gidIn(membership, 'access_level')
  return given ?? (ownerOf(parent) === memberGid ? 'admin' : 'editor')
}

function ownerOf(parent: Entity | undefined): string | null | undefined {
  if (parent?.type === 'project') return parent.ownerGid
  return parent !== undefined && 'values' in parent
    ? (gidIn(parent, 'owner') ?? parent.createdByGid)
    : undefined
}
