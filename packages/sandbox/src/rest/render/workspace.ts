import type { Team, User, Workspace } from '../../state/entities.ts'
import { linksTo, linkTo } from './link.ts'
import type { Representation } from './representation.ts'

export const userRepresentation: Representation<User> = {
  compact: ['name'],
  optIn: [],
  fields: {
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
  optIn: ['description', 'html_description'],
  fields: {
    name: team => team.name,
    description: team => team.description,
    html_description: team => `<body>${team.description}</body>`,
    organization: (team, { world }) => linkTo(world.find('workspace', team.workspaceGid)),
    permalink_url: (team, { url }) => `${url}/0/teams/${team.gid}`,
    visibility: () => 'public',
  },
}
