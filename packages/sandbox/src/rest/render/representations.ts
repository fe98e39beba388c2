import { catalogueRepresentations } from '../families/catalogue.ts'
import { attachmentRepresentation } from './attachment.ts'
import { projectRepresentation } from './project.ts'
import type { Representations } from './representation.ts'
import { sectionRepresentation, userTaskListRepresentation } from './section.ts'
import { storyRepresentation } from './story.ts'
import { tagRepresentation } from './tag.ts'
import { taskRepresentation } from './task.ts'
import { webhookRepresentation } from './webhook.ts'
import { teamRepresentation, userRepresentation, workspaceRepresentation } from './workspace.ts'

export const representations: Representations = {
  ...catalogueRepresentations,
  attachment: attachmentRepresentation,
  project: projectRepresentation,
  section: sectionRepresentation,
  story: storyRepresentation,
  tag: tagRepresentation,
  task: taskRepresentation,
  team: teamRepresentation,
  user: userRepresentation,
  user_task_list: userTaskListRepresentation,
  webhook: webhookRepresentation,
  workspace: workspaceRepresentation,
}
