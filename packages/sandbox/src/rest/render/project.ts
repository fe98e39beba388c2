import type { Project } from '../../state/entities.ts'
import { settingsOf } from '../families/custom-field-settings.ts'
import { latestInside } from '../families/status-updates.ts'
import { customFieldValues } from './custom-field-value.ts'
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
    current_status: (project, { world }) => linkTo(latestInside(world, 'project_status', project)),
    current_status_update: (project, { world }) => linkTo(latestInside(world, 'status_update', project)),
    custom_field_settings: (project, context) => linksTo(settingsOf(context, project)),
    custom_fields: customFieldValues,
    completed: () => false,
    completed_at: () => null,
    completed_by: () => null,
    default_access_level: project => project.policies['default_access_level'] ?? 'editor',
    default_view: project => project.defaultView,
    due_date: project => project.dueOn,
    due_on: project => project.dueOn,
    followers: (project, { world }) => linksTo(project.followerGids.map(gid => world.get('user', gid))),
    html_notes: project => htmlText(project.notes),
    members: (project, { world }) =>
      linksTo(project.memberGids.flatMap(gid => world.find('user', gid) ?? [])),
    minimum_access_level_for_customization: ({ policies }) =>
      policies['minimum_access_level_for_customization'] ?? 'editor',
    minimum_access_level_for_sharing: ({ policies }) =>
      policies['minimum_access_level_for_sharing'] ?? 'editor',
    modified_at: project => isoTime(project.modifiedAtMs),
    notes: project => project.notes,
    owner: (project, { world }) => linkTo(world.find('user', project.ownerGid)),
    permalink_url: (project, { url }) => `${url}/0/${project.gid}/${project.gid}`,
    privacy_setting: project => project.privacySetting,
    public: project => project.privacySetting === 'public_to_workspace',
    start_on: project => project.startOn,
    team: (project, { world }) => linkTo(world.find('team', project.teamGid)),
    workspace: (project, { world }) => linkTo(world.find('workspace', project.workspaceGid)),
    project_brief: (project, { world }) => linkTo(latestInside(world, 'project_brief', project)),
    created_from_template: (project, { world }) =>
      linkTo(world.find('project_template', project.templateGid)),
  },
}
