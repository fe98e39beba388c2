import type { Tag } from '../../state/entities.ts'
import { linksTo, linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const tagRepresentation: Representation<Tag> = {
  compact: ['name'],
  optIn: [],
  fields: {
    name: tag => tag.name,
    notes: tag => tag.notes,
    color: tag => tag.color,
    created_at: tag => isoTime(tag.createdAtMs),
    followers: (tag, { world }) => linksTo(tag.followerGids.map(gid => world.get('user', gid))),
    permalink_url: (tag, { url }) => `${url}/0/${tag.gid}/${tag.gid}`,
    workspace: (tag, { world }) => linkTo(world.find('workspace', tag.workspaceGid)),
  },
}
