import type { Project } from '../../state/entities.ts'
import { htmlText } from './html-text.ts'
import { linksTo, linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const projectRepresentation: Representation<Project> = {
  compact: ['name'],
  optIn: ['html_notes', 'project_brief', 'created_from_template'],
  fields: {
    name: project => project.name,
    archived: project => project.archived,
    color: project => project.color,
    icon: project => project.icon,
    created_at: project => isoTime(project.createdAtMs),
    current_status: () => null,
    current_status_update: () => null,
    custom_field_settings: () => [],
    custom_fields: () => [],
    completed: () => false,
    completed_at: () => null,
    completed_by: () => null,
    default_access_level: () => 'editor',
    default_view: project => project.defaultView,
    due_date: project => project.dueOn,
    due_on: project => project.dueOn,
    followers: (project, { world }) => linksTo(project.followerGids.map(gid => world.get('user', gid))),
    html_notes: project => htmlText(project.notes),
    members: (project, { world }) => linksTo(project.memberGids.map(gid => world.get('user', gid))),
    minimum_access_level_for_customization: () => 'editor',
    minimum_access_level_for_sharing: () => 'editor',
    modified_at: project => isoTime(project.modifiedAtMs),
    notes: project => project.notes,
    owner: (project, { world }) => linkTo(world.find('user', project.ownerGid)),
    permalink_url: (project, { url }) => `${url}/0/${project.gid}/${project.gid}`,
    privacy_setting: project => project.privacySetting,
    public: project => project.privacySetting === 'public_to_workspace',
    start_on: project => project.startOn,
    team: (project, { world }) => linkTo(world.find('team', project.teamGid)),
    workspace: (project, { world }) => linkTo(world.find('workspace', project.workspaceGid)),
    project_brief: () => null,
    created_from_template: () => null,
  },
}
