import { choice, type Field, flag } from '../declare/field.ts'

const flags = [
  'create_app_authorization',
  'create_pat_authorization',
  'share_goal_with_domain',
  'share_portfolios_with_org',
  'assign_roles',
  'manage_roles',
  'export_project_data',
  'download_mobile_attachments',
  'import_data',
  'create_global_custom_fields',
  'upload_attachments',
  'create_team',
  'create_and_edit_ai_automations',
  'proactive_ai',
  'standard_ai',
  'create_and_edit_ai_teammates',
  'share_teams_with_org',
  'create_goal',
  'create_project',
  'create_read_only_link',
  'create_portfolio',
  'view_public_teams',
  'view_shared_with_org_projects',
  'view_shared_with_org_tasks',
  'view_shared_with_org_portfolios',
]

/** What a role may allow. */
export const permissionFlags: Readonly<Record<string, Field>> = {
  ...Object.fromEntries(flags.map(name => [name, flag()])),
  task_deletion_policy: choice(['all', 'owned', 'none'], 'all'),
  allowed_guest_invites: choice(['all', 'none'], 'all'),
}
