import { ConfigurationError } from '../errors/configuration-error.ts'

/** Comma- or space-separated, or a list. */
export type ScopeInput = string | readonly string[]

const resources: Readonly<Record<string, string>> = {
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
  'workspaces.typeahead': 'read',
  // Asana's documentation writes this one in the singular, its API description in the plural.
  'workspace.typeahead': 'read',
  workspaces: 'read',
}

const identityScopes = ['openid', 'email', 'profile']

/**
 * The three states of a scope: undefined (leave the parameter out), `['default']` (full
 * permissions) or a list of granular scopes. Duplicates are dropped, the order is kept.
 * @throws ConfigurationError `invalid_scope`
 * @see Asana documentation, "OAuth scopes"
 */
export function parseScope(
  input: ScopeInput | undefined,
  allowed: readonly string[] = [],
): readonly string[] | undefined {
  if (input === undefined) return undefined
  const words =
    typeof input === 'string' ? input.split(/[\s,]+/) : input.flatMap(word => String(word).split(/[\s,]+/))
  const scope = [...new Set(words.filter(Boolean))]
  if (scope.length === 0) return undefined
  for (const name of scope) checkScopeName(name, allowed)
  const granular = scope.find(name => name.includes(':'))
  if (scope.includes('default') && granular) {
    throw new ConfigurationError(
      'invalid_scope',
      `"default" (full permissions) and granular scopes such as "${granular}" exclude each other: send one kind.`,
    )
  }
  return scope
}

/** Scopes as Asana reports them: anything goes. */
export function splitScope(scope: string): readonly string[] {
  return scope.split(/[\s,]+/).filter(Boolean)
}

function checkScopeName(name: string, allowed: readonly string[]): void {
  if (name === 'default' || identityScopes.includes(name) || allowed.includes(name)) return
  const [resource = '', action = ''] = name.split(':')
  const actions = Object.hasOwn(resources, resource) ? resources[resource] : undefined
  if (actions?.split(' ').includes(action) && name === `${resource}:${action}`) return
  throw new ConfigurationError(
    'invalid_scope',
    actions
      ? `Unknown scope ${JSON.stringify(name)}: "${resource}" has ${actions.replaceAll(' ', ', ')}.`
      : `Unknown scope ${JSON.stringify(name)}: see Asana's list of OAuth scopes (a scope newer than this version can be named in \`allowScopes\`).`,
  )
}
