import type { Story } from '../../state/entities.ts'
import { addStory, storiesOf } from '../../state/tasks.ts'
import { created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { type Input, missingInput } from '../input/input.ts'
import { plainText } from '../render/html-text.ts'

export const storyRoutes: readonly Route[] = [
  route('GET', '/tasks/{task_gid}/stories', 'stories:read', call =>
    list(storiesOf(call.world, call.target('task'))),
  ),
  route('POST', '/tasks/{task_gid}/stories', 'stories:write', call => {
    const task = call.target('task')
    const input = call.input('text', 'html_text', 'is_pinned', 'sticker_name')
    const text = textFrom(input)
    if (text === undefined) throw missingInput('text')
    const story = addStory(call.world, task, call.user, {
      kind: 'comment',
      resourceSubtype: 'comment_added',
      text,
    })
    story.isPinned = input.boolean('is_pinned') ?? false
    call.report(story, 'added', { parent: task })
    return created(story)
  }),
  route('GET', '/stories/{story_gid}', 'stories:read', call => one(call.target('story'))),
  route('PUT', '/stories/{story_gid}', 'stories:write', call => {
    const story = ownComment(call)
    const input = call.input('text', 'html_text', 'is_pinned', 'sticker_name')
    const text = textFrom(input)
    story.isPinned = input.boolean('is_pinned') ?? story.isPinned
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
