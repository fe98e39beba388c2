import type { Realm } from '../../realm.ts'
import type { Change } from '../../state/journal.ts'
import { values } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError, apiErrorReply } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { eventView } from '../events/event-view.ts'
import { SyncTokens } from '../events/sync-tokens.ts'
import { missingInput } from '../input/input.ts'

/** Most events of one answer (Asana docs). */
const pageSize = 100

/** OpenAPI document, the example of the 412 of GET /events. */
const invalidSyncMessage =
  'Sync token invalid or too old. If you are attempting to keep resources in sync, you must fetch the full dataset for this query now and use the new sync token for the next sync.'

export function eventRoutes(realm: Realm): readonly Route[] {
  const tokens = new SyncTokens(realm.clock)
  /** `feed` is what a sync token belongs to. */
  const eventsOf = (call: ApiCall, feed: string, belongs: (change: Change) => boolean) => {
    const { journal, world } = call.realm
    const position = tokens.position(call.query.get('sync') ?? '', feed)
    const changes = position === undefined ? undefined : journal.since(position)
    if (changes === undefined) return mustSync(tokens.issue(feed, journal.end))
    const relevant = changes.filter(belongs)
    const page = relevant.slice(0, pageSize)
    const last = page.at(-1)
    const hasMore = relevant.length > page.length
    const next = hasMore && last !== undefined ? last.position + 1 : journal.end
    return values(
      page.map(change => eventView(world, change)),
      { beside: { sync: tokens.issue(feed, next), has_more: hasMore } },
    )
  }
  return [
    route('GET', '/events', undefined, call => {
      const gid = resourceFrom(call)
      return eventsOf(call, gid, change => change.feeds.has(gid))
    }),
    route('GET', '/workspaces/{workspace_gid}/events', undefined, call => {
      const { gid } = call.target('workspace')
      return eventsOf(call, `workspace ${gid}`, change => change.workspaceGid === gid)
    }),
  ]
}
function resourceFrom(call: ApiCall): string {
  const gid = call.query.get('resource')
  if (gid === null || gid === '') throw missingInput('resource')
  const entity = call.world.findAny(gid)
  if (entity === undefined) throw new ApiError(400, `resource: Unknown object: ${gid}`)
  call.requireSight(entity)
  return gid
}

function mustSync(sync: string) {
  const reply = apiErrorReply(new ApiError(412, invalidSyncMessage))
  const body = JSON.stringify({ ...JSON.parse(reply.body.toString()), sync })
  return { kind: 'reply' as const, reply: { ...reply, body } }
}
