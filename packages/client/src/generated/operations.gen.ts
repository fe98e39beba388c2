// Written by tooling/generate-client from Asana's API description. Do not edit.

/** A line an operation: id, method, path; `data` or `form` if it has a body; `pages`, `list` or `envelope`. */
export const operationLines = `getAccessRequests GET /access_requests list
createAccessRequest POST /access_requests data
approveAccessRequest POST /access_requests/{access_request_gid}/approve
rejectAccessRequest POST /access_requests/{access_request_gid}/reject
getAgent GET /agents/{agent_gid}
getAllocations GET /allocations pages
createAllocation POST /allocations data
deleteAllocation DELETE /allocations/{allocation_gid}
getAllocation GET /allocations/{allocation_gid}
updateAllocation PUT /allocations/{allocation_gid} data
getAttachmentsForObject GET /attachments pages
createAttachmentForObject POST /attachments form
deleteAttachment DELETE /attachments/{attachment_gid}
getAttachment GET /attachments/{attachment_gid}
createBatchRequest POST /batch data
getBudgets GET /budgets list
createBudget POST /budgets data
deleteBudget DELETE /budgets/{budget_gid}
getBudget GET /budgets/{budget_gid}
updateBudget PUT /budgets/{budget_gid} data
createCustomField POST /custom_fields data
deleteCustomField DELETE /custom_fields/{custom_field_gid}
getCustomField GET /custom_fields/{custom_field_gid}
updateCustomField PUT /custom_fields/{custom_field_gid} data
createEnumOptionForCustomField POST /custom_fields/{custom_field_gid}/enum_options data
insertEnumOptionForCustomField POST /custom_fields/{custom_field_gid}/enum_options/insert data
getCustomTypes GET /custom_types pages
getCustomType GET /custom_types/{custom_type_gid}
updateEnumOption PUT /enum_options/{enum_option_gid} data
getEvents GET /events envelope
createGraphExport POST /exports/graph data
createResourceExport POST /exports/resource data
getGoalRelationships GET /goal_relationships pages
getGoalRelationship GET /goal_relationships/{goal_relationship_gid}
updateGoalRelationship PUT /goal_relationships/{goal_relationship_gid} data
getGoals GET /goals pages
createGoal POST /goals data
deleteGoal DELETE /goals/{goal_gid}
getGoal GET /goals/{goal_gid}
updateGoal PUT /goals/{goal_gid} data
addCustomFieldSettingForGoal POST /goals/{goal_gid}/addCustomFieldSetting data
addFollowers POST /goals/{goal_gid}/addFollowers data
addSupportingRelationship POST /goals/{goal_gid}/addSupportingRelationship data
getCustomFieldSettingsForGoal GET /goals/{goal_gid}/custom_field_settings pages
getParentGoalsForGoal GET /goals/{goal_gid}/parentGoals list
removeCustomFieldSettingForGoal POST /goals/{goal_gid}/removeCustomFieldSetting data
removeFollowers POST /goals/{goal_gid}/removeFollowers data
removeSupportingRelationship POST /goals/{goal_gid}/removeSupportingRelationship data
createGoalMetric POST /goals/{goal_gid}/setMetric data
updateGoalMetric POST /goals/{goal_gid}/setMetricCurrentValue data
getStoriesForGoal GET /goals/{goal_gid}/stories pages
createStoryForGoal POST /goals/{goal_gid}/stories data
getJob GET /jobs/{job_gid}
getMemberships GET /memberships pages
createMembership POST /memberships data
deleteMembership DELETE /memberships/{membership_gid}
getMembership GET /memberships/{membership_gid}
updateMembership PUT /memberships/{membership_gid} data
getOooEntries GET /ooo_entries pages
createOooEntry POST /ooo_entries data
deleteOooEntry DELETE /ooo_entries/{ooo_entry_gid}
getOooEntry GET /ooo_entries/{ooo_entry_gid}
updateOooEntry PUT /ooo_entries/{ooo_entry_gid} data
createOrganizationExport POST /organization_exports data
getOrganizationExport GET /organization_exports/{organization_export_gid}
getPortfolioMemberships GET /portfolio_memberships pages
getPortfolioMembership GET /portfolio_memberships/{portfolio_membership_gid}
getPortfolios GET /portfolios pages
createPortfolio POST /portfolios data
deletePortfolio DELETE /portfolios/{portfolio_gid}
getPortfolio GET /portfolios/{portfolio_gid}
updatePortfolio PUT /portfolios/{portfolio_gid} data
addCustomFieldSettingForPortfolio POST /portfolios/{portfolio_gid}/addCustomFieldSetting data
addItemForPortfolio POST /portfolios/{portfolio_gid}/addItem data
addMembersForPortfolio POST /portfolios/{portfolio_gid}/addMembers data
getCustomFieldSettingsForPortfolio GET /portfolios/{portfolio_gid}/custom_field_settings pages
duplicatePortfolio POST /portfolios/{portfolio_gid}/duplicate data
getItemsForPortfolio GET /portfolios/{portfolio_gid}/items pages
getPortfolioMembershipsForPortfolio GET /portfolios/{portfolio_gid}/portfolio_memberships pages
getProjectPortfolioSettingsForPortfolio GET /portfolios/{portfolio_gid}/project_portfolio_settings pages
removeCustomFieldSettingForPortfolio POST /portfolios/{portfolio_gid}/removeCustomFieldSetting data
removeItemForPortfolio POST /portfolios/{portfolio_gid}/removeItem data
removeMembersForPortfolio POST /portfolios/{portfolio_gid}/removeMembers data
deleteProjectBrief DELETE /project_briefs/{project_brief_gid}
getProjectBrief GET /project_briefs/{project_brief_gid}
updateProjectBrief PUT /project_briefs/{project_brief_gid} data
getProjectMembership GET /project_memberships/{project_membership_gid}
getProjectPortfolioSetting GET /project_portfolio_settings/{project_portfolio_setting_gid}
updateProjectPortfolioSetting PUT /project_portfolio_settings/{project_portfolio_setting_gid} data
deleteProjectStatus DELETE /project_statuses/{project_status_gid}
getProjectStatus GET /project_statuses/{project_status_gid}
getProjectTemplates GET /project_templates pages
deleteProjectTemplate DELETE /project_templates/{project_template_gid}
getProjectTemplate GET /project_templates/{project_template_gid}
instantiateProject POST /project_templates/{project_template_gid}/instantiateProject data
getProjects GET /projects pages
createProject POST /projects data
deleteProject DELETE /projects/{project_gid}
getProject GET /projects/{project_gid}
updateProject PUT /projects/{project_gid} data
addCustomFieldSettingForProject POST /projects/{project_gid}/addCustomFieldSetting data
addFollowersForProject POST /projects/{project_gid}/addFollowers data
addMembersForProject POST /projects/{project_gid}/addMembers data
getCustomFieldSettingsForProject GET /projects/{project_gid}/custom_field_settings pages
duplicateProject POST /projects/{project_gid}/duplicate data
createProjectBrief POST /projects/{project_gid}/project_briefs data
getProjectMembershipsForProject GET /projects/{project_gid}/project_memberships pages
getProjectPortfolioSettingsForProject GET /projects/{project_gid}/project_portfolio_settings pages
getProjectStatusesForProject GET /projects/{project_gid}/project_statuses pages
createProjectStatusForProject POST /projects/{project_gid}/project_statuses data
removeCustomFieldSettingForProject POST /projects/{project_gid}/removeCustomFieldSetting data
removeFollowersForProject POST /projects/{project_gid}/removeFollowers data
removeMembersForProject POST /projects/{project_gid}/removeMembers data
projectSaveAsTemplate POST /projects/{project_gid}/saveAsTemplate data
getSectionsForProject GET /projects/{project_gid}/sections pages
createSectionForProject POST /projects/{project_gid}/sections data
insertSectionForProject POST /projects/{project_gid}/sections/insert data
getTaskCountsForProject GET /projects/{project_gid}/task_counts
getTasksForProject GET /projects/{project_gid}/tasks pages
getRates GET /rates pages
createRate POST /rates data
deleteRate DELETE /rates/{rate_gid}
getRate GET /rates/{rate_gid}
updateRate PUT /rates/{rate_gid} data
getReactionsOnObject GET /reactions pages
getRoles GET /roles pages
createRole POST /roles data
deleteRole DELETE /roles/{role_gid}
getRole GET /roles/{role_gid}
updateRole PUT /roles/{role_gid} data
triggerRule POST /rule_triggers/{rule_trigger_gid}/run data
deleteSection DELETE /sections/{section_gid}
getSection GET /sections/{section_gid}
updateSection PUT /sections/{section_gid} data
addTaskForSection POST /sections/{section_gid}/addTask data
getTasksForSection GET /sections/{section_gid}/tasks pages
getStatusesForObject GET /status_updates pages
createStatusForObject POST /status_updates data
deleteStatus DELETE /status_updates/{status_update_gid}
getStatus GET /status_updates/{status_update_gid}
deleteStory DELETE /stories/{story_gid}
getStory GET /stories/{story_gid}
updateStory PUT /stories/{story_gid} data
getTags GET /tags pages
createTag POST /tags data
deleteTag DELETE /tags/{tag_gid}
getTag GET /tags/{tag_gid}
updateTag PUT /tags/{tag_gid} data
getTasksForTag GET /tags/{tag_gid}/tasks pages
getTaskTemplates GET /task_templates pages
deleteTaskTemplate DELETE /task_templates/{task_template_gid}
getTaskTemplate GET /task_templates/{task_template_gid}
instantiateTask POST /task_templates/{task_template_gid}/instantiateTask data
getTasks GET /tasks pages
createTask POST /tasks data
deleteTask DELETE /tasks/{task_gid}
getTask GET /tasks/{task_gid}
updateTask PUT /tasks/{task_gid} data
addDependenciesForTask POST /tasks/{task_gid}/addDependencies data
addDependentsForTask POST /tasks/{task_gid}/addDependents data
addFollowersForTask POST /tasks/{task_gid}/addFollowers data
addProjectForTask POST /tasks/{task_gid}/addProject data
addTagForTask POST /tasks/{task_gid}/addTag data
getDependenciesForTask GET /tasks/{task_gid}/dependencies pages
getDependentsForTask GET /tasks/{task_gid}/dependents pages
duplicateTask POST /tasks/{task_gid}/duplicate data
getProjectsForTask GET /tasks/{task_gid}/projects pages
removeDependenciesForTask POST /tasks/{task_gid}/removeDependencies data
removeDependentsForTask POST /tasks/{task_gid}/removeDependents data
removeFollowerForTask POST /tasks/{task_gid}/removeFollowers data
removeProjectForTask POST /tasks/{task_gid}/removeProject data
removeTagForTask POST /tasks/{task_gid}/removeTag data
setParentForTask POST /tasks/{task_gid}/setParent data
getStoriesForTask GET /tasks/{task_gid}/stories pages
createStoryForTask POST /tasks/{task_gid}/stories data
getSubtasksForTask GET /tasks/{task_gid}/subtasks pages
createSubtaskForTask POST /tasks/{task_gid}/subtasks data
getTagsForTask GET /tasks/{task_gid}/tags pages
getTimeTrackingEntriesForTask GET /tasks/{task_gid}/time_tracking_entries pages
createTimeTrackingEntry POST /tasks/{task_gid}/time_tracking_entries data
getTeamMemberships GET /team_memberships pages
getTeamMembership GET /team_memberships/{team_membership_gid}
createTeam POST /teams data
getTeam GET /teams/{team_gid}
updateTeam PUT /teams/{team_gid} data
addUserForTeam POST /teams/{team_gid}/addUser data
getCustomFieldSettingsForTeam GET /teams/{team_gid}/custom_field_settings list
getProjectTemplatesForTeam GET /teams/{team_gid}/project_templates pages
getProjectsForTeam GET /teams/{team_gid}/projects pages
createProjectForTeam POST /teams/{team_gid}/projects data
removeUserForTeam POST /teams/{team_gid}/removeUser data
getTeamMembershipsForTeam GET /teams/{team_gid}/team_memberships pages
getUsersForTeam GET /teams/{team_gid}/users list
getTimePeriods GET /time_periods pages
getTimePeriod GET /time_periods/{time_period_gid}
getTimeTrackingCategories GET /time_tracking_categories pages
createTimeTrackingCategory POST /time_tracking_categories data
deleteTimeTrackingCategory DELETE /time_tracking_categories/{time_tracking_category_gid}
getTimeTrackingCategory GET /time_tracking_categories/{time_tracking_category_gid}
updateTimeTrackingCategory PUT /time_tracking_categories/{time_tracking_category_gid} data
getTimeTrackingEntriesForTimeTrackingCategory GET /time_tracking_categories/{time_tracking_category_gid}/time_tracking_entries pages
getTimeTrackingEntries GET /time_tracking_entries pages
deleteTimeTrackingEntry DELETE /time_tracking_entries/{time_tracking_entry_gid}
getTimeTrackingEntry GET /time_tracking_entries/{time_tracking_entry_gid}
updateTimeTrackingEntry PUT /time_tracking_entries/{time_tracking_entry_gid} data
getTimesheetApprovalStatuses GET /timesheet_approval_statuses pages
createTimesheetApprovalStatus POST /timesheet_approval_statuses data
getTimesheetApprovalStatus GET /timesheet_approval_statuses/{timesheet_approval_status_gid}
updateTimesheetApprovalStatus PUT /timesheet_approval_statuses/{timesheet_approval_status_gid} data
getUserTaskList GET /user_task_lists/{user_task_list_gid}
getTasksForUserTaskList GET /user_task_lists/{user_task_list_gid}/tasks pages
getUsers GET /users pages
getUser GET /users/{user_gid}
updateUser PUT /users/{user_gid} data
getFavoritesForUser GET /users/{user_gid}/favorites pages
getTeamMembershipsForUser GET /users/{user_gid}/team_memberships pages
getTeamsForUser GET /users/{user_gid}/teams pages
getUserTaskListForUser GET /users/{user_gid}/user_task_list
getWorkspaceMembershipsForUser GET /users/{user_gid}/workspace_memberships pages
getWebhooks GET /webhooks pages
createWebhook POST /webhooks data
deleteWebhook DELETE /webhooks/{webhook_gid}
getWebhook GET /webhooks/{webhook_gid}
updateWebhook PUT /webhooks/{webhook_gid} data
getWorkspaceMembership GET /workspace_memberships/{workspace_membership_gid}
getWorkspaces GET /workspaces pages
getWorkspace GET /workspaces/{workspace_gid}
updateWorkspace PUT /workspaces/{workspace_gid} data
addUserForWorkspace POST /workspaces/{workspace_gid}/addUser data
getAgentsForWorkspace GET /workspaces/{workspace_gid}/agents pages
getAuditLogEvents GET /workspaces/{workspace_gid}/audit_log_events pages
getCustomFieldsForWorkspace GET /workspaces/{workspace_gid}/custom_fields pages
getWorkspaceEvents GET /workspaces/{workspace_gid}/events envelope
getProjectsForWorkspace GET /workspaces/{workspace_gid}/projects pages
createProjectForWorkspace POST /workspaces/{workspace_gid}/projects data
searchProjectsForWorkspace GET /workspaces/{workspace_gid}/projects/search list
removeUserForWorkspace POST /workspaces/{workspace_gid}/removeUser data
getTagsForWorkspace GET /workspaces/{workspace_gid}/tags pages
createTagForWorkspace POST /workspaces/{workspace_gid}/tags data
getTaskForCustomID GET /workspaces/{workspace_gid}/tasks/custom_id/{custom_id}
searchTasksForWorkspace GET /workspaces/{workspace_gid}/tasks/search list
getTeamsForWorkspace GET /workspaces/{workspace_gid}/teams pages
typeaheadForWorkspace GET /workspaces/{workspace_gid}/typeahead list
getUsersForWorkspace GET /workspaces/{workspace_gid}/users list
getUserForWorkspace GET /workspaces/{workspace_gid}/users/{user_gid}
updateUserForWorkspace PUT /workspaces/{workspace_gid}/users/{user_gid} data
getWorkspaceMembershipsForWorkspace GET /workspaces/{workspace_gid}/workspace_memberships pages`
