import type { Story } from '../../state/entities.ts'
import { htmlText } from './html-text.ts'
import { linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const storyRepresentation: Representation<Story> = {
  compact: ['created_at', 'created_by', 'resource_subtype', 'text'],
  optIn: ['html_text'],
  fields: {
    created_at: story => isoTime(story.createdAtMs),
    created_by: (story, { world }) => linkTo(world.find('user', story.createdByGid)),
    resource_subtype: story => story.resourceSubtype,
    text: story => story.text,
    html_text: story => htmlText(story.text),
    type: story => story.kind,
    is_pinned: story => story.isPinned,
    is_edited: story => story.isEdited,
    is_editable: (story, { viewerGid }) => story.kind === 'comment' && story.createdByGid === viewerGid,
    hearted: () => false,
    hearts: () => [],
    num_hearts: () => 0,
    liked: () => false,
    likes: () => [],
    num_likes: () => 0,
    previews: () => [],
    reaction_summary: () => [],
    sticker_name: story => story.sticker,
    source: () => 'api',
    target: (story, { world }) => linkTo(world.findAny(story.targetGid)),
  },
}
