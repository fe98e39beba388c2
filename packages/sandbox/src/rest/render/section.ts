import type { Section, UserTaskList } from '../../state/entities.ts'
import { linksTo, linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const sectionRepresentation: Representation<Section> = {
  compact: ['name'],
  optIn: [],
  fields: {
    name: section => section.name,
    created_at: section => isoTime(section.createdAtMs),
    project: (section, { world }) => linkTo(world.find('project', section.projectGid)),
    projects: (section, { world }) => linksTo([world.get('project', section.projectGid)]),
  },
}

export const userTaskListRepresentation: Representation<UserTaskList> = {
  compact: ['name'],
  optIn: [],
  fields: {
    name: (list, { world }) => `My Tasks in ${world.get('workspace', list.workspaceGid).name}`,
    owner: (list, { world }) => linkTo(world.find('user', list.ownerGid)),
    workspace: (list, { world }) => linkTo(world.find('workspace', list.workspaceGid)),
  },
}
