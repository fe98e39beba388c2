import type { Team, User, Workspace } from '../../state/entities.ts'
import { settingsOf } from '../families/custom-field-settings.ts'
import { customFieldValues } from './custom-field-value.ts'
import { linksTo, linkTo } from './link.ts'
import type { Representation } from './representation.ts'
import { teamAccessLevels } from './team-policies.ts'

export const userRepresentation: Representation<User> = {
  compact: ['name'],
  optIn: ['custom_fields'],
  fields: {
    custom_fields: customFieldValues,
    name: user => user.name,
    email: user => user.email,
    photo: user => (user.photo === null ? null : { image_128x128: user.photo }),
    // Only the ones the viewer shares: the others are none of their business.
    workspaces: (user, { world, viewerGid }) =>
      linksTo(world.workspacesOf(user.gid).filter(workspace => workspace.memberGids.includes(viewerGid))),
  },
}

export const workspaceRepresentation: Representation<Workspace> = {
  compact: ['name'],
  optIn: [],
  fields: {
    name: workspace => workspace.name,
    email_domains: workspace => workspace.emailDomains,
    is_organization: workspace => workspace.isOrganization,
  },
}

export const teamRepresentation: Representation<Team> = {
  compact: ['name'],
  optIn: ['description', 'html_description', 'custom_field_settings'],
  fields: {
    name: team => team.name,
    description: team => team.description,
    html_description: team => `<body>${team.description}</body>`,
    organization: (team, { world }) => linkTo(world.find('workspace', team.workspaceGid)),
    permalink_url: (team, { url }) => `${url}/0/teams/${team.gid}`,
    visibility: team => team.policies['visibility'] ?? 'public',
    endorsed: team => team.policies['endorsed'] ?? false,
    ...Object.fromEntries(
      Object.entries(teamAccessLevels).map(([name, levels]) => [
        name,
        (team: Team) => team.policies[name] ?? levels[0],
      ]),
    ),
    custom_field_settings: (team, context) => linksTo(settingsOf(context, team)),
  },
}
