// Written by tooling/generate-client from Asana's API description. Do not edit.

/** Shapes that have a name, a line each. */
export const shapeLines = `AccessRequestCreateRequest {target*:s,message:s?}
AddCustomFieldSettingRequest {custom_field*:<s|@CustomFieldCreateRequest;>,is_important:b,insert_before:s,insert_after:s}
AddFollowersRequest {followers*:s}
AddMembersRequest {members*:s}
AllocationRequest {start_date:d,end_date:d,effort:{type:(hours|percent),value:n}?,assignee:s,parent:s}
AttachmentRequest {resource_subtype:(asana|external),file:x,parent*:s,url:s,name:s,connect_to_app:b}
BatchRequest {actions:[@BatchRequestAction;]}
BatchRequestAction {relative_path*:s,method*:(get|post|put|delete|patch|head),data:m,options:{limit:i,offset:i,fields:[s]}}
BudgetActualRequest {billable_status_filter:(billable|non_billable|any)}
BudgetEstimateRequest {billable_status_filter:(billable|non_billable|any),source:(none|tasks|capacity_plans),enabled:b}
BudgetRequest {budget_type:(cost|time),estimate:@BudgetEstimateRequest;,actual:@BudgetActualRequest;,total:@BudgetTotalRequest;,parent:s}
BudgetTotalRequest {enabled:b,value:n}
CreateMembershipRequest {access_level:s,member:s,parent:s,role:s}
CreateTimeTrackingEntryRequest {duration_minutes:i,entered_on:d,attributable_to:s,billable_status:(billable|nonBillable|notApplicable),description:s,categories:[s]}
CreateTimesheetApprovalStatusRequest {user*:s,workspace*:s,start_date*:d,end_date*:d}
CustomFieldCreateRequest {name:s,enum_options:[@EnumOption;],id_prefix:s?,input_restrictions:[(task|project|portfolio|goal)],is_formula_field:b,date_value:{date:s,date_time:s}?,enum_value:@EnumOption;?,multi_enum_values:[@EnumOption;],number_value:n?,text_value:s?,description:s,precision:i,format:(currency|identifier|percentage|custom|duration|none),currency_code:s?,custom_label:s?,custom_label_position:(prefix|suffix)?,has_notifications_enabled:b,workspace*:s,owned_by_app:b,people_value:[s],reference_value:[s],resource_subtype*:(text|enum|multi_enum|number|date|people|reference)}
CustomFieldRequest {name:s,enum_options:[@EnumOption;],id_prefix:s?,input_restrictions:[(task|project|portfolio|goal)],is_formula_field:b,date_value:{date:s,date_time:s}?,enum_value:@EnumOption;?,multi_enum_values:[@EnumOption;],number_value:n?,text_value:s?,description:s,precision:i,format:(currency|identifier|percentage|custom|duration|none),currency_code:s?,custom_label:s?,custom_label_position:(prefix|suffix)?,has_notifications_enabled:b,workspace*:s,owned_by_app:b,people_value:[s],reference_value:[s]}
DateVariableRequest {gid:s,value:t?}
EnumOption {name:s,enabled:b,color:s}
EnumOptionBase {name:s,enabled:b,color:s}
EnumOptionInsertRequest {enum_option*:s,before_enum_option:s,after_enum_option:s}
EnumOptionRequest {name:s,enabled:b,color:s,insert_before:s,insert_after:s}
GoalAddSupportingRelationshipRequest {supporting_resource*:s,insert_before:s,insert_after:s,contribution_weight:n}
GoalMetricCurrentValueRequest {current_number_value:n}
GoalMetricRequest {precision:i,unit:(none|currency|percentage),currency_code:s?,initial_number_value:n,target_number_value:n,current_number_value:n,progress_source:(manual|subgoal_progress|project_task_completion|project_milestone_completion|task_completion|external),is_custom_weight:b}
GoalRelationshipRequest {contribution_weight:n}
GoalRemoveSupportingRelationshipRequest {supporting_resource*:s}
GoalRequest {name:s,html_notes:s,notes:s,due_on:s?,start_on:s?,is_workspace_level:b,liked:b,team:s?,workspace:s,time_period:s?,owner:s?,followers:[s]}
GoalUpdateRequest {name:s,html_notes:s,notes:s,due_on:s?,start_on:s?,is_workspace_level:b,liked:b,team:s?,workspace:s,time_period:s?,owner:s?,status:s?,custom_fields:m}
GraphExportRequest {parent:s}
MembershipRequest {access_level:s}
ModifyDependenciesRequest {dependencies:[s]}
ModifyDependentsRequest {dependents:[s]}
OooEntryUpdateRequest {start_date:d,end_date:d}
OrganizationExportRequest {organization:s}
PortfolioAddItemRequest {item*:s,insert_before:s,insert_after:s}
PortfolioDuplicateRequest {name*:s,include:s}
PortfolioRemoveItemRequest {item*:s}
PortfolioRequest {name:s,archived:b,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray),start_on:d?,due_on:d?,default_access_level:(admin|editor|viewer),workspace:s,public:b}
PortfolioUpdateRequest {name:s,archived:b,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray),start_on:d?,due_on:d?,default_access_level:(admin|editor|viewer),custom_fields:m}
ProjectBriefRequest {title:s,html_text:s,text:s}
ProjectDuplicateRequest {name*:s,include:s,schedule_dates:{should_skip_weekends:b,due_on:s,start_on:s}}
ProjectPortfolioSettingUpdateRequest {is_access_control_inherited:b}
ProjectRequest {name:s,archived:b,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray|none)?,icon:(list|board|timeline|calendar|rocket|people|graph|star|bug|light_bulb|globe|gear|notebook|computer|check|target|html|megaphone|chat_bubbles|briefcase|page_layout|mountain_flag|puzzle|presentation|line_and_symbols|speed_dial|ribbon|shoe|shopping_basket|map|ticket|coins)?,current_status:@ProjectStatusResponse;?,current_status_update:@StatusUpdateCompact;?,default_view:(list|board|calendar|timeline),due_date:d?,due_on:d?,html_notes:s,notes:s,public:b,privacy_setting:(public_to_workspace|private_to_team|private),start_on:d?,default_access_level:(admin|editor|commenter|viewer),minimum_access_level_for_customization:(admin|editor),minimum_access_level_for_sharing:(admin|editor),custom_fields:m,followers:s,owner:s?,team:s,workspace:s}
ProjectSaveAsTemplateRequest {name*:s,team:s,workspace:s,public*:b}
ProjectSectionInsertRequest {section*:s,before_section:s,after_section:s}
ProjectStatusRequest {title:s,text:s,html_text:s,color:(green|yellow|red|blue|complete)}
ProjectStatusResponse {title:s,text:s,html_text:s,color:(green|yellow|red|blue|complete),author:@UserCompact;,created_by:@UserCompact;}
ProjectTemplateInstantiateProjectRequest {name*:s,team:s,public:b,privacy_setting:(public_to_workspace|private_to_team|private),is_strict:b,requested_dates:[@DateVariableRequest;],requested_roles:[@RequestedRoleRequest;]}
ProjectUpdateRequest {name:s,archived:b,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray|none)?,icon:(list|board|timeline|calendar|rocket|people|graph|star|bug|light_bulb|globe|gear|notebook|computer|check|target|html|megaphone|chat_bubbles|briefcase|page_layout|mountain_flag|puzzle|presentation|line_and_symbols|speed_dial|ribbon|shoe|shopping_basket|map|ticket|coins)?,current_status:@ProjectStatusResponse;?,current_status_update:@StatusUpdateCompact;?,default_view:(list|board|calendar|timeline),due_date:d?,due_on:d?,html_notes:s,notes:s,public:b,privacy_setting:(public_to_workspace|private_to_team|private),start_on:d?,default_access_level:(admin|editor|commenter|viewer),minimum_access_level_for_customization:(admin|editor),minimum_access_level_for_sharing:(admin|editor),custom_fields:m,followers:s,owner:s?,team:s}
RateRequest {parent*:s,resource*:s,rate*:n}
RateUpdateRequest {rate:n}
RbacRoleRequest {name*:s,description*:s,is_standard_role:b,base_role_type*:(guest|member|admin|super_admin),permissions:{create_app_authorization:b,create_pat_authorization:b,share_goal_with_domain:b,share_portfolios_with_org:b,assign_roles:b,manage_roles:b,export_project_data:b,task_deletion_policy:(all|owned|none),download_mobile_attachments:b,import_data:b,create_global_custom_fields:b,upload_attachments:b,create_team:b,allowed_guest_invites:(all|none),create_and_edit_ai_automations:b,proactive_ai:b,standard_ai:b,create_and_edit_ai_teammates:b,share_teams_with_org:b,create_goal:b,create_project:b,create_read_only_link:b,create_portfolio:b,view_public_teams:b,view_shared_with_org_projects:b,view_shared_with_org_tasks:b,view_shared_with_org_portfolios:b},workspace*:s}
RbacRoleUpdateRequest {name:s,description:s,is_standard_role:b,base_role_type:(guest|member|admin|super_admin),permissions:{create_app_authorization:b,create_pat_authorization:b,share_goal_with_domain:b,share_portfolios_with_org:b,assign_roles:b,manage_roles:b,export_project_data:b,task_deletion_policy:(all|owned|none),download_mobile_attachments:b,import_data:b,create_global_custom_fields:b,upload_attachments:b,create_team:b,allowed_guest_invites:(all|none),create_and_edit_ai_automations:b,proactive_ai:b,standard_ai:b,create_and_edit_ai_teammates:b,share_teams_with_org:b,create_goal:b,create_project:b,create_read_only_link:b,create_portfolio:b,view_public_teams:b,view_shared_with_org_projects:b,view_shared_with_org_tasks:b,view_shared_with_org_portfolios:b}}
RemoveCustomFieldSettingRequest {custom_field*:s}
RemoveFollowersRequest {followers*:s}
RemoveMembersRequest {members*:s}
RequestedRoleRequest {gid:s,value:s}
ResourceExportFilters {assigned_by.any:[s],assignee.any:[s],commented_on_by.any:[s],created_at.after:t,created_at.before:t,created_by.any:[s],followers.any:[s],liked_by.any:[s],modified_at.after:t,modified_at.before:t}
ResourceExportRequest {workspace:s,export_request_parameters:[@ResourceExportRequestParameter;]}
ResourceExportRequestParameter {resource_type:s,filters:@ResourceExportFilters;,fields:[s]}
RuleTriggerRequest {resource*:s,action_data*:m}
SectionRequest {name*:s,insert_before:s,insert_after:s}
SectionTaskInsertRequest {task*:s,insert_before:s,insert_after:s}
StatusUpdateCompact {title:s}
StatusUpdateRequest {title:s,text*:s,html_text:s,status_type*:(on_track|at_risk|off_track|on_hold|complete|achieved|partial|missed|dropped),parent*:s}
StoryRequest {text:s,html_text:s,is_pinned:b,sticker_name:(green_checkmark|people_dancing|dancing_unicorn|heart|party_popper|people_waving_flags|splashing_narwhal|trophy|yeti_riding_unicorn|celebrating_people|determined_climbers|phoenix_spreading_love)}
TagCreateRequest {name:s,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray)?,notes:s,followers:[s],workspace:s}
TagCreateTagForWorkspaceRequest {name:s,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray)?,notes:s,followers:[s]}
TagUpdateRequest {name:s,color:(dark-pink|dark-green|dark-blue|dark-red|dark-teal|dark-brown|dark-orange|dark-purple|dark-warm-gray|light-pink|light-green|light-blue|light-red|light-teal|light-brown|light-orange|light-purple|light-warm-gray)?,notes:s}
TaskAddFollowersRequest {followers*:[s]}
TaskAddProjectRequest {project*:s,insert_after:s?,insert_before:s?,section:s?}
TaskAddTagRequest {tag*:s}
TaskCreateRequest {name:s,resource_subtype:(default_task|milestone|approval|custom),approval_status:(pending|approved|rejected|changes_requested),assignee_status:(today|upcoming|later|new|inbox),completed:b,due_at:t?,due_on:d?,external:{gid:s,data:s},html_notes:s,liked:b,notes:s,start_at:t?,start_on:d?,assignee:s?,assignee_section:s?,custom_fields:m,parent:s?,followers:[s],projects:[s],tags:[s],workspace:s}
TaskDuplicateRequest {name:s,include:s}
TaskRemoveFollowersRequest {followers*:[s]}
TaskRemoveProjectRequest {project*:s}
TaskRemoveTagRequest {tag*:s}
TaskSetParentRequest {parent*:s,insert_after:s,insert_before:s}
TaskTemplateInstantiateTaskRequest {name:s}
TaskUpdateRequest {name:s,resource_subtype:(default_task|milestone|approval|custom),approval_status:(pending|approved|rejected|changes_requested),assignee_status:(today|upcoming|later|new|inbox),completed:b,due_at:t?,due_on:d?,external:{gid:s,data:s},html_notes:s,liked:b,notes:s,start_at:t?,start_on:d?,assignee:s?,assignee_section:s?,custom_fields:m,parent:s?,custom_type:s?,custom_type_status_option:s?}
TeamAddUserRequest {user:s}
TeamRemoveUserRequest {user:s}
TeamRequest {name:s,description:s,html_description:s,organization:s,visibility:(secret|request_to_join|public),edit_team_name_or_description_access_level:(all_team_members|only_team_admins),edit_team_visibility_or_trash_team_access_level:(all_team_members|only_team_admins),member_invite_management_access_level:(all_team_members|only_team_admins),guest_invite_management_access_level:(all_team_members|only_team_admins),join_request_management_access_level:(all_team_members|only_team_admins),team_member_removal_access_level:(all_team_members|only_team_admins),team_content_management_access_level:(no_restriction|only_team_admins),endorsed:b}
TimeTrackingCategoryCreateRequest {name*:s,color:(none|red|orange|yellow-orange|yellow|yellow-green|green|blue-green|aqua|blue|indigo|purple|magenta|hot-pink|pink|cool-gray),workspace*:s}
TimeTrackingCategoryUpdateRequest {name:s,color:(none|red|orange|yellow-orange|yellow|yellow-green|green|blue-green|aqua|blue|indigo|purple|magenta|hot-pink|pink|cool-gray),is_archived:b}
UpdateTimeTrackingEntryRequest {duration_minutes:i,entered_on:d,attributable_to:s,billable_status:(billable|nonBillable|notApplicable),description:s,categories:[s]}
UpdateTimesheetApprovalStatusRequest {approval_status*:(submitted|draft|approved|rejected),message:s}
UserCompact {name:s}
UserUpdateRequest {name:s,custom_fields:m}
WebhookFilter {resource_type:s,resource_subtype:s,action:s,fields:[s]}
WebhookRequest {resource*:s,target*:u,filters:[@WebhookFilter;]}
WebhookUpdateRequest {filters:[@WebhookFilter;]}
WorkspaceAddUserRequest {user:s}
WorkspaceRemoveUserRequest {user:s}
WorkspaceRequest {name:s}`

/** A line an operation: id, which common query parameters, the others, the shape of `data`. */
export const parameterLines = `getAccessRequests pf {target*:s,user:s}
createAccessRequest - - @AccessRequestCreateRequest;
approveAccessRequest - -
rejectAccessRequest - -
getAgent pf -
getAllocations plof {parent:s,assignee:s,workspace:s}
createAllocation pf - {start_date*:d,end_date*:d,effort:{type:(hours|percent),value:n}?,assignee*:s,parent*:s}
deleteAllocation p -
getAllocation pf -
updateAllocation pf - @AllocationRequest;
getAttachmentsForObject plof {parent*:s}
createAttachmentForObject pf - @AttachmentRequest;
deleteAttachment p -
getAttachment pf -
createBatchRequest pf - @BatchRequest;
getBudgets p {parent*:s}
createBudget p - @BudgetRequest;
deleteBudget p -
getBudget pf -
updateBudget pf - @BudgetRequest;
createCustomField pf - @CustomFieldCreateRequest;
deleteCustomField p -
getCustomField pf -
updateCustomField pf - @CustomFieldRequest;
createEnumOptionForCustomField pf - @EnumOptionRequest;
insertEnumOptionForCustomField pf - @EnumOptionInsertRequest;
getCustomTypes plof {project*:s}
getCustomType pf -
updateEnumOption pf - @EnumOptionBase;
getEvents pf {resource*:s,sync:s}
createGraphExport - - @GraphExportRequest;
createResourceExport - - @ResourceExportRequest;
getGoalRelationships plof {supported_goal*:s,resource_subtype:s}
getGoalRelationship pf -
updateGoalRelationship pf - @GoalRelationshipRequest;
getGoals plof {portfolio:s,project:s,task:s,is_workspace_level:b,team:s,workspace:s,time_periods:[s]}
createGoal pf - @GoalRequest;
deleteGoal p -
getGoal pf -
updateGoal pf - @GoalUpdateRequest;
addCustomFieldSettingForGoal p - @AddCustomFieldSettingRequest;
addFollowers pf - @TaskAddFollowersRequest;
addSupportingRelationship pf - @GoalAddSupportingRelationshipRequest;
getCustomFieldSettingsForGoal plof -
getParentGoalsForGoal pf -
removeCustomFieldSettingForGoal p - @RemoveCustomFieldSettingRequest;
removeFollowers pf - @TaskAddFollowersRequest;
removeSupportingRelationship p - @GoalRemoveSupportingRelationshipRequest;
createGoalMetric pf - @GoalMetricRequest;
updateGoalMetric pf - @GoalMetricCurrentValueRequest;
getStoriesForGoal plof -
createStoryForGoal pf - @StoryRequest;
getJob pf -
getMemberships plof {parent:s,member:s,resource_subtype:(project_membership)}
createMembership p - @CreateMembershipRequest;
deleteMembership p -
getMembership p -
updateMembership p - @MembershipRequest;
getOooEntries plof {user*:s,workspace*:s,start_date:d,end_date:d}
createOooEntry pf - {start_date*:d,end_date*:d,user*:s,workspace*:s}
deleteOooEntry p -
getOooEntry pf -
updateOooEntry pf - @OooEntryUpdateRequest;
createOrganizationExport pf - @OrganizationExportRequest;
getOrganizationExport pf -
getPortfolioMemberships plof {portfolio:s,workspace:s,user:s}
getPortfolioMembership pf -
getPortfolios plof {workspace*:s,owner:s}
createPortfolio pf - @PortfolioRequest;
deletePortfolio p -
getPortfolio pf -
updatePortfolio pf - @PortfolioUpdateRequest;
addCustomFieldSettingForPortfolio p - @AddCustomFieldSettingRequest;
addItemForPortfolio p - @PortfolioAddItemRequest;
addMembersForPortfolio pf - @AddMembersRequest;
getCustomFieldSettingsForPortfolio plof -
duplicatePortfolio pf - @PortfolioDuplicateRequest;
getItemsForPortfolio plof -
getPortfolioMembershipsForPortfolio plof {user:s}
getProjectPortfolioSettingsForPortfolio plof -
removeCustomFieldSettingForPortfolio p - @RemoveCustomFieldSettingRequest;
removeItemForPortfolio p - @PortfolioRemoveItemRequest;
removeMembersForPortfolio pf - @RemoveMembersRequest;
deleteProjectBrief p -
getProjectBrief pf -
updateProjectBrief pf - @ProjectBriefRequest;
getProjectMembership pf -
getProjectPortfolioSetting pf -
updateProjectPortfolioSetting pf - @ProjectPortfolioSettingUpdateRequest;
deleteProjectStatus p -
getProjectStatus pf -
getProjectTemplates plof {workspace:s,team:s}
deleteProjectTemplate p -
getProjectTemplate pf -
instantiateProject pf - @ProjectTemplateInstantiateProjectRequest;
getProjects plof {workspace:s,team:s,archived:b}
createProject pf - @ProjectRequest;
deleteProject p -
getProject pf -
updateProject pf - @ProjectUpdateRequest;
addCustomFieldSettingForProject pf - @AddCustomFieldSettingRequest;
addFollowersForProject pf - @AddFollowersRequest;
addMembersForProject pf - @AddMembersRequest;
getCustomFieldSettingsForProject plof -
duplicateProject pf - @ProjectDuplicateRequest;
createProjectBrief pf - @ProjectBriefRequest;
getProjectMembershipsForProject plof {user:s}
getProjectPortfolioSettingsForProject plof -
getProjectStatusesForProject pplof -
createProjectStatusForProject pf - @ProjectStatusRequest;
removeCustomFieldSettingForProject p - @RemoveCustomFieldSettingRequest;
removeFollowersForProject pf - @RemoveFollowersRequest;
removeMembersForProject pf - @RemoveMembersRequest;
projectSaveAsTemplate pf - @ProjectSaveAsTemplateRequest;
getSectionsForProject plof -
createSectionForProject pf - @SectionRequest;
insertSectionForProject p - @ProjectSectionInsertRequest;
getTaskCountsForProject pf -
getTasksForProject plof {completed_since:s}
getRates plof {parent:s,resource:s}
createRate pf - @RateRequest;
deleteRate p -
getRate pf -
updateRate pf - @RateUpdateRequest;
getReactionsOnObject plo {target*:s,emoji_base*:s}
getRoles plof {workspace:s,archived:b}
createRole pf - @RbacRoleRequest;
deleteRole p -
getRole pf -
updateRole pf - @RbacRoleUpdateRequest;
triggerRule - - @RuleTriggerRequest;
deleteSection p -
getSection pf -
updateSection pf - @SectionRequest;
addTaskForSection p - @SectionTaskInsertRequest;
getTasksForSection plof {completed_since:s}
getStatusesForObject plof {parent*:s,created_since:t}
createStatusForObject pf - @StatusUpdateRequest;
deleteStatus p -
getStatus pf -
deleteStory p -
getStory pf -
updateStory pf - @StoryRequest;
getTags plof {workspace:s}
createTag pf - @TagCreateRequest;
deleteTag p -
getTag pf -
updateTag pf - @TagUpdateRequest;
getTasksForTag plof -
getTaskTemplates plof {project:s}
deleteTaskTemplate p -
getTaskTemplate pf -
instantiateTask pf - @TaskTemplateInstantiateTaskRequest;
getTasks plof {assignee:s,project:s,section:s,workspace:s,completed_since:t,modified_since:t}
createTask pf - @TaskCreateRequest;
deleteTask p -
getTask pf -
updateTask pf - @TaskUpdateRequest;
addDependenciesForTask p - @ModifyDependenciesRequest;
addDependentsForTask p - @ModifyDependentsRequest;
addFollowersForTask pf - @TaskAddFollowersRequest;
addProjectForTask p - @TaskAddProjectRequest;
addTagForTask p - @TaskAddTagRequest;
getDependenciesForTask plof -
getDependentsForTask plof -
duplicateTask pf - @TaskDuplicateRequest;
getProjectsForTask plof -
removeDependenciesForTask p - @ModifyDependenciesRequest;
removeDependentsForTask p - @ModifyDependentsRequest;
removeFollowerForTask pf - @TaskRemoveFollowersRequest;
removeProjectForTask p - @TaskRemoveProjectRequest;
removeTagForTask p - @TaskRemoveTagRequest;
setParentForTask pf - @TaskSetParentRequest;
getStoriesForTask plof -
createStoryForTask pf - @StoryRequest;
getSubtasksForTask plof -
createSubtaskForTask pf - @TaskCreateRequest;
getTagsForTask plof -
getTimeTrackingEntriesForTask plof -
createTimeTrackingEntry pf - @CreateTimeTrackingEntryRequest;
getTeamMemberships plof {team:s,user:s,workspace:s}
getTeamMembership pf -
createTeam pf - @TeamRequest;
getTeam pf -
updateTeam pf - @TeamRequest;
addUserForTeam pf - @TeamAddUserRequest;
getCustomFieldSettingsForTeam pf -
getProjectTemplatesForTeam plof -
getProjectsForTeam plof {archived:b}
createProjectForTeam pf - @ProjectRequest;
removeUserForTeam p - @TeamRemoveUserRequest;
getTeamMembershipsForTeam plof -
getUsersForTeam pof -
getTimePeriods plof {start_on:d,end_on:d,workspace*:s}
getTimePeriod pf -
getTimeTrackingCategories plof {workspace*:s,is_archived:b}
createTimeTrackingCategory pf - @TimeTrackingCategoryCreateRequest;
deleteTimeTrackingCategory p -
getTimeTrackingCategory pf -
updateTimeTrackingCategory pf - @TimeTrackingCategoryUpdateRequest;
getTimeTrackingEntriesForTimeTrackingCategory plof {start_date:d,end_date:d}
getTimeTrackingEntries plof {task:s,attributable_to:s,portfolio:s,user:s,workspace:s,entered_on_start_date:d,entered_on_end_date:d,timesheet_approval_status:s}
deleteTimeTrackingEntry p -
getTimeTrackingEntry pf -
updateTimeTrackingEntry pf - @UpdateTimeTrackingEntryRequest;
getTimesheetApprovalStatuses plof {workspace*:s,user:s,from_date:d,to_date:d,approval_statuses:s}
createTimesheetApprovalStatus pf - @CreateTimesheetApprovalStatusRequest;
getTimesheetApprovalStatus pf -
updateTimesheetApprovalStatus pf - @UpdateTimesheetApprovalStatusRequest;
getUserTaskList pf -
getTasksForUserTaskList plof {completed_since:s}
getUsers plof {workspace:s,team:s}
getUser pf {workspace:s}
updateUser pf {workspace:s} @UserUpdateRequest;
getFavoritesForUser plof {resource_type*:(portfolio|project|tag|task|user|project_template),workspace*:s}
getTeamMembershipsForUser plof {workspace*:s}
getTeamsForUser plof {organization*:s}
getUserTaskListForUser pf {workspace*:s}
getWorkspaceMembershipsForUser plof -
getWebhooks plof {workspace*:s,resource:s}
createWebhook pf - @WebhookRequest;
deleteWebhook p -
getWebhook pf -
updateWebhook pf - @WebhookUpdateRequest;
getWorkspaceMembership pf -
getWorkspaces plof -
getWorkspace pf -
updateWorkspace pf - @WorkspaceRequest;
addUserForWorkspace pf - @WorkspaceAddUserRequest;
getAgentsForWorkspace plof -
getAuditLogEvents lo {start_at:t,end_at:t,event_type:s,actor_type:(user|asana|asana_support|anonymous|external_administrator),actor_gid:s,resource_gid:s}
getCustomFieldsForWorkspace plof -
getWorkspaceEvents p {sync:s}
getProjectsForWorkspace plof {archived:b}
createProjectForWorkspace pf - @ProjectRequest;
searchProjectsForWorkspace pf {text:s,sort_by:(due_date|created_at|completed_at|modified_at|relevance),sort_ascending:b,completed:b,teams.any:s,owner.any:s,members.any:s,members.not:s,portfolios.any:s,completed_on:d?,completed_on.before:d,completed_on.after:d,completed_at.before:t,completed_at.after:t,created_on:d?,created_on.before:d,created_on.after:d,created_at.before:t,created_at.after:t,due_on:d?,due_on.before:d,due_on.after:d,due_at.before:t,due_at.after:t,start_on:d?,start_on.before:d,start_on.after:d}
removeUserForWorkspace p - @WorkspaceRemoveUserRequest;
getTagsForWorkspace plof -
createTagForWorkspace pf - @TagCreateTagForWorkspaceRequest;
getTaskForCustomID - -
searchTasksForWorkspace pf {text:s,resource_subtype:(default_task|milestone|approval|custom),assignee.any:s,assignee.not:s,portfolios.any:s,projects.any:s,projects.not:s,projects.all:s,sections.any:s,sections.not:s,sections.all:s,tags.any:s,tags.not:s,tags.all:s,teams.any:s,followers.any:s,followers.not:s,created_by.any:s,created_by.not:s,assigned_by.any:s,assigned_by.not:s,liked_by.not:s,commented_on_by.not:s,due_on.before:d,due_on.after:d,due_on:d?,due_at.before:t,due_at.after:t,start_on.before:d,start_on.after:d,start_on:d?,created_on.before:d,created_on.after:d,created_on:d?,created_at.before:t,created_at.after:t,completed_on.before:d,completed_on.after:d,completed_on:d?,completed_at.before:t,completed_at.after:t,modified_on.before:d,modified_on.after:d,modified_on:d?,modified_at.before:t,modified_at.after:t,is_blocking:b,is_blocked:b,has_attachment:b,completed:b,is_subtask:b,sort_by:(due_date|created_at|completed_at|likes|modified_at|relevance),sort_ascending:b}
getTeamsForWorkspace plof -
typeaheadForWorkspace pf {resource_type*:(actor|agent|custom_field|goal|project|project_template|portfolio|tag|task|team|user),type:(custom_field|portfolio|project|tag|task|user),query:s,count:i}
getUsersForWorkspace pof -
getUserForWorkspace pf -
updateUserForWorkspace pf - @UserUpdateRequest;
getWorkspaceMembershipsForWorkspace plof {user:s}`
