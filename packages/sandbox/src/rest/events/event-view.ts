import type { Change } from '../../state/journal.ts'
import type { World } from '../../state/world.ts'
import { type FieldValue, linkTo } from '../render/link.ts'
import { isoTime } from '../render/representation.ts'

/** A change as /events shows it (EventResponse of Asana's document). */
export function eventView(world: World, change: Change): FieldValue {
  const { resource, parent, field } = change
  return {
    user: linkTo(world.find('user', change.userGid)),
    created_at: isoTime(change.atMs),
    type: resource.type,
    action: change.action,
    resource: linkTo(resource),
    parent: linkTo(parent),
    ...(field === undefined ? {} : { change: { field, action: 'changed' } }),
  }
}

/** A change as a webhook delivers it: objects by gid and type only. */
export function compactEvent(change: Change): Record<string, unknown> {
  const { resource, parent, field } = change
  return {
    user: { gid: change.userGid, resource_type: 'user' },
    created_at: isoTime(change.atMs),
    action: change.action,
    resource: identity(resource),
    parent: parent === undefined ? null : identity(parent),
    ...(field === undefined ? {} : { change: { field, action: 'changed' } }),
  }
}

function identity(entity: Change['resource']): Record<string, string> {
  const subtype = 'resourceSubtype' in entity ? { resource_subtype: entity.resourceSubtype } : {}
  return { gid: entity.gid, resource_type: entity.type, ...subtype }
}
