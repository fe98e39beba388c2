import type { Change } from '../../state/journal.ts'
import { nameOf } from '../../state/name-of.ts'
import { valuePage } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { FieldValue } from '../render/link.ts'
import { isoTime } from '../render/representation.ts'

const verbs = { added: 'created', changed: 'updated', removed: 'removed', deleted: 'deleted' } as const

/** What happened in a workspace, as its administrators are told. Oldest first. */
export const auditLogRoutes: readonly Route[] = [
  route('GET', '/workspaces/{workspace_gid}/audit_log_events', undefined, call => {
    const workspace = call.target('workspace')
    const changes = call.realm.journal.all.filter(change => change.workspaceGid === workspace.gid)
    return valuePage(changes.filter(change => matches(call, change)).map(change => eventView(call, change)))
  }),
]

function matches(call: ApiCall, change: Change): boolean {
  const wanted = (name: string, actual: string) => (call.query.get(name) ?? actual) === actual
  const from = Date.parse(call.query.get('start_at') ?? '')
  const to = Date.parse(call.query.get('end_at') ?? '')
  return (
    wanted('event_type', eventType(change)) &&
    wanted('actor_type', 'user') &&
    wanted('actor_gid', change.userGid) &&
    wanted('resource_gid', change.resource.gid) &&
    !(change.atMs < from) &&
    !(change.atMs >= to)
  )
}

function eventType({ resource, action }: Change): string {
  return `${resource.type}_${verbs[action]}`
}

function eventView(call: ApiCall, change: Change): FieldValue {
  const { resource, field } = change
  const actor = call.world.find('user', change.userGid)
  return {
    gid: String(change.position),
    created_at: isoTime(change.atMs),
    event_type: eventType(change),
    event_category: change.action === 'deleted' ? 'deletion' : 'content_change',
    actor: {
      actor_type: 'user',
      gid: change.userGid,
      ...(actor === undefined ? {} : { name: actor.name, email: actor.email }),
    },
    resource: { resource_type: resource.type, gid: resource.gid, name: nameOf(resource) ?? null },
    details: field === undefined ? {} : { new_value: field },
    context: { context_type: 'api' },
  }
}
