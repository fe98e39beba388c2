import type { Entity } from '../../state/entities.ts'
import { workspaceOf } from '../../state/home.ts'
import { nameOf } from '../../state/name-of.ts'
import { unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { countFrom } from './result-count.ts'

export const typeaheadRoutes: readonly Route[] = [
  route('GET', '/workspaces/{workspace_gid}/typeahead', 'workspaces.typeahead:read', call => {
    const workspace = call.target('workspace')
    const text = (call.query.get('query') ?? '').toLowerCase()
    const found = candidates(call, workspace.gid).filter(one =>
      (nameOf(one) ?? '').toLowerCase().includes(text),
    )
    return unpagedList(found.slice(0, countFrom(call, 'count')))
  }),
]

const kinds = [
  ...(['task', 'project', 'tag', 'team'] as const),
  ...(['portfolio', 'goal', 'custom_field', 'project_template'] as const),
]

function candidates(call: ApiCall, workspaceGid: string): Entity[] {
  const type = call.query.get('resource_type') ?? call.query.get('type') ?? 'user'
  const { world } = call
  if (type === 'user') {
    return world.get('workspace', workspaceGid).memberGids.map(gid => world.get('user', gid))
  }
  const kind = kinds.find(one => one === type)
  if (kind === undefined) throw new ApiError(400, `resource_type: Not a valid value: ${type}`)
  const all: Entity[] = world.all(kind)
  return call.visible(all).filter(one => workspaceOf(world, one) === workspaceGid)
}
