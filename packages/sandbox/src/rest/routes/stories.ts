import type { Story, Task } from '../../state/entities.ts'
import type { Resource } from '../../state/resource.ts'
import { addStory, storiesOf } from '../../state/tasks.ts'
import { created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { type Input, missingInput } from '../input/input.ts'
import { plainText } from '../render/html-text.ts'

const stickers = [
  'green_checkmark',
  'people_dancing',
  'dancing_unicorn',
  'heart',
  'party_popper',
  'people_waving_flags',
  'splashing_narwhal',
  'trophy',
  'yeti_riding_unicorn',
  'celebrating_people',
  'determined_climbers',
  'phoenix_spreading_love',
]

export const storyRoutes: readonly Route[] = [
  ...(['task', 'goal'] as const).flatMap(target => [
    route('GET', `/${target}s/{${target}_gid}/stories`, 'stories:read', call =>
      list(storiesOf(call.world, call.target(target))),
    ),
    route('POST', `/${target}s/{${target}_gid}/stories`, 'stories:write', call =>
      created(addComment(call, call.target(target))),
    ),
  ]),
  route('GET', '/stories/{story_gid}', 'stories:read', call => one(call.target('story'))),
  route('PUT', '/stories/{story_gid}', 'stories:write', call => {
    const story = ownComment(call)
    const input = call.input('text', 'html_text', 'is_pinned', 'sticker_name')
    const text = textFrom(input)
    const sticker = input.oneOf('sticker_name', stickers)
    story.isPinned = input.boolean('is_pinned') ?? story.isPinned
    story.sticker = sticker ?? story.sticker
    if (text !== undefined) {
      story.text = text
      story.isEdited = true
      call.report(story, 'changed', { field: 'text' })
    }
    return one(story)
  }),
  route('DELETE', '/stories/{story_gid}', 'stories:delete', call => {
    const story = ownComment(call)
    call.report(story, 'deleted')
    call.world.remove(story)
    return empty()
  }),
]

/** What `data` says, as a comment on the task or goal. */
function addComment(call: ApiCall, target: Task | Resource): Story {
  const input = call.input('text', 'html_text', 'is_pinned', 'sticker_name')
  const text = textFrom(input)
  const sticker = input.oneOf('sticker_name', stickers)
  if (text === undefined && sticker === undefined) throw missingInput('text')
  const isPinned = input.boolean('is_pinned') ?? false
  const story = addStory(call.world, target, call.user, {
    kind: 'comment',
    resourceSubtype: 'comment_added',
    text: text ?? '',
  })
  Object.assign(story, { isPinned, sticker })
  call.report(story, 'added', { parent: target })
  return story
}

function textFrom(input: Input): string | undefined {
  const html = input.string('html_text')
  const text = html === undefined ? input.string('text') : plainText(html)
  return text?.trim() === '' ? undefined : text
}

/** Only its author may change a comment, and nobody what the system wrote (documented; the text is not). */
function ownComment(call: ApiCall): Story {
  const story = call.target('story')
  if (story.kind === 'comment' && story.createdByGid === call.user.gid) return story
  throw new ApiError(403, 'You do not have access to edit this story.')
}
