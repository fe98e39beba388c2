import type { Attachment } from '../../state/entities.ts'
import { linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const attachmentRepresentation: Representation<Attachment> = {
  compact: ['name', 'resource_subtype'],
  optIn: [],
  fields: {
    name: attachment => attachment.name,
    resource_subtype: attachment => attachment.resourceSubtype,
    connected_to_app: attachment => attachment.connectedToApp,
    created_at: attachment => isoTime(attachment.createdAtMs),
    download_url: (attachment, { downloadUrl }) =>
      attachment.content === undefined ? null : downloadUrl(attachment.gid),
    host: attachment => attachment.host,
    parent: (attachment, { world }) => linkTo(world.findAny(attachment.parentGid)),
    permanent_url: (attachment, { url }) =>
      attachment.content === undefined ? null : `${url}/app/asana/-/get_asset?asset_id=${attachment.gid}`,
    size: attachment => attachment.content?.length ?? null,
    view_url: (attachment, { downloadUrl }) => attachment.link ?? downloadUrl(attachment.gid),
  },
}
