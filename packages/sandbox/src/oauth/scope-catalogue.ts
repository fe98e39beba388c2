/** OpenID Connect scopes, which mix with any others (Asana OAuth docs). */
export const openidScopes: readonly string[] = ['openid', 'email', 'profile']

const actionsByResource: Readonly<Record<string, string>> = {
  attachments: 'read write delete',
  custom_fields: 'read write',
  goals: 'read write',
  jobs: 'read',
  ooo_entries: 'read write delete',
  portfolios: 'read write',
  project_portfolio_settings: 'read write',
  project_templates: 'read',
  projects: 'read write delete',
  roles: 'read write delete',
  stories: 'read write delete',
  tags: 'read write',
  task_custom_types: 'read',
  task_templates: 'read',
  tasks: 'read write delete',
  team_memberships: 'read',
  teams: 'read',
  time_tracking_categories: 'read write delete',
  time_tracking_entries: 'read',
  timesheet_approval_statuses: 'read write',
  users: 'read',
  webhooks: 'read write delete',
  // Asana's OpenAPI document has the plural, its scope page the singular.
  'workspace.typeahead': 'read',
  'workspaces.typeahead': 'read',
  workspaces: 'read',
}

/** The granular scopes of Asana's OpenAPI document (securitySchemes and operations). */
export const granularScopes: readonly string[] = Object.entries(actionsByResource).flatMap(
  ([resource, actions]) => actions.split(' ').map(action => `${resource}:${action}`),
)

const known = new Set(['default', ...openidScopes, ...granularScopes])

export function isKnownScope(scope: string): boolean {
  return known.has(scope)
}
