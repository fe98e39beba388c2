// Written by test/accessors.test.ts (npx vitest run packages/connector -u). Do not edit.

import type { ActionCall } from './action-call.ts'
import type { DownloadCall } from './download-call.ts'

/** One property for each entity, with one method for each of its actions. */
export interface EntityAccessors {
  readonly access_requests: {
    readonly approve: ActionCall<'approveAccessRequest', ['access_request_gid']>
    readonly create: ActionCall<'createAccessRequest', [], 'body'>
    readonly list: ActionCall<'getAccessRequests'>
    readonly reject: ActionCall<'rejectAccessRequest', ['access_request_gid']>
  }
  readonly agents: {
    readonly get: ActionCall<'getAgent', ['agent_gid']>
  }
  readonly allocations: {
    readonly create: ActionCall<'createAllocation', [], 'body'>
    readonly delete: ActionCall<'deleteAllocation', ['allocation_gid']>
    readonly get: ActionCall<'getAllocation', ['allocation_gid']>
    readonly list: ActionCall<'getAllocations'>
    readonly update: ActionCall<'updateAllocation', ['allocation_gid'], 'body'>
  }
  readonly attachments: {
    readonly create: ActionCall<'createAttachmentForObject', [], 'body'>
    readonly delete: ActionCall<'deleteAttachment', ['attachment_gid']>
    readonly download: DownloadCall
    readonly get: ActionCall<'getAttachment', ['attachment_gid']>
    readonly list: ActionCall<'getAttachmentsForObject'>
  }
  readonly batch: {
    readonly create: ActionCall<'createBatchRequest', [], 'body'>
  }
  readonly budgets: {
    readonly create: ActionCall<'createBudget', [], 'body'>
    readonly delete: ActionCall<'deleteBudget', ['budget_gid']>
    readonly get: ActionCall<'getBudget', ['budget_gid']>
    readonly list: ActionCall<'getBudgets'>
    readonly update: ActionCall<'updateBudget', ['budget_gid'], 'body'>
  }
  readonly custom_field_enum_options: {
    readonly create: ActionCall<'createEnumOptionForCustomField', ['custom_field_gid'], 'body'>
    readonly insert: ActionCall<'insertEnumOptionForCustomField', ['custom_field_gid'], 'body'>
  }
  readonly custom_fields: {
    readonly create: ActionCall<'createCustomField', [], 'body'>
    readonly delete: ActionCall<'deleteCustomField', ['custom_field_gid']>
    readonly get: ActionCall<'getCustomField', ['custom_field_gid']>
    readonly update: ActionCall<'updateCustomField', ['custom_field_gid'], 'body'>
  }
  readonly custom_types: {
    readonly get: ActionCall<'getCustomType', ['custom_type_gid']>
    readonly list: ActionCall<'getCustomTypes'>
  }
  readonly enum_options: {
    readonly update: ActionCall<'updateEnumOption', ['enum_option_gid'], 'body'>
  }
  readonly events: {
    readonly list: ActionCall<'getEvents'>
  }
  readonly exports: {
    readonly graph: ActionCall<'createGraphExport', [], 'body'>
    readonly resource: ActionCall<'createResourceExport', [], 'body'>
  }
  readonly goal_custom_field_settings: {
    readonly list: ActionCall<'getCustomFieldSettingsForGoal', ['goal_gid']>
  }
  readonly goal_parent_goals: {
    readonly list: ActionCall<'getParentGoalsForGoal', ['goal_gid']>
  }
  readonly goal_relationships: {
    readonly get: ActionCall<'getGoalRelationship', ['goal_relationship_gid']>
    readonly list: ActionCall<'getGoalRelationships'>
    readonly update: ActionCall<'updateGoalRelationship', ['goal_relationship_gid'], 'body'>
  }
  readonly goal_stories: {
    readonly create: ActionCall<'createStoryForGoal', ['goal_gid'], 'body'>
    readonly list: ActionCall<'getStoriesForGoal', ['goal_gid']>
  }
  readonly goals: {
    readonly add_custom_field_setting: ActionCall<'addCustomFieldSettingForGoal', ['goal_gid'], 'body'>
    readonly add_followers: ActionCall<'addFollowers', ['goal_gid'], 'body'>
    readonly add_supporting_relationship: ActionCall<'addSupportingRelationship', ['goal_gid'], 'body'>
    readonly create: ActionCall<'createGoal', [], 'body'>
    readonly delete: ActionCall<'deleteGoal', ['goal_gid']>
    readonly get: ActionCall<'getGoal', ['goal_gid']>
    readonly list: ActionCall<'getGoals'>
    readonly remove_custom_field_setting: ActionCall<'removeCustomFieldSettingForGoal', ['goal_gid'], 'body'>
    readonly remove_followers: ActionCall<'removeFollowers', ['goal_gid'], 'body'>
    readonly remove_supporting_relationship: ActionCall<'removeSupportingRelationship', ['goal_gid'], 'body'>
    readonly set_metric: ActionCall<'createGoalMetric', ['goal_gid'], 'body'>
    readonly set_metric_current_value: ActionCall<'updateGoalMetric', ['goal_gid'], 'body'>
    readonly update: ActionCall<'updateGoal', ['goal_gid'], 'body'>
  }
  readonly jobs: {
    readonly get: ActionCall<'getJob', ['job_gid']>
  }
  readonly memberships: {
    readonly create: ActionCall<'createMembership', [], 'body'>
    readonly delete: ActionCall<'deleteMembership', ['membership_gid']>
    readonly get: ActionCall<'getMembership', ['membership_gid']>
    readonly list: ActionCall<'getMemberships'>
    readonly update: ActionCall<'updateMembership', ['membership_gid'], 'body'>
  }
  readonly ooo_entries: {
    readonly create: ActionCall<'createOooEntry', [], 'body'>
    readonly delete: ActionCall<'deleteOooEntry', ['ooo_entry_gid']>
    readonly get: ActionCall<'getOooEntry', ['ooo_entry_gid']>
    readonly list: ActionCall<'getOooEntries'>
    readonly update: ActionCall<'updateOooEntry', ['ooo_entry_gid'], 'body'>
  }
  readonly organization_exports: {
    readonly create: ActionCall<'createOrganizationExport', [], 'body'>
    readonly get: ActionCall<'getOrganizationExport', ['organization_export_gid']>
  }
  readonly portfolio_custom_field_settings: {
    readonly list: ActionCall<'getCustomFieldSettingsForPortfolio', ['portfolio_gid']>
  }
  readonly portfolio_items: {
    readonly list: ActionCall<'getItemsForPortfolio', ['portfolio_gid']>
  }
  readonly portfolio_memberships: {
    readonly get: ActionCall<'getPortfolioMembership', ['portfolio_membership_gid']>
    readonly list: ActionCall<'getPortfolioMemberships'>
  }
  readonly portfolio_portfolio_memberships: {
    readonly list: ActionCall<'getPortfolioMembershipsForPortfolio', ['portfolio_gid']>
  }
  readonly portfolio_project_portfolio_settings: {
    readonly list: ActionCall<'getProjectPortfolioSettingsForPortfolio', ['portfolio_gid']>
  }
  readonly portfolios: {
    readonly add_custom_field_setting: ActionCall<'addCustomFieldSettingForPortfolio', ['portfolio_gid'], 'body'>
    readonly add_item: ActionCall<'addItemForPortfolio', ['portfolio_gid'], 'body'>
    readonly add_members: ActionCall<'addMembersForPortfolio', ['portfolio_gid'], 'body'>
    readonly create: ActionCall<'createPortfolio', [], 'body'>
    readonly delete: ActionCall<'deletePortfolio', ['portfolio_gid']>
    readonly duplicate: ActionCall<'duplicatePortfolio', ['portfolio_gid'], 'body'>
    readonly get: ActionCall<'getPortfolio', ['portfolio_gid']>
    readonly list: ActionCall<'getPortfolios'>
    readonly remove_custom_field_setting: ActionCall<'removeCustomFieldSettingForPortfolio', ['portfolio_gid'], 'body'>
    readonly remove_item: ActionCall<'removeItemForPortfolio', ['portfolio_gid'], 'body'>
    readonly remove_members: ActionCall<'removeMembersForPortfolio', ['portfolio_gid'], 'body'>
    readonly update: ActionCall<'updatePortfolio', ['portfolio_gid'], 'body'>
  }
  readonly project_briefs: {
    readonly create: ActionCall<'createProjectBrief', ['project_gid'], 'body'>
    readonly delete: ActionCall<'deleteProjectBrief', ['project_brief_gid']>
    readonly get: ActionCall<'getProjectBrief', ['project_brief_gid']>
    readonly update: ActionCall<'updateProjectBrief', ['project_brief_gid'], 'body'>
  }
  readonly project_custom_field_settings: {
    readonly list: ActionCall<'getCustomFieldSettingsForProject', ['project_gid']>
  }
  readonly project_memberships: {
    readonly get: ActionCall<'getProjectMembership', ['project_membership_gid']>
    readonly list: ActionCall<'getProjectMembershipsForProject', ['project_gid']>
  }
  readonly project_portfolio_settings: {
    readonly get: ActionCall<'getProjectPortfolioSetting', ['project_portfolio_setting_gid']>
    readonly list: ActionCall<'getProjectPortfolioSettingsForProject', ['project_gid']>
    readonly update: ActionCall<'updateProjectPortfolioSetting', ['project_portfolio_setting_gid'], 'body'>
  }
  readonly project_sections: {
    readonly create: ActionCall<'createSectionForProject', ['project_gid'], 'body'>
    readonly insert: ActionCall<'insertSectionForProject', ['project_gid'], 'body'>
    readonly list: ActionCall<'getSectionsForProject', ['project_gid']>
  }
  readonly project_statuses: {
    readonly create: ActionCall<'createProjectStatusForProject', ['project_gid'], 'body'>
    readonly delete: ActionCall<'deleteProjectStatus', ['project_status_gid']>
    readonly get: ActionCall<'getProjectStatus', ['project_status_gid']>
    readonly list: ActionCall<'getProjectStatusesForProject', ['project_gid']>
  }
  readonly project_task_counts: {
    readonly get: ActionCall<'getTaskCountsForProject', ['project_gid']>
  }
  readonly project_tasks: {
    readonly list: ActionCall<'getTasksForProject', ['project_gid']>
  }
  readonly project_templates: {
    readonly delete: ActionCall<'deleteProjectTemplate', ['project_template_gid']>
    readonly get: ActionCall<'getProjectTemplate', ['project_template_gid']>
    readonly instantiate_project: ActionCall<'instantiateProject', ['project_template_gid'], 'body'>
    readonly list: ActionCall<'getProjectTemplates'>
  }
  readonly projects: {
    readonly add_custom_field_setting: ActionCall<'addCustomFieldSettingForProject', ['project_gid'], 'body'>
    readonly add_followers: ActionCall<'addFollowersForProject', ['project_gid'], 'body'>
    readonly add_members: ActionCall<'addMembersForProject', ['project_gid'], 'body'>
    readonly create: ActionCall<'createProject', [], 'body'>
    readonly delete: ActionCall<'deleteProject', ['project_gid']>
    readonly duplicate: ActionCall<'duplicateProject', ['project_gid'], 'body'>
    readonly get: ActionCall<'getProject', ['project_gid']>
    readonly list: ActionCall<'getProjects'>
    readonly remove_custom_field_setting: ActionCall<'removeCustomFieldSettingForProject', ['project_gid'], 'body'>
    readonly remove_followers: ActionCall<'removeFollowersForProject', ['project_gid'], 'body'>
    readonly remove_members: ActionCall<'removeMembersForProject', ['project_gid'], 'body'>
    readonly save_as_template: ActionCall<'projectSaveAsTemplate', ['project_gid'], 'body'>
    readonly update: ActionCall<'updateProject', ['project_gid'], 'body'>
  }
  readonly rates: {
    readonly create: ActionCall<'createRate', [], 'body'>
    readonly delete: ActionCall<'deleteRate', ['rate_gid']>
    readonly get: ActionCall<'getRate', ['rate_gid']>
    readonly list: ActionCall<'getRates'>
    readonly update: ActionCall<'updateRate', ['rate_gid'], 'body'>
  }
  readonly reactions: {
    readonly list: ActionCall<'getReactionsOnObject'>
  }
  readonly roles: {
    readonly create: ActionCall<'createRole', [], 'body'>
    readonly delete: ActionCall<'deleteRole', ['role_gid']>
    readonly get: ActionCall<'getRole', ['role_gid']>
    readonly list: ActionCall<'getRoles'>
    readonly update: ActionCall<'updateRole', ['role_gid'], 'body'>
  }
  readonly rule_triggers: {
    readonly run: ActionCall<'triggerRule', ['rule_trigger_gid'], 'body'>
  }
  readonly section_tasks: {
    readonly create: ActionCall<'addTaskForSection', ['section_gid'], 'body'>
    readonly list: ActionCall<'getTasksForSection', ['section_gid']>
  }
  readonly sections: {
    readonly delete: ActionCall<'deleteSection', ['section_gid']>
    readonly get: ActionCall<'getSection', ['section_gid']>
    readonly update: ActionCall<'updateSection', ['section_gid'], 'body'>
  }
  readonly status_updates: {
    readonly create: ActionCall<'createStatusForObject', [], 'body'>
    readonly delete: ActionCall<'deleteStatus', ['status_update_gid']>
    readonly get: ActionCall<'getStatus', ['status_update_gid']>
    readonly list: ActionCall<'getStatusesForObject'>
  }
  readonly stories: {
    readonly delete: ActionCall<'deleteStory', ['story_gid']>
    readonly get: ActionCall<'getStory', ['story_gid']>
    readonly update: ActionCall<'updateStory', ['story_gid'], 'body'>
  }
  readonly tag_tasks: {
    readonly list: ActionCall<'getTasksForTag', ['tag_gid']>
  }
  readonly tags: {
    readonly create: ActionCall<'createTag', [], 'body'>
    readonly delete: ActionCall<'deleteTag', ['tag_gid']>
    readonly get: ActionCall<'getTag', ['tag_gid']>
    readonly list: ActionCall<'getTags'>
    readonly update: ActionCall<'updateTag', ['tag_gid'], 'body'>
  }
  readonly task_dependencies: {
    readonly list: ActionCall<'getDependenciesForTask', ['task_gid']>
  }
  readonly task_dependents: {
    readonly list: ActionCall<'getDependentsForTask', ['task_gid']>
  }
  readonly task_projects: {
    readonly list: ActionCall<'getProjectsForTask', ['task_gid']>
  }
  readonly task_stories: {
    readonly create: ActionCall<'createStoryForTask', ['task_gid'], 'body'>
    readonly list: ActionCall<'getStoriesForTask', ['task_gid']>
  }
  readonly task_subtasks: {
    readonly create: ActionCall<'createSubtaskForTask', ['task_gid'], 'body'>
    readonly list: ActionCall<'getSubtasksForTask', ['task_gid']>
  }
  readonly task_tags: {
    readonly create: ActionCall<'addTagForTask', ['task_gid'], 'body'>
    readonly delete: ActionCall<'removeTagForTask', ['task_gid'], 'body'>
    readonly list: ActionCall<'getTagsForTask', ['task_gid']>
  }
  readonly task_templates: {
    readonly delete: ActionCall<'deleteTaskTemplate', ['task_template_gid']>
    readonly get: ActionCall<'getTaskTemplate', ['task_template_gid']>
    readonly instantiate_task: ActionCall<'instantiateTask', ['task_template_gid'], 'body'>
    readonly list: ActionCall<'getTaskTemplates'>
  }
  readonly task_time_tracking_entries: {
    readonly create: ActionCall<'createTimeTrackingEntry', ['task_gid'], 'body'>
    readonly list: ActionCall<'getTimeTrackingEntriesForTask', ['task_gid']>
  }
  readonly tasks: {
    readonly add_dependencies: ActionCall<'addDependenciesForTask', ['task_gid'], 'body'>
    readonly add_dependents: ActionCall<'addDependentsForTask', ['task_gid'], 'body'>
    readonly add_followers: ActionCall<'addFollowersForTask', ['task_gid'], 'body'>
    readonly add_project: ActionCall<'addProjectForTask', ['task_gid'], 'body'>
    readonly create: ActionCall<'createTask', [], 'body'>
    readonly delete: ActionCall<'deleteTask', ['task_gid']>
    readonly duplicate: ActionCall<'duplicateTask', ['task_gid'], 'body'>
    readonly get: ActionCall<'getTask', ['task_gid']>
    readonly list: ActionCall<'getTasks'>
    readonly remove_dependencies: ActionCall<'removeDependenciesForTask', ['task_gid'], 'body'>
    readonly remove_dependents: ActionCall<'removeDependentsForTask', ['task_gid'], 'body'>
    readonly remove_followers: ActionCall<'removeFollowerForTask', ['task_gid'], 'body'>
    readonly remove_project: ActionCall<'removeProjectForTask', ['task_gid'], 'body'>
    readonly set_parent: ActionCall<'setParentForTask', ['task_gid'], 'body'>
    readonly update: ActionCall<'updateTask', ['task_gid'], 'body'>
  }
  readonly team_custom_field_settings: {
    readonly list: ActionCall<'getCustomFieldSettingsForTeam', ['team_gid']>
  }
  readonly team_memberships: {
    readonly get: ActionCall<'getTeamMembership', ['team_membership_gid']>
    readonly list: ActionCall<'getTeamMemberships'>
  }
  readonly team_project_templates: {
    readonly list: ActionCall<'getProjectTemplatesForTeam', ['team_gid']>
  }
  readonly team_projects: {
    readonly create: ActionCall<'createProjectForTeam', ['team_gid'], 'body'>
    readonly list: ActionCall<'getProjectsForTeam', ['team_gid']>
  }
  readonly team_team_memberships: {
    readonly list: ActionCall<'getTeamMembershipsForTeam', ['team_gid']>
  }
  readonly team_users: {
    readonly list: ActionCall<'getUsersForTeam', ['team_gid']>
  }
  readonly teams: {
    readonly add_user: ActionCall<'addUserForTeam', ['team_gid'], 'body'>
    readonly create: ActionCall<'createTeam', [], 'body'>
    readonly get: ActionCall<'getTeam', ['team_gid']>
    readonly remove_user: ActionCall<'removeUserForTeam', ['team_gid'], 'body'>
    readonly update: ActionCall<'updateTeam', ['team_gid'], 'body'>
  }
  readonly time_periods: {
    readonly get: ActionCall<'getTimePeriod', ['time_period_gid']>
    readonly list: ActionCall<'getTimePeriods'>
  }
  readonly time_tracking_categories: {
    readonly create: ActionCall<'createTimeTrackingCategory', [], 'body'>
    readonly delete: ActionCall<'deleteTimeTrackingCategory', ['time_tracking_category_gid']>
    readonly get: ActionCall<'getTimeTrackingCategory', ['time_tracking_category_gid']>
    readonly list: ActionCall<'getTimeTrackingCategories'>
    readonly update: ActionCall<'updateTimeTrackingCategory', ['time_tracking_category_gid'], 'body'>
  }
  readonly time_tracking_category_time_tracking_entries: {
    readonly list: ActionCall<'getTimeTrackingEntriesForTimeTrackingCategory', ['time_tracking_category_gid']>
  }
  readonly time_tracking_entries: {
    readonly delete: ActionCall<'deleteTimeTrackingEntry', ['time_tracking_entry_gid']>
    readonly get: ActionCall<'getTimeTrackingEntry', ['time_tracking_entry_gid']>
    readonly list: ActionCall<'getTimeTrackingEntries'>
    readonly update: ActionCall<'updateTimeTrackingEntry', ['time_tracking_entry_gid'], 'body'>
  }
  readonly timesheet_approval_statuses: {
    readonly create: ActionCall<'createTimesheetApprovalStatus', [], 'body'>
    readonly get: ActionCall<'getTimesheetApprovalStatus', ['timesheet_approval_status_gid']>
    readonly list: ActionCall<'getTimesheetApprovalStatuses'>
    readonly update: ActionCall<'updateTimesheetApprovalStatus', ['timesheet_approval_status_gid'], 'body'>
  }
  readonly user_favorites: {
    readonly list: ActionCall<'getFavoritesForUser', ['user_gid']>
  }
  readonly user_task_list_tasks: {
    readonly list: ActionCall<'getTasksForUserTaskList', ['user_task_list_gid']>
  }
  readonly user_task_lists: {
    readonly get: ActionCall<'getUserTaskList', ['user_task_list_gid']>
  }
  readonly user_team_memberships: {
    readonly list: ActionCall<'getTeamMembershipsForUser', ['user_gid']>
  }
  readonly user_teams: {
    readonly list: ActionCall<'getTeamsForUser', ['user_gid']>
  }
  readonly user_workspace_memberships: {
    readonly list: ActionCall<'getWorkspaceMembershipsForUser', ['user_gid']>
  }
  readonly users: {
    readonly get: ActionCall<'getUser', ['user_gid']>
    readonly list: ActionCall<'getUsers'>
    readonly update: ActionCall<'updateUser', ['user_gid'], 'body'>
    readonly user_task_list: ActionCall<'getUserTaskListForUser', ['user_gid']>
  }
  readonly webhooks: {
    readonly create: ActionCall<'createWebhook', [], 'body'>
    readonly delete: ActionCall<'deleteWebhook', ['webhook_gid']>
    readonly get: ActionCall<'getWebhook', ['webhook_gid']>
    readonly list: ActionCall<'getWebhooks'>
    readonly update: ActionCall<'updateWebhook', ['webhook_gid'], 'body'>
  }
  readonly workspace_agents: {
    readonly list: ActionCall<'getAgentsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_audit_log_events: {
    readonly list: ActionCall<'getAuditLogEvents', ['workspace_gid']>
  }
  readonly workspace_custom_fields: {
    readonly list: ActionCall<'getCustomFieldsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_events: {
    readonly list: ActionCall<'getWorkspaceEvents', ['workspace_gid']>
  }
  readonly workspace_memberships: {
    readonly create: ActionCall<'addUserForWorkspace', ['workspace_gid'], 'body'>
    readonly get: ActionCall<'getWorkspaceMembership', ['workspace_membership_gid']>
    readonly list: ActionCall<'getWorkspaceMembershipsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_projects: {
    readonly create: ActionCall<'createProjectForWorkspace', ['workspace_gid'], 'body'>
    readonly list: ActionCall<'getProjectsForWorkspace', ['workspace_gid']>
    readonly search: ActionCall<'searchProjectsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_tags: {
    readonly create: ActionCall<'createTagForWorkspace', ['workspace_gid'], 'body'>
    readonly list: ActionCall<'getTagsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_task_search: {
    readonly list: ActionCall<'searchTasksForWorkspace', ['workspace_gid']>
  }
  readonly workspace_tasks: {
    readonly get: ActionCall<'getTaskForCustomID', ['workspace_gid', 'custom_id']>
  }
  readonly workspace_teams: {
    readonly list: ActionCall<'getTeamsForWorkspace', ['workspace_gid']>
  }
  readonly workspace_users: {
    readonly get: ActionCall<'getUserForWorkspace', ['workspace_gid', 'user_gid']>
    readonly list: ActionCall<'getUsersForWorkspace', ['workspace_gid']>
    readonly update: ActionCall<'updateUserForWorkspace', ['workspace_gid', 'user_gid'], 'body'>
  }
  readonly workspaces: {
    readonly get: ActionCall<'getWorkspace', ['workspace_gid']>
    readonly list: ActionCall<'getWorkspaces'>
    readonly remove_user: ActionCall<'removeUserForWorkspace', ['workspace_gid'], 'body'>
    readonly typeahead: ActionCall<'typeaheadForWorkspace', ['workspace_gid']>
    readonly update: ActionCall<'updateWorkspace', ['workspace_gid'], 'body'>
  }
}
