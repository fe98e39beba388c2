import type { Attachment, Entity } from '../../state/entities.ts'
import { empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'

const fileBytes = 100 * 1024 * 1024
/** The file, and room for the other parts. */
const uploadBytes = fileBytes + 1024 * 1024

export const attachmentRoutes: readonly Route[] = [
  route('GET', '/attachments', 'attachments:read', call => {
    const parent = parentNamed(call, call.query.get('parent') ?? undefined)
    return list(call.world.all('attachment').filter(one => one.parentGid === parent.gid))
  }),
  // Documented as 200, unlike other creates.
  route('POST', '/attachments', 'attachments:write', call => one(createAttachment(call)), uploadBytes),
  route('GET', '/attachments/{attachment_gid}', 'attachments:read', call => one(call.target('attachment'))),
  route('DELETE', '/attachments/{attachment_gid}', 'attachments:delete', call => {
    const attachment = call.target('attachment')
    call.report(attachment, 'deleted')
    call.world.remove(attachment)
    return empty()
  }),
]

function createAttachment(call: ApiCall): Attachment {
  const input = call.input('parent', 'resource_subtype', 'url', 'name', 'connect_to_app')
  const parent = parentNamed(call, input.requiredGid('parent'))
  const file = call.body.files.get('file')
  const isExternal = input.oneOf('resource_subtype', ['asana', 'external'] as const) === 'external'
  if (!isExternal && file === undefined) throw missingInput('file')
  if (file !== undefined && file.content.length > fileBytes) {
    throw new ApiError(413, 'file: An attachment can be at most 100 MB large')
  }
  const attachment = call.world.add<Attachment>({
    type: 'attachment',
    parentGid: parent.gid,
    ...(isExternal
      ? {
          name: input.requiredString('name'),
          link: input.requiredString('url'),
          resourceSubtype: 'external',
          host: 'external',
          contentType: '',
          content: undefined,
        }
      : {
          name: input.string('name') ?? file?.filename ?? 'file',
          link: undefined,
          resourceSubtype: 'asana',
          host: 'asana',
          contentType: file?.contentType ?? 'application/octet-stream',
          content: file?.content ?? Buffer.alloc(0),
        }),
    connectedToApp: input.boolean('connect_to_app') ?? false,
  })
  call.report(attachment, 'added', { parent })
  return attachment
}

function parentNamed(call: ApiCall, gid: string | undefined): Entity {
  if (gid === undefined || gid === '') throw missingInput('parent')
  const parent = call.world.findAny(gid)
  if (parent?.type !== 'task' && parent?.type !== 'project' && parent?.type !== 'project_brief') {
    throw new ApiError(400, `parent: ${/^\d+$/.test(gid) ? 'Unknown object' : 'Not a recognized ID'}: ${gid}`)
  }
  call.requireSight(parent)
  return parent
}
