import type { Tag, Workspace } from '../../state/entities.ts'
import { created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { followersFrom } from './people.ts'

export const tagRoutes: readonly Route[] = [
  route('GET', '/tags', 'tags:read', call => tagsIn(call, call.filter('workspace'))),
  route('GET', '/workspaces/{workspace_gid}/tags', 'tags:read', call =>
    tagsIn(call, call.target('workspace')),
  ),
  route('POST', '/tags', 'tags:write', call => created(createTag(call))),
  route('POST', '/workspaces/{workspace_gid}/tags', 'tags:write', call =>
    created(createTag(call, call.target('workspace'))),
  ),
  route('GET', '/tags/{tag_gid}', 'tags:read', call => one(call.target('tag'))),
  route('PUT', '/tags/{tag_gid}', 'tags:write', call => {
    const tag = call.target('tag')
    const input = call.input('name', 'color', 'notes')
    tag.name = input.has('name') ? input.requiredString('name') : tag.name
    tag.notes = input.string('notes') ?? tag.notes
    const color = input.nullableString('color')
    if (color !== undefined) tag.color = color
    call.report(tag, 'changed')
    return one(tag)
  }),
  route('DELETE', '/tags/{tag_gid}', undefined, call => {
    const tag = call.target('tag')
    for (const task of call.world.all('task')) task.tagGids = task.tagGids.filter(gid => gid !== tag.gid)
    call.report(tag, 'deleted')
    call.world.remove(tag)
    return empty()
  }),
]

function tagsIn(call: ApiCall, workspace: Workspace | undefined) {
  const tags = call.visible(call.world.all('tag'))
  return list(workspace === undefined ? tags : tags.filter(tag => tag.workspaceGid === workspace.gid))
}

function createTag(call: ApiCall, workspace?: Workspace): Tag {
  const input = call.input('name', 'color', 'notes', 'followers', 'workspace')
  const { gid } = workspace ?? call.named('workspace', 'workspace', input.requiredGid('workspace'))
  const tag = call.world.add<Tag>({
    type: 'tag',
    name: input.requiredString('name'),
    notes: input.string('notes') ?? '',
    color: input.nullableString('color') ?? null,
    workspaceGid: gid,
    followerGids: followersFrom(call, input),
  })
  call.report(tag, 'added')
  return tag
}
