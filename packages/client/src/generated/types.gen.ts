// Written by tooling/generate-client from Asana's API description. Do not edit.

import type { AsanaList } from '../list.ts'
import type { CallOptions, FieldOptions, PageParams } from '../request/call-options.ts'
import type { FileContent } from '../request/file-content.ts'
import type { EventPage } from '../response/event-page.ts'

/** `AccessRequest` as Asana returns it. */
export interface AccessRequest {
  readonly gid: string
  readonly resource_type?: string
  readonly message?: string
  readonly approval_status?: 'pending' | 'approved' | 'denied'
  readonly requester?: User
  readonly target?: AccessRequestTargetId
}

/** What a request sends as `data`. */
export interface AccessRequestCreateRequest {
  readonly target: string
  readonly message?: string | null | undefined
}

/** `AccessRequestTargetId` as Asana returns it. */
export interface AccessRequestTargetId {
  readonly gid: string
  readonly resource_type?: string
}

/** What a request sends as `data`. */
export interface AddCustomFieldSettingRequest {
  readonly custom_field: string | CustomFieldCreateRequest
  readonly is_important?: boolean | undefined
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
}

/** What a request sends as `data`. */
export interface AddFollowersRequest {
  readonly followers: string
}

/** What a request sends as `data`. */
export interface AddMembersRequest {
  readonly members: string
}

/** `Agent` as Asana returns it. */
export interface Agent {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: 'asana_teammate'
  readonly name?: string
  readonly description?: string | null
  readonly behavior_guidance?: string | null
  readonly workspace?: Workspace
  readonly photo?: { readonly image_21x21?: string; readonly image_27x27?: string; readonly image_36x36?: string; readonly image_60x60?: string; readonly image_128x128?: string; readonly image_1024x1024?: string } | null
}

/** `Allocation` as Asana returns it. */
export interface Allocation {
  readonly gid: string
  readonly resource_type?: string
  readonly start_date?: string
  readonly end_date?: string
  readonly effort?: { readonly type?: 'hours' | 'percent'; readonly value?: number } | null
  readonly assignee?: { readonly gid?: string; readonly resource_type?: string; readonly name?: string }
  readonly created_by?: User
  readonly parent?: Project
  readonly resource_subtype?: string
}

/** What a request sends as `data`. */
export interface AllocationRequest {
  readonly start_date?: string | undefined
  readonly end_date?: string | undefined
  readonly effort?: { readonly type?: 'hours' | 'percent' | undefined; readonly value?: number | undefined } | null | undefined
  readonly assignee?: string | undefined
  readonly parent?: string | undefined
}

/** `AsanaEvent` as Asana returns it. */
export interface AsanaEvent {
  readonly user?: User
  readonly resource?: NamedResource
  readonly type?: string
  readonly action?: string
  readonly parent?: NamedResource
  readonly created_at?: string
  readonly change?: { readonly field?: string; readonly action?: string; readonly new_value?: unknown; readonly added_value?: unknown; readonly removed_value?: unknown }
}

/** `Attachment` as Asana returns it. */
export interface Attachment {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly resource_subtype?: string
  readonly created_at?: string
  readonly download_url?: string | null
  readonly permanent_url?: string | null
  readonly host?: string
  readonly parent?: { readonly gid?: string; readonly resource_type?: string; readonly name?: string; readonly resource_subtype?: string | null; readonly created_by?: { readonly gid?: string; readonly resource_type?: string } }
  readonly size?: number
  readonly view_url?: string | null
  readonly connected_to_app?: boolean
}

/** What a request sends as `data`. */
export interface AttachmentRequest {
  readonly resource_subtype?: 'asana' | 'external' | undefined
  readonly file?: FileContent | undefined
  readonly parent: string
  readonly url?: string | undefined
  readonly name?: string | undefined
  readonly connect_to_app?: boolean | undefined
}

/** `AuditLogEvent` as Asana returns it. */
export interface AuditLogEvent {
  readonly gid: string
  readonly created_at?: string
  readonly event_type?: string
  readonly event_category?: string
  readonly actor?: AuditLogEventActor
  readonly resource?: AuditLogEventResource
  readonly details?: AuditLogEventDetails
  readonly context?: AuditLogEventContext
}

/** `AuditLogEventActor` as Asana returns it. */
export interface AuditLogEventActor {
  readonly actor_type?: 'user' | 'asana' | 'asana_support' | 'anonymous' | 'external_administrator'
  readonly gid: string
  readonly name?: string
  readonly email?: string
}

/** `AuditLogEventContext` as Asana returns it. */
export interface AuditLogEventContext {
  readonly context_type?: 'web' | 'desktop' | 'mobile' | 'asana_support' | 'asana' | 'email' | 'api'
  readonly api_authentication_method?: 'cookie' | 'oauth' | 'personal_access_token' | 'service_account'
  readonly client_ip_address?: string
  readonly user_agent?: string
  readonly oauth_app_name?: string
  readonly rule_name?: string
  readonly on_behalf_of_user_id?: number
}

/** `AuditLogEventDetails` as Asana returns it. */
export interface AuditLogEventDetails {
  readonly old_value?: string | null
  readonly new_value?: string | null
  readonly group?: Readonly<Record<string, unknown>>
  readonly saml_response?: string | null
}

/** `AuditLogEventResource` as Asana returns it. */
export interface AuditLogEventResource {
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly gid: string
  readonly name?: string | null
  readonly email?: string
}

/** What a request sends as `data`. */
export interface BatchRequest {
  readonly actions?: readonly BatchRequestActionInput[] | undefined
}

/** What a request sends as `data`. */
export interface BatchRequestActionInput {
  readonly relative_path: string
  readonly method: 'get' | 'post' | 'put' | 'delete' | 'patch' | 'head'
  readonly data?: Readonly<Record<string, unknown>> | undefined
  readonly options?: { readonly limit?: number | undefined; readonly offset?: number | undefined; readonly fields?: readonly string[] | undefined } | undefined
}

/** `BatchResult` as Asana returns it. */
export interface BatchResult {
  readonly status_code?: number
  readonly headers?: Readonly<Record<string, unknown>>
  readonly body?: Readonly<Record<string, unknown>>
}

/** `Budget` as Asana returns it. */
export interface Budget {
  readonly gid: string
  readonly resource_type?: string
  readonly budget_type?: 'cost' | 'time'
  readonly estimate?: BudgetEstimate
  readonly actual?: BudgetActual
  readonly total?: BudgetTotal
  readonly parent?: Project
}

/** `BudgetActual` as Asana returns it. */
export interface BudgetActual {
  readonly billable_status_filter?: 'billable' | 'non_billable' | 'any'
  readonly value?: number
  readonly units?: string
}

/** What a request sends as `data`. */
export interface BudgetActualRequest {
  readonly billable_status_filter?: 'billable' | 'non_billable' | 'any' | undefined
}

/** `BudgetEstimate` as Asana returns it. */
export interface BudgetEstimate {
  readonly billable_status_filter?: 'billable' | 'non_billable' | 'any'
  readonly source?: 'none' | 'tasks' | 'capacity_plans'
  readonly enabled?: boolean
  readonly units?: string
  readonly value?: number
}

/** What a request sends as `data`. */
export interface BudgetEstimateRequest {
  readonly billable_status_filter?: 'billable' | 'non_billable' | 'any' | undefined
  readonly source?: 'none' | 'tasks' | 'capacity_plans' | undefined
  readonly enabled?: boolean | undefined
}

/** What a request sends as `data`. */
export interface BudgetRequest {
  readonly budget_type?: 'cost' | 'time' | undefined
  readonly estimate?: BudgetEstimateRequest | undefined
  readonly actual?: BudgetActualRequest | undefined
  readonly total?: BudgetTotalRequest | undefined
  readonly parent?: string | undefined
}

/** `BudgetTotal` as Asana returns it. */
export interface BudgetTotal {
  readonly enabled?: boolean
  readonly value?: number
  readonly units?: string
}

/** What a request sends as `data`. */
export interface BudgetTotalRequest {
  readonly enabled?: boolean | undefined
  readonly value?: number | undefined
}

/** What a request sends as `data`. */
export interface CreateMembershipRequest {
  readonly access_level?: string | undefined
  readonly member?: string | undefined
  readonly parent?: string | undefined
  readonly role?: string | undefined
}

/** What a request sends as `data`. */
export interface CreateTimeTrackingEntryRequest {
  readonly duration_minutes?: number | undefined
  readonly entered_on?: string | undefined
  readonly attributable_to?: string | undefined
  readonly billable_status?: 'billable' | 'nonBillable' | 'notApplicable' | undefined
  readonly description?: string | undefined
  readonly categories?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface CreateTimesheetApprovalStatusRequest {
  readonly user: string
  readonly workspace: string
  readonly start_date: string
  readonly end_date: string
}

/** `CustomField` as Asana returns it. */
export interface CustomField {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly type?: 'text' | 'enum' | 'multi_enum' | 'number' | 'date' | 'people' | 'reference'
  readonly enum_options?: readonly EnumOption[]
  readonly enabled?: boolean
  readonly representation_type?: 'text' | 'enum' | 'multi_enum' | 'number' | 'date' | 'people' | 'formula' | 'custom_id' | 'reference'
  readonly id_prefix?: string | null
  readonly input_restrictions?: readonly ('task' | 'project' | 'portfolio' | 'goal')[]
  readonly is_formula_field?: boolean
  readonly date_value?: { readonly date?: string; readonly date_time?: string } | null
  readonly enum_value?: EnumOption | null
  readonly multi_enum_values?: readonly EnumOption[]
  readonly number_value?: number | null
  readonly text_value?: string | null
  readonly display_value?: string | null
  readonly description?: string
  readonly precision?: number
  readonly format?: 'currency' | 'identifier' | 'percentage' | 'custom' | 'duration' | 'none'
  readonly currency_code?: string | null
  readonly custom_label?: string | null
  readonly custom_label_position?: 'prefix' | 'suffix' | null
  readonly is_global_to_workspace?: boolean
  readonly has_notifications_enabled?: boolean
  readonly asana_created_field?: 'a_v_requirements' | 'account_name' | 'actionable' | 'align_shipping_link' | 'align_status' | 'allotted_time' | 'appointment' | 'approval_stage' | 'approved' | 'article_series' | 'board_committee' | 'browser' | 'campaign_audience' | 'campaign_project_status' | 'campaign_regions' | 'channel_primary' | 'client_topic_type' | 'complete_by' | 'contact' | 'contact_email_address' | 'content_channels' | 'content_channels_needed' | 'content_stage' | 'content_type' | 'contract' | 'contract_status' | 'cost' | 'creation_stage' | 'creative_channel' | 'creative_needed' | 'creative_needs' | 'data_sensitivity' | 'deal_size' | 'delivery_appt' | 'delivery_appt_date' | 'department' | 'department_responsible' | 'design_request_needed' | 'design_request_type' | 'discussion_category' | 'do_this_task' | 'editorial_content_status' | 'editorial_content_tag' | 'editorial_content_type' | 'effort' | 'effort_level' | 'est_completion_date' | 'estimated_time' | 'estimated_value' | 'expected_cost' | 'external_steps_needed' | 'favorite_idea' | 'feedback_type' | 'financial' | 'funding_amount' | 'grant_application_process' | 'hiring_candidate_status' | 'idea_status' | 'ids_link' | 'ids_patient_link' | 'implementation_stage' | 'insurance' | 'interview_area' | 'interview_question_score' | 'itero_scan_link' | 'job_s_applied_to' | 'lab' | 'launch_status' | 'lead_status' | 'localization_language' | 'localization_market_team' | 'localization_status' | 'meeting_minutes' | 'meeting_needed' | 'minutes' | 'mrr' | 'must_localize' | 'name_of_foundation' | 'need_to_follow_up' | 'next_appointment' | 'next_steps_sales' | 'num_people' | 'number_of_user_reports' | 'office_location' | 'onboarding_activity' | 'owner' | 'participants_needed' | 'patient_date_of_birth' | 'patient_email' | 'patient_phone' | 'patient_status' | 'phone_number' | 'planning_category' | 'point_of_contact' | 'position' | 'post_format' | 'prescription' | 'priority' | 'priority_level' | 'product' | 'product_stage' | 'progress' | 'project_size' | 'project_status' | 'proposed_budget' | 'publish_status' | 'reason_for_scan' | 'referral' | 'request_type' | 'research_status' | 'responsible_department' | 'responsible_team' | 'risk_assessment_status' | 'room_name' | 'sales_counterpart' | 'sentiment' | 'shipping_link' | 'social_channels' | 'stage' | 'status' | 'status_design' | 'status_of_initiative' | 'system_setup' | 'task_progress' | 'team' | 'team_marketing' | 'team_responsible' | 'time_it_takes_to_complete_tasks' | 'timeframe' | 'treatment_type' | 'type_work_requests_it' | 'use_agency' | 'user_name' | 'vendor_category' | 'vendor_type' | 'word_count' | null
  readonly is_value_read_only?: boolean
  readonly created_by?: User | null
  readonly people_value?: readonly User[]
  readonly reference_value?: readonly NamedResource[]
  readonly html_text_value?: string | null
  readonly privacy_setting?: 'public_with_guests' | 'public' | 'private'
  readonly default_access_level?: 'admin' | 'editor' | 'user'
  readonly resource_subtype?: 'text' | 'enum' | 'multi_enum' | 'number' | 'date' | 'people' | 'reference'
}

/** What a request sends as `data`. */
export interface CustomFieldCreateRequest {
  readonly name?: string | undefined
  readonly enum_options?: readonly EnumOptionInput[] | undefined
  readonly id_prefix?: string | null | undefined
  readonly input_restrictions?: readonly ('task' | 'project' | 'portfolio' | 'goal')[] | undefined
  readonly is_formula_field?: boolean | undefined
  readonly date_value?: { readonly date?: string | undefined; readonly date_time?: string | undefined } | null | undefined
  readonly enum_value?: EnumOptionInput | null | undefined
  readonly multi_enum_values?: readonly EnumOptionInput[] | undefined
  readonly number_value?: number | null | undefined
  readonly text_value?: string | null | undefined
  readonly description?: string | undefined
  readonly precision?: number | undefined
  readonly format?: 'currency' | 'identifier' | 'percentage' | 'custom' | 'duration' | 'none' | undefined
  readonly currency_code?: string | null | undefined
  readonly custom_label?: string | null | undefined
  readonly custom_label_position?: 'prefix' | 'suffix' | null | undefined
  readonly has_notifications_enabled?: boolean | undefined
  readonly workspace: string
  readonly owned_by_app?: boolean | undefined
  readonly people_value?: readonly string[] | undefined
  readonly reference_value?: readonly string[] | undefined
  readonly resource_subtype: 'text' | 'enum' | 'multi_enum' | 'number' | 'date' | 'people' | 'reference'
}

/** `CustomFieldMembership` as Asana returns it. */
export interface CustomFieldMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly parent?: CustomField
  readonly member?: Member
  readonly access_level?: 'admin' | 'editor' | 'user'
}

/** What a request sends as `data`. */
export interface CustomFieldRequest {
  readonly name?: string | undefined
  readonly enum_options?: readonly EnumOptionInput[] | undefined
  readonly id_prefix?: string | null | undefined
  readonly input_restrictions?: readonly ('task' | 'project' | 'portfolio' | 'goal')[] | undefined
  readonly is_formula_field?: boolean | undefined
  readonly date_value?: { readonly date?: string | undefined; readonly date_time?: string | undefined } | null | undefined
  readonly enum_value?: EnumOptionInput | null | undefined
  readonly multi_enum_values?: readonly EnumOptionInput[] | undefined
  readonly number_value?: number | null | undefined
  readonly text_value?: string | null | undefined
  readonly description?: string | undefined
  readonly precision?: number | undefined
  readonly format?: 'currency' | 'identifier' | 'percentage' | 'custom' | 'duration' | 'none' | undefined
  readonly currency_code?: string | null | undefined
  readonly custom_label?: string | null | undefined
  readonly custom_label_position?: 'prefix' | 'suffix' | null | undefined
  readonly has_notifications_enabled?: boolean | undefined
  readonly workspace: string
  readonly owned_by_app?: boolean | undefined
  readonly people_value?: readonly string[] | undefined
  readonly reference_value?: readonly string[] | undefined
}

/** `CustomFieldSetting` as Asana returns it. */
export interface CustomFieldSetting {
  readonly gid: string
  readonly resource_type?: string
  readonly project?: Project
  readonly is_important?: boolean
  readonly parent?: Project
  readonly custom_field?: CustomField
}

/** `CustomType` as Asana returns it. */
export interface CustomType {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly status_options?: readonly CustomTypeStatusOption[] | null
}

/** `CustomTypeMembership` as Asana returns it. */
export interface CustomTypeMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly parent?: CustomType
  readonly member?: Member
  readonly access_level?: 'admin' | 'editor' | 'user' | 'viewer'
}

/** `CustomTypeStatusOption` as Asana returns it. */
export interface CustomTypeStatusOption {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly completion_state?: string | null
  readonly enabled?: boolean | null
  readonly color?: string | null
}

/** `DateVariable` as Asana returns it. */
export interface DateVariable {
  readonly gid: string
  readonly name?: string
  readonly description?: string
}

/** What a request sends as `data`. */
export interface DateVariableRequest {
  readonly gid?: string | undefined
  readonly value?: Date | string | null | undefined
}

/** `DeprecatedPortfolioMembership` as Asana returns it. */
export interface DeprecatedPortfolioMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly portfolio?: Portfolio
  readonly user?: User
  readonly access_level?: 'admin' | 'editor' | 'viewer'
}

/** `EmptyObject` as Asana returns it. */
export type EmptyObject = Readonly<Record<string, unknown>>

/** `EnumOption` as Asana returns it. */
export interface EnumOption {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly enabled?: boolean
  readonly color?: string
}

/** What a request sends as `data`. */
export interface EnumOptionBaseInput {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly color?: string | undefined
}

/** What a request sends as `data`. */
export interface EnumOptionInput {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly color?: string | undefined
}

/** What a request sends as `data`. */
export interface EnumOptionInsertRequest {
  readonly enum_option: string
  readonly before_enum_option?: string | undefined
  readonly after_enum_option?: string | undefined
}

/** What a request sends as `data`. */
export interface EnumOptionRequest {
  readonly name?: string | undefined
  readonly enabled?: boolean | undefined
  readonly color?: string | undefined
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
}

/** `Goal` as Asana returns it. */
export interface Goal {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly html_notes?: string
  readonly notes?: string
  readonly due_on?: string | null
  readonly start_on?: string | null
  readonly is_workspace_level?: boolean
  readonly liked?: boolean
  readonly likes?: readonly Like[]
  readonly num_likes?: number
  readonly team?: Team | null
  readonly workspace?: Workspace
  readonly followers?: readonly User[]
  readonly time_period?: TimePeriod | null
  readonly metric?: { readonly gid?: string; readonly resource_type?: string; readonly resource_subtype?: 'number'; readonly precision?: number; readonly unit?: 'none' | 'currency' | 'percentage'; readonly currency_code?: string | null; readonly initial_number_value?: number; readonly target_number_value?: number; readonly current_number_value?: number; readonly current_display_value?: string; readonly progress_source?: 'manual' | 'subgoal_progress' | 'project_task_completion' | 'project_milestone_completion' | 'task_completion' | 'external'; readonly is_custom_weight?: boolean; readonly can_manage?: boolean }
  readonly owner?: User | null
  readonly current_status_update?: StatusUpdate | null
  readonly status?: string | null
  readonly privacy_setting?: 'public_to_workspace' | 'members_only'
  readonly default_access_level?: 'admin' | 'editor' | 'commenter' | 'viewer'
  readonly custom_fields?: readonly CustomField[]
  readonly custom_field_settings?: readonly CustomFieldSetting[]
}

/** What a request sends as `data`. */
export interface GoalAddSupportingRelationshipRequest {
  readonly supporting_resource: string
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
  readonly contribution_weight?: number | undefined
}

/** `GoalMembership` as Asana returns it. */
export interface GoalMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly member?: Member
  readonly parent?: Goal
  readonly role?: 'commenter' | 'editor'
  readonly access_level?: 'viewer' | 'commenter' | 'editor' | 'admin'
  readonly goal?: Goal
  readonly user?: User
  readonly workspace?: Workspace
}

/** What a request sends as `data`. */
export interface GoalMetricCurrentValueRequest {
  readonly current_number_value?: number | undefined
}

/** What a request sends as `data`. */
export interface GoalMetricRequest {
  readonly precision?: number | undefined
  readonly unit?: 'none' | 'currency' | 'percentage' | undefined
  readonly currency_code?: string | null | undefined
  readonly initial_number_value?: number | undefined
  readonly target_number_value?: number | undefined
  readonly current_number_value?: number | undefined
  readonly progress_source?: 'manual' | 'subgoal_progress' | 'project_task_completion' | 'project_milestone_completion' | 'task_completion' | 'external' | undefined
  readonly is_custom_weight?: boolean | undefined
}

/** `GoalRelationship` as Asana returns it. */
export interface GoalRelationship {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: 'subgoal' | 'supporting_work'
  readonly supporting_resource?: Project
  readonly contribution_weight?: number
  readonly supported_goal?: Goal
}

/** What a request sends as `data`. */
export interface GoalRelationshipRequest {
  readonly contribution_weight?: number | undefined
}

/** What a request sends as `data`. */
export interface GoalRemoveSupportingRelationshipRequest {
  readonly supporting_resource: string
}

/** What a request sends as `data`. */
export interface GoalRequest {
  readonly name?: string | undefined
  readonly html_notes?: string | undefined
  readonly notes?: string | undefined
  readonly due_on?: string | null | undefined
  readonly start_on?: string | null | undefined
  readonly is_workspace_level?: boolean | undefined
  readonly liked?: boolean | undefined
  readonly team?: string | null | undefined
  readonly workspace?: string | undefined
  readonly time_period?: string | null | undefined
  readonly owner?: string | null | undefined
  readonly followers?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface GoalUpdateRequest {
  readonly name?: string | undefined
  readonly html_notes?: string | undefined
  readonly notes?: string | undefined
  readonly due_on?: string | null | undefined
  readonly start_on?: string | null | undefined
  readonly is_workspace_level?: boolean | undefined
  readonly liked?: boolean | undefined
  readonly team?: string | null | undefined
  readonly workspace?: string | undefined
  readonly time_period?: string | null | undefined
  readonly owner?: string | null | undefined
  readonly status?: string | null | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
}

/** `GraphExport` as Asana returns it. */
export interface GraphExport {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly status?: 'not_started' | 'in_progress' | 'succeeded' | 'failed'
  readonly new_graph_export?: GraphExport
}

/** What a request sends as `data`. */
export interface GraphExportRequest {
  readonly parent?: string | undefined
}

/** `Job` as Asana returns it. */
export interface Job {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly status?: 'not_started' | 'in_progress' | 'succeeded' | 'failed'
  readonly new_portfolio?: Portfolio
  readonly new_project?: Project
  readonly new_task?: Task | null
  readonly new_project_template?: ProjectTemplate
  readonly new_graph_export?: GraphExport
  readonly new_resource_export?: ResourceExport
}

/** `Like` as Asana returns it. */
export interface Like {
  readonly gid: string
  readonly user?: User
}

/** `Member` as Asana returns it. */
export interface Member {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
}

/** `Membership` as Asana returns it. */
export type Membership = GoalMembership | ProjectMembership | PortfolioMembership | CustomFieldMembership | CustomTypeMembership

/** What a request sends as `data`. */
export interface MembershipRequest {
  readonly access_level?: string | undefined
}

/** What a request sends as `data`. */
export interface ModifyDependenciesRequest {
  readonly dependencies?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface ModifyDependentsRequest {
  readonly dependents?: readonly string[] | undefined
}

/** `NamedResource` as Asana returns it. */
export interface NamedResource {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
}

/** `OooEntry` as Asana returns it. */
export interface OooEntry {
  readonly gid: string
  readonly resource_type?: string
  readonly start_date?: string
  readonly end_date?: string
  readonly user?: User
  readonly created_by?: User
}

/** What a request sends as `data`. */
export interface OooEntryUpdateRequest {
  readonly start_date?: string | undefined
  readonly end_date?: string | undefined
}

/** `OrganizationExport` as Asana returns it. */
export interface OrganizationExport {
  readonly gid: string
  readonly resource_type?: string
  readonly created_at?: string
  readonly download_url?: string | null
  readonly state?: 'pending' | 'started' | 'finished' | 'error'
  readonly organization?: Workspace
}

/** What a request sends as `data`. */
export interface OrganizationExportRequest {
  readonly organization?: string | undefined
}

/** `Placeholder` as Asana returns it. */
export interface Placeholder {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
}

/** `PlaceholderRate` as Asana returns it. */
export interface PlaceholderRate {
  readonly gid: string
  readonly resource_type?: string
  readonly parent?: Project
  readonly resource?: Placeholder
  readonly rate?: number
  readonly currency_code?: string
  readonly created_by?: User
}

/** `Portfolio` as Asana returns it. */
export interface Portfolio {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly archived?: boolean
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray'
  readonly start_on?: string | null
  readonly due_on?: string | null
  readonly default_access_level?: 'admin' | 'editor' | 'viewer'
  readonly created_at?: string
  readonly created_by?: User
  readonly custom_field_settings?: readonly CustomFieldSetting[]
  readonly current_status_update?: StatusUpdate | null
  readonly custom_fields?: readonly CustomField[]
  readonly members?: readonly User[]
  readonly owner?: User
  readonly workspace?: Workspace
  readonly permalink_url?: string
  readonly public?: boolean
  readonly privacy_setting?: 'public_to_domain' | 'members_only'
  readonly project_templates?: readonly ProjectTemplate[]
}

/** What a request sends as `data`. */
export interface PortfolioAddItemRequest {
  readonly item: string
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
}

/** What a request sends as `data`. */
export interface PortfolioDuplicateRequest {
  readonly name: string
  readonly include?: string | undefined
}

/** `PortfolioMembership` as Asana returns it. */
export interface PortfolioMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly parent?: Portfolio
  readonly member?: Member
  readonly access_level?: 'admin' | 'editor' | 'viewer'
}

/** What a request sends as `data`. */
export interface PortfolioRemoveItemRequest {
  readonly item: string
}

/** What a request sends as `data`. */
export interface PortfolioRequest {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | undefined
  readonly start_on?: string | null | undefined
  readonly due_on?: string | null | undefined
  readonly default_access_level?: 'admin' | 'editor' | 'viewer' | undefined
  readonly workspace?: string | undefined
  readonly public?: boolean | undefined
}

/** What a request sends as `data`. */
export interface PortfolioUpdateRequest {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | undefined
  readonly start_on?: string | null | undefined
  readonly due_on?: string | null | undefined
  readonly default_access_level?: 'admin' | 'editor' | 'viewer' | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
}

/** `Preview` as Asana returns it. */
export interface Preview {
  readonly fallback?: string
  readonly footer?: string
  readonly header?: string
  readonly header_link?: string
  readonly html_text?: string
  readonly text?: string
  readonly title?: string
  readonly title_link?: string
}

/** `Project` as Asana returns it. */
export interface Project {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly archived?: boolean
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | 'none' | null
  readonly icon?: 'list' | 'board' | 'timeline' | 'calendar' | 'rocket' | 'people' | 'graph' | 'star' | 'bug' | 'light_bulb' | 'globe' | 'gear' | 'notebook' | 'computer' | 'check' | 'target' | 'html' | 'megaphone' | 'chat_bubbles' | 'briefcase' | 'page_layout' | 'mountain_flag' | 'puzzle' | 'presentation' | 'line_and_symbols' | 'speed_dial' | 'ribbon' | 'shoe' | 'shopping_basket' | 'map' | 'ticket' | 'coins' | null
  readonly created_at?: string
  readonly current_status?: ProjectStatus | null
  readonly current_status_update?: StatusUpdate | null
  readonly custom_field_settings?: readonly CustomFieldSetting[]
  readonly default_view?: 'list' | 'board' | 'calendar' | 'timeline'
  readonly due_date?: string | null
  readonly due_on?: string | null
  readonly html_notes?: string
  readonly members?: readonly User[]
  readonly modified_at?: string
  readonly notes?: string
  readonly public?: boolean
  readonly privacy_setting?: 'public_to_workspace' | 'private_to_team' | 'private'
  readonly start_on?: string | null
  readonly default_access_level?: 'admin' | 'editor' | 'commenter' | 'viewer'
  readonly minimum_access_level_for_customization?: 'admin' | 'editor'
  readonly minimum_access_level_for_sharing?: 'admin' | 'editor'
  readonly custom_fields?: readonly CustomField[]
  readonly completed?: boolean
  readonly completed_at?: string | null
  readonly completed_by?: User | null
  readonly followers?: readonly User[]
  readonly owner?: User | null
  readonly team?: Team
  readonly permalink_url?: string
  readonly project_brief?: ProjectBrief | null
  readonly created_from_template?: ProjectTemplate | null
  readonly workspace?: Workspace
}

/** `ProjectBrief` as Asana returns it. */
export interface ProjectBrief {
  readonly gid: string
  readonly resource_type?: string
  readonly title?: string
  readonly html_text?: string
  readonly text?: string
  readonly permalink_url?: string
  readonly project?: Project
}

/** What a request sends as `data`. */
export interface ProjectBriefRequest {
  readonly title?: string | undefined
  readonly html_text?: string | undefined
  readonly text?: string | undefined
}

/** What a request sends as `data`. */
export interface ProjectDuplicateRequest {
  readonly name: string
  readonly include?: string | undefined
  readonly schedule_dates?: { readonly should_skip_weekends?: boolean | undefined; readonly due_on?: string | undefined; readonly start_on?: string | undefined } | undefined
}

/** `ProjectMembership` as Asana returns it. */
export interface ProjectMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly parent?: Project
  readonly member?: Member
  readonly access_level?: 'admin' | 'editor' | 'commenter' | 'viewer'
  readonly user?: User
  readonly project?: Project
  readonly write_access?: 'full_write' | 'comment_only'
}

/** `ProjectPortfolioSetting` as Asana returns it. */
export interface ProjectPortfolioSetting {
  readonly gid: string
  readonly resource_type?: string
  readonly project?: Project
  readonly portfolio?: Portfolio
  readonly is_access_control_inherited?: boolean
  readonly created_at?: string
}

/** What a request sends as `data`. */
export interface ProjectPortfolioSettingUpdateRequest {
  readonly is_access_control_inherited?: boolean | undefined
}

/** What a request sends as `data`. */
export interface ProjectRequest {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | 'none' | null | undefined
  readonly icon?: 'list' | 'board' | 'timeline' | 'calendar' | 'rocket' | 'people' | 'graph' | 'star' | 'bug' | 'light_bulb' | 'globe' | 'gear' | 'notebook' | 'computer' | 'check' | 'target' | 'html' | 'megaphone' | 'chat_bubbles' | 'briefcase' | 'page_layout' | 'mountain_flag' | 'puzzle' | 'presentation' | 'line_and_symbols' | 'speed_dial' | 'ribbon' | 'shoe' | 'shopping_basket' | 'map' | 'ticket' | 'coins' | null | undefined
  readonly current_status?: ProjectStatusResponseInput | null | undefined
  readonly current_status_update?: StatusUpdateCompactInput | null | undefined
  readonly default_view?: 'list' | 'board' | 'calendar' | 'timeline' | undefined
  readonly due_date?: string | null | undefined
  readonly due_on?: string | null | undefined
  readonly html_notes?: string | undefined
  readonly notes?: string | undefined
  readonly public?: boolean | undefined
  readonly privacy_setting?: 'public_to_workspace' | 'private_to_team' | 'private' | undefined
  readonly start_on?: string | null | undefined
  readonly default_access_level?: 'admin' | 'editor' | 'commenter' | 'viewer' | undefined
  readonly minimum_access_level_for_customization?: 'admin' | 'editor' | undefined
  readonly minimum_access_level_for_sharing?: 'admin' | 'editor' | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
  readonly followers?: string | undefined
  readonly owner?: string | null | undefined
  readonly team?: string | undefined
  readonly workspace?: string | undefined
}

/** What a request sends as `data`. */
export interface ProjectSaveAsTemplateRequest {
  readonly name: string
  readonly team?: string | undefined
  readonly workspace?: string | undefined
  readonly public: boolean
}

/** What a request sends as `data`. */
export interface ProjectSectionInsertRequest {
  readonly section: string
  readonly before_section?: string | undefined
  readonly after_section?: string | undefined
}

/** `ProjectStatus` as Asana returns it. */
export interface ProjectStatus {
  readonly gid: string
  readonly resource_type?: string
  readonly title?: string
  readonly text?: string
  readonly html_text?: string
  readonly color?: 'green' | 'yellow' | 'red' | 'blue' | 'complete'
  readonly author?: User
  readonly created_at?: string
  readonly created_by?: User
  readonly modified_at?: string
}

/** What a request sends as `data`. */
export interface ProjectStatusRequest {
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly html_text?: string | undefined
  readonly color?: 'green' | 'yellow' | 'red' | 'blue' | 'complete' | undefined
}

/** What a request sends as `data`. */
export interface ProjectStatusResponseInput {
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly html_text?: string | undefined
  readonly color?: 'green' | 'yellow' | 'red' | 'blue' | 'complete' | undefined
  readonly author?: UserCompactInput | undefined
  readonly created_by?: UserCompactInput | undefined
}

/** `ProjectTemplate` as Asana returns it. */
export interface ProjectTemplate {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly description?: string
  readonly html_description?: string
  readonly public?: boolean
  readonly owner?: User | null
  readonly team?: Team
  readonly requested_dates?: readonly DateVariable[]
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | null
  readonly requested_roles?: readonly TemplateRole[]
}

/** What a request sends as `data`. */
export interface ProjectTemplateInstantiateProjectRequest {
  readonly name: string
  readonly team?: string | undefined
  readonly public?: boolean | undefined
  readonly privacy_setting?: 'public_to_workspace' | 'private_to_team' | 'private' | undefined
  readonly is_strict?: boolean | undefined
  readonly requested_dates?: readonly DateVariableRequest[] | undefined
  readonly requested_roles?: readonly RequestedRoleRequest[] | undefined
}

/** What a request sends as `data`. */
export interface ProjectUpdateRequest {
  readonly name?: string | undefined
  readonly archived?: boolean | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | 'none' | null | undefined
  readonly icon?: 'list' | 'board' | 'timeline' | 'calendar' | 'rocket' | 'people' | 'graph' | 'star' | 'bug' | 'light_bulb' | 'globe' | 'gear' | 'notebook' | 'computer' | 'check' | 'target' | 'html' | 'megaphone' | 'chat_bubbles' | 'briefcase' | 'page_layout' | 'mountain_flag' | 'puzzle' | 'presentation' | 'line_and_symbols' | 'speed_dial' | 'ribbon' | 'shoe' | 'shopping_basket' | 'map' | 'ticket' | 'coins' | null | undefined
  readonly current_status?: ProjectStatusResponseInput | null | undefined
  readonly current_status_update?: StatusUpdateCompactInput | null | undefined
  readonly default_view?: 'list' | 'board' | 'calendar' | 'timeline' | undefined
  readonly due_date?: string | null | undefined
  readonly due_on?: string | null | undefined
  readonly html_notes?: string | undefined
  readonly notes?: string | undefined
  readonly public?: boolean | undefined
  readonly privacy_setting?: 'public_to_workspace' | 'private_to_team' | 'private' | undefined
  readonly start_on?: string | null | undefined
  readonly default_access_level?: 'admin' | 'editor' | 'commenter' | 'viewer' | undefined
  readonly minimum_access_level_for_customization?: 'admin' | 'editor' | undefined
  readonly minimum_access_level_for_sharing?: 'admin' | 'editor' | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
  readonly followers?: string | undefined
  readonly owner?: string | null | undefined
  readonly team?: string | undefined
}

/** `Rate` as Asana returns it. */
export interface Rate {
  readonly gid: string
  readonly resource_type?: string
  readonly parent?: Project
  readonly resource?: User
  readonly rate?: number
  readonly currency_code?: string
  readonly created_by?: User
}

/** `RateOrPlaceholder` as Asana returns it. */
export type RateOrPlaceholder = Rate | PlaceholderRate

/** What a request sends as `data`. */
export interface RateRequest {
  readonly parent: string
  readonly resource: string
  readonly rate: number
}

/** What a request sends as `data`. */
export interface RateUpdateRequest {
  readonly rate?: number | undefined
}

/** What a request sends as `data`. */
export interface RbacRoleRequest {
  readonly name: string
  readonly description: string
  readonly is_standard_role?: boolean | undefined
  readonly base_role_type: 'guest' | 'member' | 'admin' | 'super_admin'
  readonly permissions?: { readonly create_app_authorization?: boolean | undefined; readonly create_pat_authorization?: boolean | undefined; readonly share_goal_with_domain?: boolean | undefined; readonly share_portfolios_with_org?: boolean | undefined; readonly assign_roles?: boolean | undefined; readonly manage_roles?: boolean | undefined; readonly export_project_data?: boolean | undefined; readonly task_deletion_policy?: 'all' | 'owned' | 'none' | undefined; readonly download_mobile_attachments?: boolean | undefined; readonly import_data?: boolean | undefined; readonly create_global_custom_fields?: boolean | undefined; readonly upload_attachments?: boolean | undefined; readonly create_team?: boolean | undefined; readonly allowed_guest_invites?: 'all' | 'none' | undefined; readonly create_and_edit_ai_automations?: boolean | undefined; readonly proactive_ai?: boolean | undefined; readonly standard_ai?: boolean | undefined; readonly create_and_edit_ai_teammates?: boolean | undefined; readonly share_teams_with_org?: boolean | undefined; readonly create_goal?: boolean | undefined; readonly create_project?: boolean | undefined; readonly create_read_only_link?: boolean | undefined; readonly create_portfolio?: boolean | undefined; readonly view_public_teams?: boolean | undefined; readonly view_shared_with_org_projects?: boolean | undefined; readonly view_shared_with_org_tasks?: boolean | undefined; readonly view_shared_with_org_portfolios?: boolean | undefined } | undefined
  readonly workspace: string
}

/** What a request sends as `data`. */
export interface RbacRoleUpdateRequest {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly is_standard_role?: boolean | undefined
  readonly base_role_type?: 'guest' | 'member' | 'admin' | 'super_admin' | undefined
  readonly permissions?: { readonly create_app_authorization?: boolean | undefined; readonly create_pat_authorization?: boolean | undefined; readonly share_goal_with_domain?: boolean | undefined; readonly share_portfolios_with_org?: boolean | undefined; readonly assign_roles?: boolean | undefined; readonly manage_roles?: boolean | undefined; readonly export_project_data?: boolean | undefined; readonly task_deletion_policy?: 'all' | 'owned' | 'none' | undefined; readonly download_mobile_attachments?: boolean | undefined; readonly import_data?: boolean | undefined; readonly create_global_custom_fields?: boolean | undefined; readonly upload_attachments?: boolean | undefined; readonly create_team?: boolean | undefined; readonly allowed_guest_invites?: 'all' | 'none' | undefined; readonly create_and_edit_ai_automations?: boolean | undefined; readonly proactive_ai?: boolean | undefined; readonly standard_ai?: boolean | undefined; readonly create_and_edit_ai_teammates?: boolean | undefined; readonly share_teams_with_org?: boolean | undefined; readonly create_goal?: boolean | undefined; readonly create_project?: boolean | undefined; readonly create_read_only_link?: boolean | undefined; readonly create_portfolio?: boolean | undefined; readonly view_public_teams?: boolean | undefined; readonly view_shared_with_org_projects?: boolean | undefined; readonly view_shared_with_org_tasks?: boolean | undefined; readonly view_shared_with_org_portfolios?: boolean | undefined } | undefined
}

/** `Reaction` as Asana returns it. */
export interface Reaction {
  readonly gid: string
  readonly emoji?: string
  readonly user?: User
}

/** `ReactionSummaryItem` as Asana returns it. */
export interface ReactionSummaryItem {
  readonly emoji_base?: string
  readonly variant?: string
  readonly count?: number
  readonly reacted?: boolean
}

/** What a request sends as `data`. */
export interface RemoveCustomFieldSettingRequest {
  readonly custom_field: string
}

/** What a request sends as `data`. */
export interface RemoveFollowersRequest {
  readonly followers: string
}

/** What a request sends as `data`. */
export interface RemoveMembersRequest {
  readonly members: string
}

/** What a request sends as `data`. */
export interface RequestedRoleRequest {
  readonly gid?: string | undefined
  readonly value?: string | undefined
}

/** `Resource` as Asana returns it. */
export interface Resource {
  readonly gid: string
  readonly resource_type?: string
}

/** `ResourceExport` as Asana returns it. */
export interface ResourceExport {
  readonly gid: string
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly status?: 'not_started' | 'in_progress' | 'succeeded' | 'failed'
  readonly new_resource_export?: ResourceExport
}

/** What a request sends as `data`. */
export interface ResourceExportFiltersInput {
  readonly 'assigned_by.any'?: readonly string[] | undefined
  readonly 'assignee.any'?: readonly string[] | undefined
  readonly 'commented_on_by.any'?: readonly string[] | undefined
  readonly 'created_at.after'?: Date | string | undefined
  readonly 'created_at.before'?: Date | string | undefined
  readonly 'created_by.any'?: readonly string[] | undefined
  readonly 'followers.any'?: readonly string[] | undefined
  readonly 'liked_by.any'?: readonly string[] | undefined
  readonly 'modified_at.after'?: Date | string | undefined
  readonly 'modified_at.before'?: Date | string | undefined
}

/** What a request sends as `data`. */
export interface ResourceExportRequest {
  readonly workspace?: string | undefined
  readonly export_request_parameters?: readonly ResourceExportRequestParameterInput[] | undefined
}

/** What a request sends as `data`. */
export interface ResourceExportRequestParameterInput {
  readonly resource_type?: string | undefined
  readonly filters?: ResourceExportFiltersInput | undefined
  readonly fields?: readonly string[] | undefined
}

/** `Role` as Asana returns it. */
export interface Role {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly description?: string
  readonly is_standard_role?: boolean
  readonly creation_time?: string
  readonly modified_at?: string
  readonly base_role_type?: 'guest' | 'member' | 'admin' | 'super_admin'
  readonly permissions?: { readonly create_app_authorization?: boolean; readonly create_pat_authorization?: boolean; readonly share_goal_with_domain?: boolean; readonly share_portfolios_with_org?: boolean; readonly assign_roles?: boolean; readonly manage_roles?: boolean; readonly export_project_data?: boolean; readonly task_deletion_policy?: 'all' | 'owned' | 'none'; readonly download_mobile_attachments?: boolean; readonly import_data?: boolean; readonly create_global_custom_fields?: boolean; readonly upload_attachments?: boolean; readonly create_team?: boolean; readonly allowed_guest_invites?: 'all' | 'none'; readonly create_and_edit_ai_automations?: boolean; readonly proactive_ai?: boolean; readonly standard_ai?: boolean; readonly create_and_edit_ai_teammates?: boolean; readonly share_teams_with_org?: boolean; readonly create_goal?: boolean; readonly create_project?: boolean; readonly create_read_only_link?: boolean; readonly create_portfolio?: boolean; readonly view_public_teams?: boolean; readonly view_shared_with_org_projects?: boolean; readonly view_shared_with_org_tasks?: boolean; readonly view_shared_with_org_portfolios?: boolean }
  readonly workspace?: Workspace
}

/** `RuleTrigger` as Asana returns it. */
export interface RuleTrigger {
  readonly message?: string
}

/** What a request sends as `data`. */
export interface RuleTriggerRequest {
  readonly resource: string
  readonly action_data: Readonly<Record<string, unknown>>
}

/** `Section` as Asana returns it. */
export interface Section {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly created_at?: string
  readonly project?: Project
  readonly projects?: readonly Project[]
}

/** What a request sends as `data`. */
export interface SectionRequest {
  readonly name: string
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
}

/** What a request sends as `data`. */
export interface SectionTaskInsertRequest {
  readonly task: string
  readonly insert_before?: string | undefined
  readonly insert_after?: string | undefined
}

/** `StatusUpdate` as Asana returns it. */
export interface StatusUpdate {
  readonly gid: string
  readonly resource_type?: string
  readonly title?: string
  readonly resource_subtype?: 'project_status_update' | 'portfolio_status_update' | 'goal_status_update'
  readonly text?: string
  readonly html_text?: string
  readonly status_type?: 'on_track' | 'at_risk' | 'off_track' | 'on_hold' | 'complete' | 'achieved' | 'partial' | 'missed' | 'dropped'
  readonly author?: User
  readonly created_at?: string
  readonly created_by?: User
  readonly hearted?: boolean
  readonly hearts?: readonly Like[]
  readonly liked?: boolean
  readonly likes?: readonly Like[]
  readonly reaction_summary?: readonly ReactionSummaryItem[]
  readonly modified_at?: string
  readonly num_hearts?: number
  readonly num_likes?: number
  readonly parent?: Project
}

/** What a request sends as `data`. */
export interface StatusUpdateCompactInput {
  readonly title?: string | undefined
}

/** What a request sends as `data`. */
export interface StatusUpdateRequest {
  readonly title?: string | undefined
  readonly text: string
  readonly html_text?: string | undefined
  readonly status_type: 'on_track' | 'at_risk' | 'off_track' | 'on_hold' | 'complete' | 'achieved' | 'partial' | 'missed' | 'dropped'
  readonly parent: string
}

/** `Story` as Asana returns it. */
export interface Story {
  readonly gid: string
  readonly resource_type?: string
  readonly created_at?: string
  readonly resource_subtype?: string
  readonly text?: string
  readonly html_text?: string
  readonly is_pinned?: boolean
  readonly sticker_name?: 'green_checkmark' | 'people_dancing' | 'dancing_unicorn' | 'heart' | 'party_popper' | 'people_waving_flags' | 'splashing_narwhal' | 'trophy' | 'yeti_riding_unicorn' | 'celebrating_people' | 'determined_climbers' | 'phoenix_spreading_love'
  readonly created_by?: User
  readonly type?: 'comment' | 'system'
  readonly is_editable?: boolean
  readonly is_edited?: boolean
  readonly hearted?: boolean
  readonly hearts?: readonly Like[]
  readonly num_hearts?: number
  readonly liked?: boolean
  readonly likes?: readonly Like[]
  readonly num_likes?: number
  readonly reaction_summary?: readonly ReactionSummaryItem[]
  readonly previews?: readonly Preview[]
  readonly old_name?: string
  readonly new_name?: string | null
  readonly old_dates?: StoryResponseDates
  readonly new_dates?: StoryResponseDates
  readonly old_resource_subtype?: string
  readonly new_resource_subtype?: string
  readonly story?: Story
  readonly assignee?: User
  readonly follower?: User
  readonly old_section?: Section
  readonly new_section?: Section
  readonly task?: Task
  readonly project?: Project
  readonly tag?: Tag
  readonly custom_field?: CustomField
  readonly old_text_value?: string
  readonly new_text_value?: string
  readonly old_number_value?: number | null
  readonly new_number_value?: number
  readonly old_enum_value?: EnumOption
  readonly new_enum_value?: EnumOption
  readonly old_date_value?: StoryResponseDates
  readonly new_date_value?: StoryResponseDates
  readonly old_people_value?: readonly User[]
  readonly new_people_value?: readonly User[]
  readonly old_multi_enum_values?: readonly EnumOption[]
  readonly new_multi_enum_values?: readonly EnumOption[]
  readonly new_approval_status?: string
  readonly old_approval_status?: string
  readonly duplicate_of?: Task
  readonly duplicated_from?: Task
  readonly dependency?: Task
  readonly source?: 'web' | 'email' | 'mobile' | 'api' | 'unknown'
  readonly target?: Task
}

/** What a request sends as `data`. */
export interface StoryRequest {
  readonly text?: string | undefined
  readonly html_text?: string | undefined
  readonly is_pinned?: boolean | undefined
  readonly sticker_name?: 'green_checkmark' | 'people_dancing' | 'dancing_unicorn' | 'heart' | 'party_popper' | 'people_waving_flags' | 'splashing_narwhal' | 'trophy' | 'yeti_riding_unicorn' | 'celebrating_people' | 'determined_climbers' | 'phoenix_spreading_love' | undefined
}

/** `StoryResponseDates` as Asana returns it. */
export interface StoryResponseDates {
  readonly start_on?: string | null
  readonly due_at?: string | null
  readonly due_on?: string
}

/** `Tag` as Asana returns it. */
export interface Tag {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | null
  readonly notes?: string
  readonly created_at?: string
  readonly followers?: readonly User[]
  readonly workspace?: Workspace
  readonly permalink_url?: string
}

/** What a request sends as `data`. */
export interface TagCreateRequest {
  readonly name?: string | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | null | undefined
  readonly notes?: string | undefined
  readonly followers?: readonly string[] | undefined
  readonly workspace?: string | undefined
}

/** What a request sends as `data`. */
export interface TagCreateTagForWorkspaceRequest {
  readonly name?: string | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | null | undefined
  readonly notes?: string | undefined
  readonly followers?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface TagUpdateRequest {
  readonly name?: string | undefined
  readonly color?: 'dark-pink' | 'dark-green' | 'dark-blue' | 'dark-red' | 'dark-teal' | 'dark-brown' | 'dark-orange' | 'dark-purple' | 'dark-warm-gray' | 'light-pink' | 'light-green' | 'light-blue' | 'light-red' | 'light-teal' | 'light-brown' | 'light-orange' | 'light-purple' | 'light-warm-gray' | null | undefined
  readonly notes?: string | undefined
}

/** `Task` as Asana returns it. */
export interface Task {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval' | 'custom'
  readonly created_by?: { readonly gid?: string; readonly resource_type?: string }
  readonly approval_status?: 'pending' | 'approved' | 'rejected' | 'changes_requested'
  readonly assignee_status?: 'today' | 'upcoming' | 'later' | 'new' | 'inbox'
  readonly assigned_by?: User | null
  readonly completed?: boolean
  readonly completed_at?: string | null
  readonly completed_by?: User | null
  readonly created_at?: string
  readonly dependencies?: readonly Resource[]
  readonly dependents?: readonly Resource[]
  readonly due_at?: string | null
  readonly due_on?: string | null
  readonly external?: { readonly gid?: string; readonly data?: string }
  readonly html_notes?: string
  readonly hearted?: boolean
  readonly hearts?: readonly Like[]
  readonly is_rendered_as_separator?: boolean
  readonly liked?: boolean
  readonly likes?: readonly Like[]
  readonly memberships?: readonly { readonly project?: Project; readonly section?: Section }[]
  readonly modified_at?: string
  readonly notes?: string
  readonly num_hearts?: number
  readonly num_likes?: number
  readonly num_subtasks?: number
  readonly start_at?: string | null
  readonly start_on?: string | null
  readonly actual_time_minutes?: number | null
  readonly assignee?: User | null
  readonly assignee_section?: Section | null
  readonly custom_fields?: readonly CustomField[]
  readonly custom_type?: CustomType | null
  readonly custom_type_status_option?: CustomTypeStatusOption | null
  readonly followers?: readonly User[]
  readonly parent?: Task | null
  readonly projects?: readonly Project[]
  readonly tags?: readonly Tag[]
  readonly workspace?: Workspace
  readonly permalink_url?: string
}

/** What a request sends as `data`. */
export interface TaskAddFollowersRequest {
  readonly followers: readonly string[]
}

/** What a request sends as `data`. */
export interface TaskAddProjectRequest {
  readonly project: string
  readonly insert_after?: string | null | undefined
  readonly insert_before?: string | null | undefined
  readonly section?: string | null | undefined
}

/** What a request sends as `data`. */
export interface TaskAddTagRequest {
  readonly tag: string
}

/** `TaskCount` as Asana returns it. */
export interface TaskCount {
  readonly num_tasks?: number
  readonly num_incomplete_tasks?: number
  readonly num_completed_tasks?: number
  readonly num_milestones?: number
  readonly num_incomplete_milestones?: number
  readonly num_completed_milestones?: number
}

/** What a request sends as `data`. */
export interface TaskCreateRequest {
  readonly name?: string | undefined
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval' | 'custom' | undefined
  readonly approval_status?: 'pending' | 'approved' | 'rejected' | 'changes_requested' | undefined
  readonly assignee_status?: 'today' | 'upcoming' | 'later' | 'new' | 'inbox' | undefined
  readonly completed?: boolean | undefined
  readonly due_at?: Date | string | null | undefined
  readonly due_on?: string | null | undefined
  readonly external?: { readonly gid?: string | undefined; readonly data?: string | undefined } | undefined
  readonly html_notes?: string | undefined
  readonly liked?: boolean | undefined
  readonly notes?: string | undefined
  readonly start_at?: Date | string | null | undefined
  readonly start_on?: string | null | undefined
  readonly assignee?: string | null | undefined
  readonly assignee_section?: string | null | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
  readonly parent?: string | null | undefined
  readonly followers?: readonly string[] | undefined
  readonly projects?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly workspace?: string | undefined
}

/** What a request sends as `data`. */
export interface TaskDuplicateRequest {
  readonly name?: string | undefined
  readonly include?: string | undefined
}

/** What a request sends as `data`. */
export interface TaskRemoveFollowersRequest {
  readonly followers: readonly string[]
}

/** What a request sends as `data`. */
export interface TaskRemoveProjectRequest {
  readonly project: string
}

/** What a request sends as `data`. */
export interface TaskRemoveTagRequest {
  readonly tag: string
}

/** What a request sends as `data`. */
export interface TaskSetParentRequest {
  readonly parent: string
  readonly insert_after?: string | undefined
  readonly insert_before?: string | undefined
}

/** `TaskTemplate` as Asana returns it. */
export interface TaskTemplate {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly project?: Project | null
  readonly template?: TaskTemplateRecipe
  readonly created_by?: User
  readonly created_at?: string
}

/** What a request sends as `data`. */
export interface TaskTemplateInstantiateTaskRequest {
  readonly name?: string | undefined
}

/** `TaskTemplateRecipe` as Asana returns it. */
export interface TaskTemplateRecipe {
  readonly name?: string
  readonly task_resource_subtype?: 'default_task' | 'milestone_task' | 'approval_task'
}

/** What a request sends as `data`. */
export interface TaskUpdateRequest {
  readonly name?: string | undefined
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval' | 'custom' | undefined
  readonly approval_status?: 'pending' | 'approved' | 'rejected' | 'changes_requested' | undefined
  readonly assignee_status?: 'today' | 'upcoming' | 'later' | 'new' | 'inbox' | undefined
  readonly completed?: boolean | undefined
  readonly due_at?: Date | string | null | undefined
  readonly due_on?: string | null | undefined
  readonly external?: { readonly gid?: string | undefined; readonly data?: string | undefined } | undefined
  readonly html_notes?: string | undefined
  readonly liked?: boolean | undefined
  readonly notes?: string | undefined
  readonly start_at?: Date | string | null | undefined
  readonly start_on?: string | null | undefined
  readonly assignee?: string | null | undefined
  readonly assignee_section?: string | null | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
  readonly parent?: string | null | undefined
  readonly custom_type?: string | null | undefined
  readonly custom_type_status_option?: string | null | undefined
}

/** `Team` as Asana returns it. */
export interface Team {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly description?: string
  readonly html_description?: string
  readonly organization?: Workspace
  readonly permalink_url?: string
  readonly visibility?: 'secret' | 'request_to_join' | 'public'
  readonly edit_team_name_or_description_access_level?: 'all_team_members' | 'only_team_admins'
  readonly edit_team_visibility_or_trash_team_access_level?: 'all_team_members' | 'only_team_admins'
  readonly member_invite_management_access_level?: 'all_team_members' | 'only_team_admins'
  readonly guest_invite_management_access_level?: 'all_team_members' | 'only_team_admins'
  readonly join_request_management_access_level?: 'all_team_members' | 'only_team_admins'
  readonly team_member_removal_access_level?: 'all_team_members' | 'only_team_admins'
  readonly team_content_management_access_level?: 'no_restriction' | 'only_team_admins'
  readonly endorsed?: boolean
  readonly custom_field_settings?: readonly CustomFieldSetting[]
}

/** What a request sends as `data`. */
export interface TeamAddUserRequest {
  readonly user?: string | undefined
}

/** `TeamMembership` as Asana returns it. */
export interface TeamMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly user?: User
  readonly team?: Team
  readonly is_guest?: boolean
  readonly is_limited_access?: boolean
  readonly is_admin?: boolean
}

/** What a request sends as `data`. */
export interface TeamRemoveUserRequest {
  readonly user?: string | undefined
}

/** What a request sends as `data`. */
export interface TeamRequest {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly html_description?: string | undefined
  readonly organization?: string | undefined
  readonly visibility?: 'secret' | 'request_to_join' | 'public' | undefined
  readonly edit_team_name_or_description_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly edit_team_visibility_or_trash_team_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly member_invite_management_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly guest_invite_management_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly join_request_management_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly team_member_removal_access_level?: 'all_team_members' | 'only_team_admins' | undefined
  readonly team_content_management_access_level?: 'no_restriction' | 'only_team_admins' | undefined
  readonly endorsed?: boolean | undefined
}

/** `TemplateRole` as Asana returns it. */
export interface TemplateRole {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
}

/** `TimePeriod` as Asana returns it. */
export interface TimePeriod {
  readonly gid: string
  readonly resource_type?: string
  readonly end_on?: string
  readonly start_on?: string
  readonly period?: 'FY' | 'H1' | 'H2' | 'Q1' | 'Q2' | 'Q3' | 'Q4'
  readonly display_name?: string
  readonly parent?: TimePeriod | null
}

/** `TimeTrackingCategory` as Asana returns it. */
export interface TimeTrackingCategory {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly color?: 'none' | 'red' | 'orange' | 'yellow-orange' | 'yellow' | 'yellow-green' | 'green' | 'blue-green' | 'aqua' | 'blue' | 'indigo' | 'purple' | 'magenta' | 'hot-pink' | 'pink' | 'cool-gray'
  readonly is_archived?: boolean
}

/** What a request sends as `data`. */
export interface TimeTrackingCategoryCreateRequest {
  readonly name: string
  readonly color?: 'none' | 'red' | 'orange' | 'yellow-orange' | 'yellow' | 'yellow-green' | 'green' | 'blue-green' | 'aqua' | 'blue' | 'indigo' | 'purple' | 'magenta' | 'hot-pink' | 'pink' | 'cool-gray' | undefined
  readonly workspace: string
}

/** What a request sends as `data`. */
export interface TimeTrackingCategoryUpdateRequest {
  readonly name?: string | undefined
  readonly color?: 'none' | 'red' | 'orange' | 'yellow-orange' | 'yellow' | 'yellow-green' | 'green' | 'blue-green' | 'aqua' | 'blue' | 'indigo' | 'purple' | 'magenta' | 'hot-pink' | 'pink' | 'cool-gray' | undefined
  readonly is_archived?: boolean | undefined
}

/** `TimeTrackingEntry` as Asana returns it. */
export interface TimeTrackingEntry {
  readonly gid: string
  readonly resource_type?: string
  readonly duration_minutes?: number
  readonly entered_on?: string
  readonly attributable_to?: Project
  readonly created_by?: User
  readonly categories?: readonly TimeTrackingCategory[]
}

/** `TimesheetApprovalStatus` as Asana returns it. */
export interface TimesheetApprovalStatus {
  readonly gid: string
  readonly resource_type?: string
  readonly created_at?: string
  readonly user?: User
  readonly workspace?: Workspace
  readonly start_date?: string
  readonly end_date?: string
  readonly approval_status?: 'DRAFT' | 'SUBMITTED' | 'APPROVED' | 'REJECTED'
}

/** What a request sends as `data`. */
export interface UpdateTimeTrackingEntryRequest {
  readonly duration_minutes?: number | undefined
  readonly entered_on?: string | undefined
  readonly attributable_to?: string | undefined
  readonly billable_status?: 'billable' | 'nonBillable' | 'notApplicable' | undefined
  readonly description?: string | undefined
  readonly categories?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface UpdateTimesheetApprovalStatusRequest {
  readonly approval_status: 'submitted' | 'draft' | 'approved' | 'rejected'
  readonly message?: string | undefined
}

/** `User` as Asana returns it. */
export interface User {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly email?: string
  readonly photo?: { readonly image_21x21?: string; readonly image_27x27?: string; readonly image_36x36?: string; readonly image_60x60?: string; readonly image_128x128?: string; readonly image_1024x1024?: string } | null
  readonly workspaces?: readonly Workspace[]
  readonly custom_fields?: readonly CustomField[]
}

/** What a request sends as `data`. */
export interface UserCompactInput {
  readonly name?: string | undefined
}

/** `UserTaskList` as Asana returns it. */
export interface UserTaskList {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly owner?: User
  readonly workspace?: Workspace
}

/** What a request sends as `data`. */
export interface UserUpdateRequest {
  readonly name?: string | undefined
  readonly custom_fields?: Readonly<Record<string, string>> | undefined
}

/** `Webhook` as Asana returns it. */
export interface Webhook {
  readonly gid: string
  readonly resource_type?: string
  readonly active?: boolean
  readonly resource?: NamedResource
  readonly target?: string
  readonly created_at?: string
  readonly last_failure_at?: string
  readonly last_failure_content?: string
  readonly last_success_at?: string
  readonly delivery_retry_count?: number
  readonly next_attempt_after?: string
  readonly failure_deletion_timestamp?: string
  readonly filters?: readonly WebhookFilter[]
}

/** `WebhookFilter` as Asana returns it. */
export interface WebhookFilter {
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly action?: string
  readonly fields?: readonly string[]
}

/** What a request sends as `data`. */
export interface WebhookFilterInput {
  readonly resource_type?: string | undefined
  readonly resource_subtype?: string | undefined
  readonly action?: string | undefined
  readonly fields?: readonly string[] | undefined
}

/** What a request sends as `data`. */
export interface WebhookRequest {
  readonly resource: string
  readonly target: string
  readonly filters?: readonly WebhookFilterInput[] | undefined
}

/** What a request sends as `data`. */
export interface WebhookUpdateRequest {
  readonly filters?: readonly WebhookFilterInput[] | undefined
}

/** `Workspace` as Asana returns it. */
export interface Workspace {
  readonly gid: string
  readonly resource_type?: string
  readonly name?: string
  readonly email_domains?: readonly string[]
  readonly is_organization?: boolean
}

/** What a request sends as `data`. */
export interface WorkspaceAddUserRequest {
  readonly user?: string | undefined
}

/** `WorkspaceMembership` as Asana returns it. */
export interface WorkspaceMembership {
  readonly gid: string
  readonly resource_type?: string
  readonly user?: User
  readonly workspace?: Workspace
  readonly user_task_list?: UserTaskList
  readonly is_active?: boolean
  readonly is_admin?: boolean
  readonly is_guest?: boolean
  readonly is_view_only?: boolean
  readonly vacation_dates?: { readonly start_on?: string; readonly end_on?: string | null } | null
  readonly created_at?: string
}

/** What a request sends as `data`. */
export interface WorkspaceRemoveUserRequest {
  readonly user?: string | undefined
}

/** What a request sends as `data`. */
export interface WorkspaceRequest {
  readonly name?: string | undefined
}

/** What `opt_fields` can ask for. */
export type AccessRequestField =
  | 'approval_status'
  | 'message'
  | 'requester'
  | 'requester.name'
  | 'target'

/** What `opt_fields` can ask for. */
export type AgentField =
  | 'behavior_guidance'
  | 'description'
  | 'name'
  | 'photo'
  | 'photo.image_1024x1024'
  | 'photo.image_128x128'
  | 'photo.image_21x21'
  | 'photo.image_27x27'
  | 'photo.image_36x36'
  | 'photo.image_60x60'
  | 'resource_subtype'
  | 'workspace'

/** What `opt_fields` can ask for. */
export type AllocationField =
  | 'assignee'
  | 'assignee.name'
  | 'created_by'
  | 'created_by.name'
  | 'effort'
  | 'effort.type'
  | 'effort.value'
  | 'end_date'
  | 'parent'
  | 'parent.name'
  | 'resource_subtype'
  | 'start_date'

/** What `opt_fields` can ask for. */
export type AsanaEventField =
  | 'action'
  | 'change'
  | 'change.action'
  | 'change.added_value'
  | 'change.field'
  | 'change.new_value'
  | 'change.removed_value'
  | 'created_at'
  | 'parent'
  | 'parent.name'
  | 'resource'
  | 'resource.name'
  | 'type'
  | 'user'
  | 'user.name'

/** What `opt_fields` can ask for. */
export type AttachmentField =
  | 'connected_to_app'
  | 'created_at'
  | 'download_url'
  | 'host'
  | 'name'
  | 'parent'
  | 'parent.created_by'
  | 'parent.name'
  | 'parent.resource_subtype'
  | 'permanent_url'
  | 'resource_subtype'
  | 'size'
  | 'view_url'

/** What `opt_fields` can ask for. */
export type BatchResultField =
  | 'body'
  | 'headers'
  | 'status_code'

/** What `opt_fields` can ask for. */
export type BudgetField =
  | 'actual'
  | 'actual.billable_status_filter'
  | 'actual.units'
  | 'actual.value'
  | 'budget_type'
  | 'estimate'
  | 'estimate.billable_status_filter'
  | 'estimate.enabled'
  | 'estimate.source'
  | 'estimate.units'
  | 'estimate.value'
  | 'parent'
  | 'parent.name'
  | 'total'
  | 'total.enabled'
  | 'total.units'
  | 'total.value'

/** What `opt_fields` can ask for. */
export type CustomFieldField =
  | 'asana_created_field'
  | 'created_by'
  | 'created_by.name'
  | 'currency_code'
  | 'custom_label'
  | 'custom_label_position'
  | 'date_value'
  | 'date_value.date'
  | 'date_value.date_time'
  | 'default_access_level'
  | 'description'
  | 'display_value'
  | 'enabled'
  | 'enum_options'
  | 'enum_options.color'
  | 'enum_options.enabled'
  | 'enum_options.name'
  | 'enum_value'
  | 'enum_value.color'
  | 'enum_value.enabled'
  | 'enum_value.name'
  | 'format'
  | 'has_notifications_enabled'
  | 'html_text_value'
  | 'id_prefix'
  | 'input_restrictions'
  | 'is_formula_field'
  | 'is_global_to_workspace'
  | 'is_value_read_only'
  | 'multi_enum_values'
  | 'multi_enum_values.color'
  | 'multi_enum_values.enabled'
  | 'multi_enum_values.name'
  | 'name'
  | 'number_value'
  | 'people_value'
  | 'people_value.name'
  | 'precision'
  | 'privacy_setting'
  | 'reference_value'
  | 'reference_value.name'
  | 'representation_type'
  | 'resource_subtype'
  | 'text_value'
  | 'type'

/** What `opt_fields` can ask for. */
export type CustomFieldSettingField =
  | 'custom_field'
  | 'custom_field.asana_created_field'
  | 'custom_field.created_by'
  | 'custom_field.created_by.name'
  | 'custom_field.currency_code'
  | 'custom_field.custom_label'
  | 'custom_field.custom_label_position'
  | 'custom_field.date_value'
  | 'custom_field.date_value.date'
  | 'custom_field.date_value.date_time'
  | 'custom_field.default_access_level'
  | 'custom_field.description'
  | 'custom_field.display_value'
  | 'custom_field.enabled'
  | 'custom_field.enum_options'
  | 'custom_field.enum_options.color'
  | 'custom_field.enum_options.enabled'
  | 'custom_field.enum_options.name'
  | 'custom_field.enum_value'
  | 'custom_field.enum_value.color'
  | 'custom_field.enum_value.enabled'
  | 'custom_field.enum_value.name'
  | 'custom_field.format'
  | 'custom_field.has_notifications_enabled'
  | 'custom_field.html_text_value'
  | 'custom_field.id_prefix'
  | 'custom_field.input_restrictions'
  | 'custom_field.is_formula_field'
  | 'custom_field.is_global_to_workspace'
  | 'custom_field.is_value_read_only'
  | 'custom_field.multi_enum_values'
  | 'custom_field.multi_enum_values.color'
  | 'custom_field.multi_enum_values.enabled'
  | 'custom_field.multi_enum_values.name'
  | 'custom_field.name'
  | 'custom_field.number_value'
  | 'custom_field.people_value'
  | 'custom_field.people_value.name'
  | 'custom_field.precision'
  | 'custom_field.privacy_setting'
  | 'custom_field.reference_value'
  | 'custom_field.reference_value.name'
  | 'custom_field.representation_type'
  | 'custom_field.resource_subtype'
  | 'custom_field.text_value'
  | 'custom_field.type'
  | 'is_important'
  | 'parent'
  | 'parent.name'
  | 'project'
  | 'project.name'

/** What `opt_fields` can ask for. */
export type CustomTypeField =
  | 'name'
  | 'status_options'
  | 'status_options.color'
  | 'status_options.completion_state'
  | 'status_options.enabled'
  | 'status_options.name'

/** What `opt_fields` can ask for. */
export type DeprecatedPortfolioMembershipField =
  | 'access_level'
  | 'portfolio'
  | 'portfolio.name'
  | 'user'
  | 'user.name'

/** What `opt_fields` can ask for. */
export type EnumOptionField =
  | 'color'
  | 'enabled'
  | 'name'

/** What `opt_fields` can ask for. */
export type GoalField =
  | 'current_status_update'
  | 'current_status_update.resource_subtype'
  | 'current_status_update.title'
  | 'custom_field_settings'
  | 'custom_field_settings.custom_field'
  | 'custom_field_settings.custom_field.asana_created_field'
  | 'custom_field_settings.custom_field.created_by'
  | 'custom_field_settings.custom_field.created_by.name'
  | 'custom_field_settings.custom_field.currency_code'
  | 'custom_field_settings.custom_field.custom_label'
  | 'custom_field_settings.custom_field.custom_label_position'
  | 'custom_field_settings.custom_field.date_value'
  | 'custom_field_settings.custom_field.date_value.date'
  | 'custom_field_settings.custom_field.date_value.date_time'
  | 'custom_field_settings.custom_field.default_access_level'
  | 'custom_field_settings.custom_field.description'
  | 'custom_field_settings.custom_field.display_value'
  | 'custom_field_settings.custom_field.enabled'
  | 'custom_field_settings.custom_field.enum_options'
  | 'custom_field_settings.custom_field.enum_options.color'
  | 'custom_field_settings.custom_field.enum_options.enabled'
  | 'custom_field_settings.custom_field.enum_options.name'
  | 'custom_field_settings.custom_field.enum_value'
  | 'custom_field_settings.custom_field.enum_value.color'
  | 'custom_field_settings.custom_field.enum_value.enabled'
  | 'custom_field_settings.custom_field.enum_value.name'
  | 'custom_field_settings.custom_field.format'
  | 'custom_field_settings.custom_field.has_notifications_enabled'
  | 'custom_field_settings.custom_field.html_text_value'
  | 'custom_field_settings.custom_field.id_prefix'
  | 'custom_field_settings.custom_field.input_restrictions'
  | 'custom_field_settings.custom_field.is_formula_field'
  | 'custom_field_settings.custom_field.is_global_to_workspace'
  | 'custom_field_settings.custom_field.is_value_read_only'
  | 'custom_field_settings.custom_field.multi_enum_values'
  | 'custom_field_settings.custom_field.multi_enum_values.color'
  | 'custom_field_settings.custom_field.multi_enum_values.enabled'
  | 'custom_field_settings.custom_field.multi_enum_values.name'
  | 'custom_field_settings.custom_field.name'
  | 'custom_field_settings.custom_field.number_value'
  | 'custom_field_settings.custom_field.people_value'
  | 'custom_field_settings.custom_field.people_value.name'
  | 'custom_field_settings.custom_field.precision'
  | 'custom_field_settings.custom_field.privacy_setting'
  | 'custom_field_settings.custom_field.reference_value'
  | 'custom_field_settings.custom_field.reference_value.name'
  | 'custom_field_settings.custom_field.representation_type'
  | 'custom_field_settings.custom_field.resource_subtype'
  | 'custom_field_settings.custom_field.text_value'
  | 'custom_field_settings.custom_field.type'
  | 'custom_field_settings.is_important'
  | 'custom_field_settings.parent'
  | 'custom_field_settings.parent.name'
  | 'custom_field_settings.project'
  | 'custom_field_settings.project.name'
  | 'custom_fields'
  | 'custom_fields.date_value'
  | 'custom_fields.date_value.date'
  | 'custom_fields.date_value.date_time'
  | 'custom_fields.display_value'
  | 'custom_fields.enabled'
  | 'custom_fields.enum_options'
  | 'custom_fields.enum_options.color'
  | 'custom_fields.enum_options.enabled'
  | 'custom_fields.enum_options.name'
  | 'custom_fields.enum_value'
  | 'custom_fields.enum_value.color'
  | 'custom_fields.enum_value.enabled'
  | 'custom_fields.enum_value.name'
  | 'custom_fields.id_prefix'
  | 'custom_fields.input_restrictions'
  | 'custom_fields.is_formula_field'
  | 'custom_fields.multi_enum_values'
  | 'custom_fields.multi_enum_values.color'
  | 'custom_fields.multi_enum_values.enabled'
  | 'custom_fields.multi_enum_values.name'
  | 'custom_fields.name'
  | 'custom_fields.number_value'
  | 'custom_fields.representation_type'
  | 'custom_fields.text_value'
  | 'custom_fields.type'
  | 'default_access_level'
  | 'due_on'
  | 'followers'
  | 'followers.name'
  | 'html_notes'
  | 'is_workspace_level'
  | 'liked'
  | 'likes'
  | 'likes.user'
  | 'likes.user.name'
  | 'metric'
  | 'metric.can_manage'
  | 'metric.currency_code'
  | 'metric.current_display_value'
  | 'metric.current_number_value'
  | 'metric.initial_number_value'
  | 'metric.is_custom_weight'
  | 'metric.precision'
  | 'metric.progress_source'
  | 'metric.resource_subtype'
  | 'metric.target_number_value'
  | 'metric.unit'
  | 'name'
  | 'notes'
  | 'num_likes'
  | 'owner'
  | 'owner.name'
  | 'privacy_setting'
  | 'start_on'
  | 'status'
  | 'team'
  | 'team.name'
  | 'time_period'
  | 'time_period.display_name'
  | 'time_period.end_on'
  | 'time_period.period'
  | 'time_period.start_on'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type GoalRelationshipField =
  | 'contribution_weight'
  | 'resource_subtype'
  | 'supported_goal'
  | 'supported_goal.name'
  | 'supported_goal.owner'
  | 'supported_goal.owner.name'
  | 'supporting_resource'
  | 'supporting_resource.name'

/** What `opt_fields` can ask for. */
export type JobField =
  | 'new_graph_export'
  | 'new_graph_export.completed_at'
  | 'new_graph_export.created_at'
  | 'new_graph_export.download_url'
  | 'new_portfolio'
  | 'new_portfolio.name'
  | 'new_project'
  | 'new_project.name'
  | 'new_project_template'
  | 'new_project_template.name'
  | 'new_resource_export'
  | 'new_resource_export.completed_at'
  | 'new_resource_export.created_at'
  | 'new_resource_export.download_url'
  | 'new_task'
  | 'new_task.created_by'
  | 'new_task.name'
  | 'new_task.resource_subtype'
  | 'resource_subtype'
  | 'status'

/** What `opt_fields` can ask for. */
export type NamedResourceField =
  | 'name'

/** What `opt_fields` can ask for. */
export type OooEntryField =
  | 'created_by'
  | 'created_by.name'
  | 'end_date'
  | 'start_date'
  | 'user'
  | 'user.name'

/** What `opt_fields` can ask for. */
export type OrganizationExportField =
  | 'created_at'
  | 'download_url'
  | 'organization'
  | 'organization.name'
  | 'state'

/** What `opt_fields` can ask for. */
export type PortfolioField =
  | 'archived'
  | 'color'
  | 'created_at'
  | 'created_by'
  | 'created_by.name'
  | 'current_status_update'
  | 'current_status_update.resource_subtype'
  | 'current_status_update.title'
  | 'custom_field_settings'
  | 'custom_field_settings.custom_field'
  | 'custom_field_settings.custom_field.asana_created_field'
  | 'custom_field_settings.custom_field.created_by'
  | 'custom_field_settings.custom_field.created_by.name'
  | 'custom_field_settings.custom_field.currency_code'
  | 'custom_field_settings.custom_field.custom_label'
  | 'custom_field_settings.custom_field.custom_label_position'
  | 'custom_field_settings.custom_field.date_value'
  | 'custom_field_settings.custom_field.date_value.date'
  | 'custom_field_settings.custom_field.date_value.date_time'
  | 'custom_field_settings.custom_field.default_access_level'
  | 'custom_field_settings.custom_field.description'
  | 'custom_field_settings.custom_field.display_value'
  | 'custom_field_settings.custom_field.enabled'
  | 'custom_field_settings.custom_field.enum_options'
  | 'custom_field_settings.custom_field.enum_options.color'
  | 'custom_field_settings.custom_field.enum_options.enabled'
  | 'custom_field_settings.custom_field.enum_options.name'
  | 'custom_field_settings.custom_field.enum_value'
  | 'custom_field_settings.custom_field.enum_value.color'
  | 'custom_field_settings.custom_field.enum_value.enabled'
  | 'custom_field_settings.custom_field.enum_value.name'
  | 'custom_field_settings.custom_field.format'
  | 'custom_field_settings.custom_field.has_notifications_enabled'
  | 'custom_field_settings.custom_field.html_text_value'
  | 'custom_field_settings.custom_field.id_prefix'
  | 'custom_field_settings.custom_field.input_restrictions'
  | 'custom_field_settings.custom_field.is_formula_field'
  | 'custom_field_settings.custom_field.is_global_to_workspace'
  | 'custom_field_settings.custom_field.is_value_read_only'
  | 'custom_field_settings.custom_field.multi_enum_values'
  | 'custom_field_settings.custom_field.multi_enum_values.color'
  | 'custom_field_settings.custom_field.multi_enum_values.enabled'
  | 'custom_field_settings.custom_field.multi_enum_values.name'
  | 'custom_field_settings.custom_field.name'
  | 'custom_field_settings.custom_field.number_value'
  | 'custom_field_settings.custom_field.people_value'
  | 'custom_field_settings.custom_field.people_value.name'
  | 'custom_field_settings.custom_field.precision'
  | 'custom_field_settings.custom_field.privacy_setting'
  | 'custom_field_settings.custom_field.reference_value'
  | 'custom_field_settings.custom_field.reference_value.name'
  | 'custom_field_settings.custom_field.representation_type'
  | 'custom_field_settings.custom_field.resource_subtype'
  | 'custom_field_settings.custom_field.text_value'
  | 'custom_field_settings.custom_field.type'
  | 'custom_field_settings.is_important'
  | 'custom_field_settings.parent'
  | 'custom_field_settings.parent.name'
  | 'custom_field_settings.project'
  | 'custom_field_settings.project.name'
  | 'custom_fields'
  | 'custom_fields.date_value'
  | 'custom_fields.date_value.date'
  | 'custom_fields.date_value.date_time'
  | 'custom_fields.display_value'
  | 'custom_fields.enabled'
  | 'custom_fields.enum_options'
  | 'custom_fields.enum_options.color'
  | 'custom_fields.enum_options.enabled'
  | 'custom_fields.enum_options.name'
  | 'custom_fields.enum_value'
  | 'custom_fields.enum_value.color'
  | 'custom_fields.enum_value.enabled'
  | 'custom_fields.enum_value.name'
  | 'custom_fields.id_prefix'
  | 'custom_fields.input_restrictions'
  | 'custom_fields.is_formula_field'
  | 'custom_fields.multi_enum_values'
  | 'custom_fields.multi_enum_values.color'
  | 'custom_fields.multi_enum_values.enabled'
  | 'custom_fields.multi_enum_values.name'
  | 'custom_fields.name'
  | 'custom_fields.number_value'
  | 'custom_fields.representation_type'
  | 'custom_fields.text_value'
  | 'custom_fields.type'
  | 'default_access_level'
  | 'due_on'
  | 'members'
  | 'members.name'
  | 'name'
  | 'owner'
  | 'owner.name'
  | 'permalink_url'
  | 'privacy_setting'
  | 'project_templates'
  | 'project_templates.name'
  | 'public'
  | 'start_on'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type ProjectBriefField =
  | 'html_text'
  | 'permalink_url'
  | 'project'
  | 'project.name'
  | 'text'
  | 'title'

/** What `opt_fields` can ask for. */
export type ProjectField =
  | 'archived'
  | 'color'
  | 'completed'
  | 'completed_at'
  | 'completed_by'
  | 'completed_by.name'
  | 'created_at'
  | 'created_from_template'
  | 'created_from_template.name'
  | 'current_status'
  | 'current_status.author'
  | 'current_status.author.name'
  | 'current_status.color'
  | 'current_status.created_at'
  | 'current_status.created_by'
  | 'current_status.created_by.name'
  | 'current_status.html_text'
  | 'current_status.modified_at'
  | 'current_status.text'
  | 'current_status.title'
  | 'current_status_update'
  | 'current_status_update.resource_subtype'
  | 'current_status_update.title'
  | 'custom_field_settings'
  | 'custom_field_settings.custom_field'
  | 'custom_field_settings.custom_field.asana_created_field'
  | 'custom_field_settings.custom_field.created_by'
  | 'custom_field_settings.custom_field.created_by.name'
  | 'custom_field_settings.custom_field.currency_code'
  | 'custom_field_settings.custom_field.custom_label'
  | 'custom_field_settings.custom_field.custom_label_position'
  | 'custom_field_settings.custom_field.date_value'
  | 'custom_field_settings.custom_field.date_value.date'
  | 'custom_field_settings.custom_field.date_value.date_time'
  | 'custom_field_settings.custom_field.default_access_level'
  | 'custom_field_settings.custom_field.description'
  | 'custom_field_settings.custom_field.display_value'
  | 'custom_field_settings.custom_field.enabled'
  | 'custom_field_settings.custom_field.enum_options'
  | 'custom_field_settings.custom_field.enum_options.color'
  | 'custom_field_settings.custom_field.enum_options.enabled'
  | 'custom_field_settings.custom_field.enum_options.name'
  | 'custom_field_settings.custom_field.enum_value'
  | 'custom_field_settings.custom_field.enum_value.color'
  | 'custom_field_settings.custom_field.enum_value.enabled'
  | 'custom_field_settings.custom_field.enum_value.name'
  | 'custom_field_settings.custom_field.format'
  | 'custom_field_settings.custom_field.has_notifications_enabled'
  | 'custom_field_settings.custom_field.html_text_value'
  | 'custom_field_settings.custom_field.id_prefix'
  | 'custom_field_settings.custom_field.input_restrictions'
  | 'custom_field_settings.custom_field.is_formula_field'
  | 'custom_field_settings.custom_field.is_global_to_workspace'
  | 'custom_field_settings.custom_field.is_value_read_only'
  | 'custom_field_settings.custom_field.multi_enum_values'
  | 'custom_field_settings.custom_field.multi_enum_values.color'
  | 'custom_field_settings.custom_field.multi_enum_values.enabled'
  | 'custom_field_settings.custom_field.multi_enum_values.name'
  | 'custom_field_settings.custom_field.name'
  | 'custom_field_settings.custom_field.number_value'
  | 'custom_field_settings.custom_field.people_value'
  | 'custom_field_settings.custom_field.people_value.name'
  | 'custom_field_settings.custom_field.precision'
  | 'custom_field_settings.custom_field.privacy_setting'
  | 'custom_field_settings.custom_field.reference_value'
  | 'custom_field_settings.custom_field.reference_value.name'
  | 'custom_field_settings.custom_field.representation_type'
  | 'custom_field_settings.custom_field.resource_subtype'
  | 'custom_field_settings.custom_field.text_value'
  | 'custom_field_settings.custom_field.type'
  | 'custom_field_settings.is_important'
  | 'custom_field_settings.parent'
  | 'custom_field_settings.parent.name'
  | 'custom_field_settings.project'
  | 'custom_field_settings.project.name'
  | 'custom_fields'
  | 'custom_fields.date_value'
  | 'custom_fields.date_value.date'
  | 'custom_fields.date_value.date_time'
  | 'custom_fields.display_value'
  | 'custom_fields.enabled'
  | 'custom_fields.enum_options'
  | 'custom_fields.enum_options.color'
  | 'custom_fields.enum_options.enabled'
  | 'custom_fields.enum_options.name'
  | 'custom_fields.enum_value'
  | 'custom_fields.enum_value.color'
  | 'custom_fields.enum_value.enabled'
  | 'custom_fields.enum_value.name'
  | 'custom_fields.id_prefix'
  | 'custom_fields.input_restrictions'
  | 'custom_fields.is_formula_field'
  | 'custom_fields.multi_enum_values'
  | 'custom_fields.multi_enum_values.color'
  | 'custom_fields.multi_enum_values.enabled'
  | 'custom_fields.multi_enum_values.name'
  | 'custom_fields.name'
  | 'custom_fields.number_value'
  | 'custom_fields.representation_type'
  | 'custom_fields.text_value'
  | 'custom_fields.type'
  | 'default_access_level'
  | 'default_view'
  | 'due_date'
  | 'due_on'
  | 'followers'
  | 'followers.name'
  | 'html_notes'
  | 'icon'
  | 'members'
  | 'members.name'
  | 'minimum_access_level_for_customization'
  | 'minimum_access_level_for_sharing'
  | 'modified_at'
  | 'name'
  | 'notes'
  | 'owner'
  | 'permalink_url'
  | 'privacy_setting'
  | 'project_brief'
  | 'public'
  | 'start_on'
  | 'team'
  | 'team.name'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type ProjectMembershipField =
  | 'access_level'
  | 'member'
  | 'member.name'
  | 'parent'
  | 'parent.name'
  | 'project'
  | 'project.name'
  | 'user'
  | 'user.name'
  | 'write_access'

/** What `opt_fields` can ask for. */
export type ProjectPortfolioSettingField =
  | 'created_at'
  | 'is_access_control_inherited'
  | 'portfolio'
  | 'project'

/** What `opt_fields` can ask for. */
export type ProjectStatusField =
  | 'author'
  | 'author.name'
  | 'color'
  | 'created_at'
  | 'created_by'
  | 'created_by.name'
  | 'html_text'
  | 'modified_at'
  | 'text'
  | 'title'

/** What `opt_fields` can ask for. */
export type ProjectTemplateField =
  | 'color'
  | 'description'
  | 'html_description'
  | 'name'
  | 'owner'
  | 'public'
  | 'requested_dates'
  | 'requested_dates.description'
  | 'requested_dates.name'
  | 'requested_roles'
  | 'requested_roles.name'
  | 'team'
  | 'team.name'

/** What `opt_fields` can ask for. */
export type RateField =
  | 'created_by'
  | 'created_by.name'
  | 'currency_code'
  | 'parent'
  | 'parent.name'
  | 'rate'
  | 'resource'
  | 'resource.name'

/** What `opt_fields` can ask for. */
export type RoleField =
  | 'base_role_type'
  | 'creation_time'
  | 'description'
  | 'is_standard_role'
  | 'modified_at'
  | 'name'
  | 'permissions'
  | 'permissions.allowed_guest_invites'
  | 'permissions.assign_roles'
  | 'permissions.create_and_edit_ai_automations'
  | 'permissions.create_and_edit_ai_teammates'
  | 'permissions.create_app_authorization'
  | 'permissions.create_global_custom_fields'
  | 'permissions.create_goal'
  | 'permissions.create_pat_authorization'
  | 'permissions.create_portfolio'
  | 'permissions.create_project'
  | 'permissions.create_read_only_link'
  | 'permissions.create_team'
  | 'permissions.download_mobile_attachments'
  | 'permissions.export_project_data'
  | 'permissions.import_data'
  | 'permissions.manage_roles'
  | 'permissions.proactive_ai'
  | 'permissions.share_goal_with_domain'
  | 'permissions.share_portfolios_with_org'
  | 'permissions.share_teams_with_org'
  | 'permissions.standard_ai'
  | 'permissions.task_deletion_policy'
  | 'permissions.upload_attachments'
  | 'permissions.view_public_teams'
  | 'permissions.view_shared_with_org_portfolios'
  | 'permissions.view_shared_with_org_projects'
  | 'permissions.view_shared_with_org_tasks'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type SectionField =
  | 'created_at'
  | 'name'
  | 'project'
  | 'project.name'
  | 'projects'
  | 'projects.name'

/** What `opt_fields` can ask for. */
export type StatusUpdateField =
  | 'author'
  | 'author.name'
  | 'created_at'
  | 'created_by'
  | 'created_by.name'
  | 'hearted'
  | 'hearts'
  | 'hearts.user'
  | 'hearts.user.name'
  | 'html_text'
  | 'liked'
  | 'likes'
  | 'likes.user'
  | 'likes.user.name'
  | 'modified_at'
  | 'num_hearts'
  | 'num_likes'
  | 'parent'
  | 'parent.name'
  | 'reaction_summary'
  | 'reaction_summary.count'
  | 'reaction_summary.emoji_base'
  | 'reaction_summary.reacted'
  | 'reaction_summary.variant'
  | 'resource_subtype'
  | 'status_type'
  | 'text'
  | 'title'

/** What `opt_fields` can ask for. */
export type StoryField =
  | 'assignee'
  | 'assignee.name'
  | 'created_at'
  | 'created_by'
  | 'created_by.name'
  | 'custom_field'
  | 'custom_field.date_value'
  | 'custom_field.date_value.date'
  | 'custom_field.date_value.date_time'
  | 'custom_field.display_value'
  | 'custom_field.enabled'
  | 'custom_field.enum_options'
  | 'custom_field.enum_options.color'
  | 'custom_field.enum_options.enabled'
  | 'custom_field.enum_options.name'
  | 'custom_field.enum_value'
  | 'custom_field.enum_value.color'
  | 'custom_field.enum_value.enabled'
  | 'custom_field.enum_value.name'
  | 'custom_field.id_prefix'
  | 'custom_field.input_restrictions'
  | 'custom_field.is_formula_field'
  | 'custom_field.multi_enum_values'
  | 'custom_field.multi_enum_values.color'
  | 'custom_field.multi_enum_values.enabled'
  | 'custom_field.multi_enum_values.name'
  | 'custom_field.name'
  | 'custom_field.number_value'
  | 'custom_field.representation_type'
  | 'custom_field.text_value'
  | 'custom_field.type'
  | 'dependency'
  | 'dependency.created_by'
  | 'dependency.name'
  | 'dependency.resource_subtype'
  | 'duplicate_of'
  | 'duplicate_of.created_by'
  | 'duplicate_of.name'
  | 'duplicate_of.resource_subtype'
  | 'duplicated_from'
  | 'duplicated_from.created_by'
  | 'duplicated_from.name'
  | 'duplicated_from.resource_subtype'
  | 'follower'
  | 'follower.name'
  | 'hearted'
  | 'hearts'
  | 'hearts.user'
  | 'hearts.user.name'
  | 'html_text'
  | 'is_editable'
  | 'is_edited'
  | 'is_pinned'
  | 'liked'
  | 'likes'
  | 'likes.user'
  | 'likes.user.name'
  | 'new_approval_status'
  | 'new_date_value'
  | 'new_dates'
  | 'new_dates.due_at'
  | 'new_dates.due_on'
  | 'new_dates.start_on'
  | 'new_enum_value'
  | 'new_enum_value.color'
  | 'new_enum_value.enabled'
  | 'new_enum_value.name'
  | 'new_multi_enum_values'
  | 'new_multi_enum_values.color'
  | 'new_multi_enum_values.enabled'
  | 'new_multi_enum_values.name'
  | 'new_name'
  | 'new_number_value'
  | 'new_people_value'
  | 'new_people_value.name'
  | 'new_resource_subtype'
  | 'new_section'
  | 'new_section.name'
  | 'new_text_value'
  | 'num_hearts'
  | 'num_likes'
  | 'old_approval_status'
  | 'old_date_value'
  | 'old_dates'
  | 'old_dates.due_at'
  | 'old_dates.due_on'
  | 'old_dates.start_on'
  | 'old_enum_value'
  | 'old_enum_value.color'
  | 'old_enum_value.enabled'
  | 'old_enum_value.name'
  | 'old_multi_enum_values'
  | 'old_multi_enum_values.color'
  | 'old_multi_enum_values.enabled'
  | 'old_multi_enum_values.name'
  | 'old_name'
  | 'old_number_value'
  | 'old_people_value'
  | 'old_people_value.name'
  | 'old_resource_subtype'
  | 'old_section'
  | 'old_section.name'
  | 'old_text_value'
  | 'previews'
  | 'previews.fallback'
  | 'previews.footer'
  | 'previews.header'
  | 'previews.header_link'
  | 'previews.html_text'
  | 'previews.text'
  | 'previews.title'
  | 'previews.title_link'
  | 'project'
  | 'project.name'
  | 'reaction_summary'
  | 'reaction_summary.count'
  | 'reaction_summary.emoji_base'
  | 'reaction_summary.reacted'
  | 'reaction_summary.variant'
  | 'resource_subtype'
  | 'source'
  | 'sticker_name'
  | 'story'
  | 'story.created_at'
  | 'story.created_by'
  | 'story.created_by.name'
  | 'story.resource_subtype'
  | 'story.text'
  | 'tag'
  | 'tag.name'
  | 'target'
  | 'target.created_by'
  | 'target.name'
  | 'target.resource_subtype'
  | 'task'
  | 'task.created_by'
  | 'task.name'
  | 'task.resource_subtype'
  | 'text'
  | 'type'

/** What `opt_fields` can ask for. */
export type TagField =
  | 'color'
  | 'created_at'
  | 'followers'
  | 'followers.name'
  | 'name'
  | 'notes'
  | 'permalink_url'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type TaskCountField =
  | 'num_completed_milestones'
  | 'num_completed_tasks'
  | 'num_incomplete_milestones'
  | 'num_incomplete_tasks'
  | 'num_milestones'
  | 'num_tasks'

/** What `opt_fields` can ask for. */
export type TaskField =
  | 'actual_time_minutes'
  | 'approval_status'
  | 'assigned_by'
  | 'assigned_by.name'
  | 'assignee'
  | 'assignee.name'
  | 'assignee_section'
  | 'assignee_section.name'
  | 'assignee_status'
  | 'completed'
  | 'completed_at'
  | 'completed_by'
  | 'completed_by.name'
  | 'created_at'
  | 'created_by'
  | 'custom_fields'
  | 'custom_fields.asana_created_field'
  | 'custom_fields.created_by'
  | 'custom_fields.created_by.name'
  | 'custom_fields.currency_code'
  | 'custom_fields.custom_label'
  | 'custom_fields.custom_label_position'
  | 'custom_fields.date_value'
  | 'custom_fields.date_value.date'
  | 'custom_fields.date_value.date_time'
  | 'custom_fields.default_access_level'
  | 'custom_fields.description'
  | 'custom_fields.display_value'
  | 'custom_fields.enabled'
  | 'custom_fields.enum_options'
  | 'custom_fields.enum_options.color'
  | 'custom_fields.enum_options.enabled'
  | 'custom_fields.enum_options.name'
  | 'custom_fields.enum_value'
  | 'custom_fields.enum_value.color'
  | 'custom_fields.enum_value.enabled'
  | 'custom_fields.enum_value.name'
  | 'custom_fields.format'
  | 'custom_fields.has_notifications_enabled'
  | 'custom_fields.html_text_value'
  | 'custom_fields.id_prefix'
  | 'custom_fields.input_restrictions'
  | 'custom_fields.is_formula_field'
  | 'custom_fields.is_global_to_workspace'
  | 'custom_fields.is_value_read_only'
  | 'custom_fields.multi_enum_values'
  | 'custom_fields.multi_enum_values.color'
  | 'custom_fields.multi_enum_values.enabled'
  | 'custom_fields.multi_enum_values.name'
  | 'custom_fields.name'
  | 'custom_fields.number_value'
  | 'custom_fields.people_value'
  | 'custom_fields.people_value.name'
  | 'custom_fields.precision'
  | 'custom_fields.privacy_setting'
  | 'custom_fields.reference_value'
  | 'custom_fields.reference_value.name'
  | 'custom_fields.representation_type'
  | 'custom_fields.resource_subtype'
  | 'custom_fields.text_value'
  | 'custom_fields.type'
  | 'custom_type'
  | 'custom_type.name'
  | 'custom_type_status_option'
  | 'custom_type_status_option.name'
  | 'dependencies'
  | 'dependents'
  | 'due_at'
  | 'due_on'
  | 'external'
  | 'external.data'
  | 'followers'
  | 'followers.name'
  | 'hearted'
  | 'hearts'
  | 'hearts.user'
  | 'hearts.user.name'
  | 'html_notes'
  | 'is_rendered_as_separator'
  | 'liked'
  | 'likes'
  | 'likes.user'
  | 'likes.user.name'
  | 'memberships'
  | 'memberships.project'
  | 'memberships.project.name'
  | 'memberships.section'
  | 'memberships.section.name'
  | 'modified_at'
  | 'name'
  | 'notes'
  | 'num_hearts'
  | 'num_likes'
  | 'num_subtasks'
  | 'parent'
  | 'parent.created_by'
  | 'parent.name'
  | 'parent.resource_subtype'
  | 'permalink_url'
  | 'projects'
  | 'projects.name'
  | 'resource_subtype'
  | 'start_at'
  | 'start_on'
  | 'tags'
  | 'tags.name'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type TaskTemplateField =
  | 'created_at'
  | 'created_by'
  | 'name'
  | 'project'
  | 'template'

/** What `opt_fields` can ask for. */
export type TeamField =
  | 'custom_field_settings'
  | 'custom_field_settings.custom_field'
  | 'custom_field_settings.custom_field.asana_created_field'
  | 'custom_field_settings.custom_field.created_by'
  | 'custom_field_settings.custom_field.created_by.name'
  | 'custom_field_settings.custom_field.currency_code'
  | 'custom_field_settings.custom_field.custom_label'
  | 'custom_field_settings.custom_field.custom_label_position'
  | 'custom_field_settings.custom_field.date_value'
  | 'custom_field_settings.custom_field.date_value.date'
  | 'custom_field_settings.custom_field.date_value.date_time'
  | 'custom_field_settings.custom_field.default_access_level'
  | 'custom_field_settings.custom_field.description'
  | 'custom_field_settings.custom_field.display_value'
  | 'custom_field_settings.custom_field.enabled'
  | 'custom_field_settings.custom_field.enum_options'
  | 'custom_field_settings.custom_field.enum_options.color'
  | 'custom_field_settings.custom_field.enum_options.enabled'
  | 'custom_field_settings.custom_field.enum_options.name'
  | 'custom_field_settings.custom_field.enum_value'
  | 'custom_field_settings.custom_field.enum_value.color'
  | 'custom_field_settings.custom_field.enum_value.enabled'
  | 'custom_field_settings.custom_field.enum_value.name'
  | 'custom_field_settings.custom_field.format'
  | 'custom_field_settings.custom_field.has_notifications_enabled'
  | 'custom_field_settings.custom_field.html_text_value'
  | 'custom_field_settings.custom_field.id_prefix'
  | 'custom_field_settings.custom_field.input_restrictions'
  | 'custom_field_settings.custom_field.is_formula_field'
  | 'custom_field_settings.custom_field.is_global_to_workspace'
  | 'custom_field_settings.custom_field.is_value_read_only'
  | 'custom_field_settings.custom_field.multi_enum_values'
  | 'custom_field_settings.custom_field.multi_enum_values.color'
  | 'custom_field_settings.custom_field.multi_enum_values.enabled'
  | 'custom_field_settings.custom_field.multi_enum_values.name'
  | 'custom_field_settings.custom_field.name'
  | 'custom_field_settings.custom_field.number_value'
  | 'custom_field_settings.custom_field.people_value'
  | 'custom_field_settings.custom_field.people_value.name'
  | 'custom_field_settings.custom_field.precision'
  | 'custom_field_settings.custom_field.privacy_setting'
  | 'custom_field_settings.custom_field.reference_value'
  | 'custom_field_settings.custom_field.reference_value.name'
  | 'custom_field_settings.custom_field.representation_type'
  | 'custom_field_settings.custom_field.resource_subtype'
  | 'custom_field_settings.custom_field.text_value'
  | 'custom_field_settings.custom_field.type'
  | 'custom_field_settings.is_important'
  | 'custom_field_settings.parent'
  | 'custom_field_settings.parent.name'
  | 'custom_field_settings.project'
  | 'custom_field_settings.project.name'
  | 'description'
  | 'edit_team_name_or_description_access_level'
  | 'edit_team_visibility_or_trash_team_access_level'
  | 'endorsed'
  | 'guest_invite_management_access_level'
  | 'html_description'
  | 'join_request_management_access_level'
  | 'member_invite_management_access_level'
  | 'name'
  | 'organization'
  | 'organization.name'
  | 'permalink_url'
  | 'team_content_management_access_level'
  | 'team_member_removal_access_level'
  | 'visibility'

/** What `opt_fields` can ask for. */
export type TeamMembershipField =
  | 'is_admin'
  | 'is_guest'
  | 'is_limited_access'
  | 'team'
  | 'team.name'
  | 'user'
  | 'user.name'

/** What `opt_fields` can ask for. */
export type TimePeriodField =
  | 'display_name'
  | 'end_on'
  | 'parent'
  | 'parent.display_name'
  | 'parent.end_on'
  | 'parent.period'
  | 'parent.start_on'
  | 'period'
  | 'start_on'

/** What `opt_fields` can ask for. */
export type TimeTrackingCategoryField =
  | 'color'
  | 'is_archived'
  | 'name'

/** What `opt_fields` can ask for. */
export type TimeTrackingEntryField =
  | 'approval_status'
  | 'attributable_to'
  | 'attributable_to.name'
  | 'billable_status'
  | 'categories'
  | 'categories.color'
  | 'categories.name'
  | 'created_at'
  | 'created_by'
  | 'created_by.name'
  | 'description'
  | 'duration_minutes'
  | 'entered_on'
  | 'task'
  | 'task.created_by'
  | 'task.name'
  | 'task.resource_subtype'

/** What `opt_fields` can ask for. */
export type TimesheetApprovalStatusField =
  | 'approval_status'
  | 'created_at'
  | 'end_date'
  | 'start_date'
  | 'user'
  | 'user.name'
  | 'workspace'
  | 'workspace.name'

/** What `opt_fields` can ask for. */
export type UserField =
  | 'custom_fields'
  | 'custom_fields.date_value'
  | 'custom_fields.date_value.date'
  | 'custom_fields.date_value.date_time'
  | 'custom_fields.display_value'
  | 'custom_fields.enabled'
  | 'custom_fields.enum_options'
  | 'custom_fields.enum_options.color'
  | 'custom_fields.enum_options.enabled'
  | 'custom_fields.enum_options.name'
  | 'custom_fields.enum_value'
  | 'custom_fields.enum_value.color'
  | 'custom_fields.enum_value.enabled'
  | 'custom_fields.enum_value.name'
  | 'custom_fields.id_prefix'
  | 'custom_fields.input_restrictions'
  | 'custom_fields.is_formula_field'
  | 'custom_fields.multi_enum_values'
  | 'custom_fields.multi_enum_values.color'
  | 'custom_fields.multi_enum_values.enabled'
  | 'custom_fields.multi_enum_values.name'
  | 'custom_fields.name'
  | 'custom_fields.number_value'
  | 'custom_fields.representation_type'
  | 'custom_fields.text_value'
  | 'custom_fields.type'
  | 'email'
  | 'name'
  | 'photo'
  | 'photo.image_1024x1024'
  | 'photo.image_128x128'
  | 'photo.image_21x21'
  | 'photo.image_27x27'
  | 'photo.image_36x36'
  | 'photo.image_60x60'
  | 'workspaces'
  | 'workspaces.name'

/** What `opt_fields` can ask for. */
export type UserTaskListField =
  | 'name'
  | 'owner'
  | 'workspace'

/** What `opt_fields` can ask for. */
export type WebhookField =
  | 'active'
  | 'created_at'
  | 'delivery_retry_count'
  | 'failure_deletion_timestamp'
  | 'filters'
  | 'filters.action'
  | 'filters.fields'
  | 'filters.resource_subtype'
  | 'last_failure_at'
  | 'last_failure_content'
  | 'last_success_at'
  | 'next_attempt_after'
  | 'resource'
  | 'resource.name'
  | 'target'

/** What `opt_fields` can ask for. */
export type WorkspaceField =
  | 'email_domains'
  | 'is_organization'
  | 'name'

/** What `opt_fields` can ask for. */
export type WorkspaceMembershipField =
  | 'created_at'
  | 'is_active'
  | 'is_admin'
  | 'is_guest'
  | 'is_view_only'
  | 'user'
  | 'user.name'
  | 'user_task_list'
  | 'user_task_list.name'
  | 'user_task_list.owner'
  | 'user_task_list.workspace'
  | 'vacation_dates'
  | 'vacation_dates.end_on'
  | 'vacation_dates.start_on'
  | 'workspace'
  | 'workspace.name'

/** Query parameters and call options of `getAccessRequests`. */
export interface GetAccessRequestsOptions extends FieldOptions<AccessRequestField>, CallOptions {
  readonly target: string
  readonly user?: string | undefined
}

/** Query parameters and call options of `getAllocations`. */
export interface GetAllocationsOptions extends FieldOptions<AllocationField>, PageParams, CallOptions {
  readonly parent?: string | undefined
  readonly assignee?: string | undefined
  readonly workspace?: string | undefined
}

/** Query parameters and call options of `getAttachmentsForObject`. */
export interface GetAttachmentsForObjectOptions extends FieldOptions<AttachmentField>, PageParams, CallOptions {
  readonly parent: string
}

/** Query parameters and call options of `getBudgets`. */
export interface GetBudgetsOptions extends FieldOptions, CallOptions {
  readonly parent: string
}

/** Query parameters and call options of `getCustomTypes`. */
export interface GetCustomTypesOptions extends FieldOptions<CustomTypeField>, PageParams, CallOptions {
  readonly project: string
}

/** Query parameters and call options of `getEvents`. */
export interface GetEventsOptions extends FieldOptions<AsanaEventField>, CallOptions {
  readonly resource: string
  readonly sync?: string | undefined
}

/** Query parameters and call options of `getGoalRelationships`. */
export interface GetGoalRelationshipsOptions extends FieldOptions<GoalRelationshipField>, PageParams, CallOptions {
  readonly supported_goal: string
  readonly resource_subtype?: string | undefined
}

/** Query parameters and call options of `getGoals`. */
export interface GetGoalsOptions extends FieldOptions<GoalField>, PageParams, CallOptions {
  readonly portfolio?: string | undefined
  readonly project?: string | undefined
  readonly task?: string | undefined
  readonly is_workspace_level?: boolean | undefined
  readonly team?: string | undefined
  readonly workspace?: string | undefined
  readonly time_periods?: readonly string[] | undefined
}

/** Query parameters and call options of `getMemberships`. */
export interface GetMembershipsOptions extends FieldOptions, PageParams, CallOptions {
  readonly parent?: string | undefined
  readonly member?: string | undefined
  readonly resource_subtype?: 'project_membership' | undefined
}

/** Query parameters and call options of `getOooEntries`. */
export interface GetOooEntriesOptions extends FieldOptions<OooEntryField>, PageParams, CallOptions {
  readonly user: string
  readonly workspace: string
  readonly start_date?: string | undefined
  readonly end_date?: string | undefined
}

/** Query parameters and call options of `getPortfolioMemberships`. */
export interface GetPortfolioMembershipsOptions extends FieldOptions<DeprecatedPortfolioMembershipField>, PageParams, CallOptions {
  readonly portfolio?: string | undefined
  readonly workspace?: string | undefined
  readonly user?: string | undefined
}

/** Query parameters and call options of `getPortfolios`. */
export interface GetPortfoliosOptions extends FieldOptions<PortfolioField>, PageParams, CallOptions {
  readonly workspace: string
  readonly owner?: string | undefined
}

/** Query parameters and call options of `getPortfolioMembershipsForPortfolio`. */
export interface GetPortfolioMembershipsForPortfolioOptions extends FieldOptions<DeprecatedPortfolioMembershipField>, PageParams, CallOptions {
  readonly user?: string | undefined
}

/** Query parameters and call options of `getProjectTemplates`. */
export interface GetProjectTemplatesOptions extends FieldOptions<ProjectTemplateField>, PageParams, CallOptions {
  readonly workspace?: string | undefined
  readonly team?: string | undefined
}

/** Query parameters and call options of `getProjects`. */
export interface GetProjectsOptions extends FieldOptions<ProjectField>, PageParams, CallOptions {
  readonly workspace?: string | undefined
  readonly team?: string | undefined
  readonly archived?: boolean | undefined
}

/** Query parameters and call options of `getProjectMembershipsForProject`. */
export interface GetProjectMembershipsForProjectOptions extends FieldOptions<ProjectMembershipField>, PageParams, CallOptions {
  readonly user?: string | undefined
}

/** Query parameters and call options of `getTasksForProject`. */
export interface GetTasksForProjectOptions extends FieldOptions<TaskField>, PageParams, CallOptions {
  readonly completed_since?: string | undefined
}

/** Query parameters and call options of `getRates`. */
export interface GetRatesOptions extends FieldOptions, PageParams, CallOptions {
  readonly parent?: string | undefined
  readonly resource?: string | undefined
}

/** Query parameters and call options of `getReactionsOnObject`. */
export interface GetReactionsOnObjectOptions extends FieldOptions, PageParams, CallOptions {
  readonly target: string
  readonly emoji_base: string
}

/** Query parameters and call options of `getRoles`. */
export interface GetRolesOptions extends FieldOptions<RoleField>, PageParams, CallOptions {
  readonly workspace?: string | undefined
  readonly archived?: boolean | undefined
}

/** Query parameters and call options of `getTasksForSection`. */
export interface GetTasksForSectionOptions extends FieldOptions<TaskField>, PageParams, CallOptions {
  readonly completed_since?: string | undefined
}

/** Query parameters and call options of `getStatusesForObject`. */
export interface GetStatusesForObjectOptions extends FieldOptions<StatusUpdateField>, PageParams, CallOptions {
  readonly parent: string
  readonly created_since?: Date | string | undefined
}

/** Query parameters and call options of `getTags`. */
export interface GetTagsOptions extends FieldOptions<TagField>, PageParams, CallOptions {
  readonly workspace?: string | undefined
}

/** Query parameters and call options of `getTaskTemplates`. */
export interface GetTaskTemplatesOptions extends FieldOptions<TaskTemplateField>, PageParams, CallOptions {
  readonly project?: string | undefined
}

/** Query parameters and call options of `getTasks`. */
export interface GetTasksOptions extends FieldOptions<TaskField>, PageParams, CallOptions {
  readonly assignee?: string | undefined
  readonly project?: string | undefined
  readonly section?: string | undefined
  readonly workspace?: string | undefined
  readonly completed_since?: Date | string | undefined
  readonly modified_since?: Date | string | undefined
}

/** Query parameters and call options of `getTeamMemberships`. */
export interface GetTeamMembershipsOptions extends FieldOptions<TeamMembershipField>, PageParams, CallOptions {
  readonly team?: string | undefined
  readonly user?: string | undefined
  readonly workspace?: string | undefined
}

/** Query parameters and call options of `getProjectsForTeam`. */
export interface GetProjectsForTeamOptions extends FieldOptions<ProjectField>, PageParams, CallOptions {
  readonly archived?: boolean | undefined
}

/** Query parameters and call options of `getTimePeriods`. */
export interface GetTimePeriodsOptions extends FieldOptions<TimePeriodField>, PageParams, CallOptions {
  readonly start_on?: string | undefined
  readonly end_on?: string | undefined
  readonly workspace: string
}

/** Query parameters and call options of `getTimeTrackingCategories`. */
export interface GetTimeTrackingCategoriesOptions extends FieldOptions<TimeTrackingCategoryField>, PageParams, CallOptions {
  readonly workspace: string
  readonly is_archived?: boolean | undefined
}

/** Query parameters and call options of `getTimeTrackingEntriesForTimeTrackingCategory`. */
export interface GetTimeTrackingEntriesForTimeTrackingCategoryOptions extends FieldOptions<TimeTrackingEntryField>, PageParams, CallOptions {
  readonly start_date?: string | undefined
  readonly end_date?: string | undefined
}

/** Query parameters and call options of `getTimeTrackingEntries`. */
export interface GetTimeTrackingEntriesOptions extends FieldOptions<TimeTrackingEntryField>, PageParams, CallOptions {
  readonly task?: string | undefined
  readonly attributable_to?: string | undefined
  readonly portfolio?: string | undefined
  readonly user?: string | undefined
  readonly workspace?: string | undefined
  readonly entered_on_start_date?: string | undefined
  readonly entered_on_end_date?: string | undefined
  readonly timesheet_approval_status?: string | undefined
}

/** Query parameters and call options of `getTimesheetApprovalStatuses`. */
export interface GetTimesheetApprovalStatusesOptions extends FieldOptions<TimesheetApprovalStatusField>, PageParams, CallOptions {
  readonly workspace: string
  readonly user?: string | undefined
  readonly from_date?: string | undefined
  readonly to_date?: string | undefined
  readonly approval_statuses?: string | undefined
}

/** Query parameters and call options of `getTasksForUserTaskList`. */
export interface GetTasksForUserTaskListOptions extends FieldOptions<TaskField>, PageParams, CallOptions {
  readonly completed_since?: string | undefined
}

/** Query parameters and call options of `getUsers`. */
export interface GetUsersOptions extends FieldOptions<UserField>, PageParams, CallOptions {
  readonly workspace?: string | undefined
  readonly team?: string | undefined
}

/** Query parameters and call options of `getUser`. */
export interface GetUserOptions extends FieldOptions<UserField>, CallOptions {
  readonly workspace?: string | undefined
}

/** Query parameters and call options of `updateUser`. */
export interface UpdateUserOptions extends FieldOptions<UserField>, CallOptions {
  readonly workspace?: string | undefined
}

/** Query parameters and call options of `getFavoritesForUser`. */
export interface GetFavoritesForUserOptions extends FieldOptions<NamedResourceField>, PageParams, CallOptions {
  readonly resource_type: 'portfolio' | 'project' | 'tag' | 'task' | 'user' | 'project_template'
  readonly workspace: string
}

/** Query parameters and call options of `getTeamMembershipsForUser`. */
export interface GetTeamMembershipsForUserOptions extends FieldOptions<TeamMembershipField>, PageParams, CallOptions {
  readonly workspace: string
}

/** Query parameters and call options of `getTeamsForUser`. */
export interface GetTeamsForUserOptions extends FieldOptions<TeamField>, PageParams, CallOptions {
  readonly organization: string
}

/** Query parameters and call options of `getUserTaskListForUser`. */
export interface GetUserTaskListForUserOptions extends FieldOptions<UserTaskListField>, CallOptions {
  readonly workspace: string
}

/** Query parameters and call options of `getWebhooks`. */
export interface GetWebhooksOptions extends FieldOptions<WebhookField>, PageParams, CallOptions {
  readonly workspace: string
  readonly resource?: string | undefined
}

/** Query parameters and call options of `getAuditLogEvents`. */
export interface GetAuditLogEventsOptions extends PageParams, CallOptions {
  readonly start_at?: Date | string | undefined
  readonly end_at?: Date | string | undefined
  readonly event_type?: string | undefined
  readonly actor_type?: 'user' | 'asana' | 'asana_support' | 'anonymous' | 'external_administrator' | undefined
  readonly actor_gid?: string | undefined
  readonly resource_gid?: string | undefined
}

/** Query parameters and call options of `getWorkspaceEvents`. */
export interface GetWorkspaceEventsOptions extends FieldOptions, CallOptions {
  readonly sync?: string | undefined
}

/** Query parameters and call options of `getProjectsForWorkspace`. */
export interface GetProjectsForWorkspaceOptions extends FieldOptions<ProjectField>, PageParams, CallOptions {
  readonly archived?: boolean | undefined
}

/** Query parameters and call options of `searchProjectsForWorkspace`. */
export interface SearchProjectsForWorkspaceOptions extends FieldOptions<ProjectField>, CallOptions {
  readonly text?: string | undefined
  readonly sort_by?: 'due_date' | 'created_at' | 'completed_at' | 'modified_at' | 'relevance' | undefined
  readonly sort_ascending?: boolean | undefined
  readonly completed?: boolean | undefined
  readonly 'teams.any'?: string | undefined
  readonly 'owner.any'?: string | undefined
  readonly 'members.any'?: string | undefined
  readonly 'members.not'?: string | undefined
  readonly 'portfolios.any'?: string | undefined
  readonly completed_on?: string | null | undefined
  readonly 'completed_on.before'?: string | undefined
  readonly 'completed_on.after'?: string | undefined
  readonly 'completed_at.before'?: Date | string | undefined
  readonly 'completed_at.after'?: Date | string | undefined
  readonly created_on?: string | null | undefined
  readonly 'created_on.before'?: string | undefined
  readonly 'created_on.after'?: string | undefined
  readonly 'created_at.before'?: Date | string | undefined
  readonly 'created_at.after'?: Date | string | undefined
  readonly due_on?: string | null | undefined
  readonly 'due_on.before'?: string | undefined
  readonly 'due_on.after'?: string | undefined
  readonly 'due_at.before'?: Date | string | undefined
  readonly 'due_at.after'?: Date | string | undefined
  readonly start_on?: string | null | undefined
  readonly 'start_on.before'?: string | undefined
  readonly 'start_on.after'?: string | undefined
}

/** Query parameters and call options of `searchTasksForWorkspace`. */
export interface SearchTasksForWorkspaceOptions extends FieldOptions<TaskField>, CallOptions {
  readonly text?: string | undefined
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval' | 'custom' | undefined
  readonly 'assignee.any'?: string | undefined
  readonly 'assignee.not'?: string | undefined
  readonly 'portfolios.any'?: string | undefined
  readonly 'projects.any'?: string | undefined
  readonly 'projects.not'?: string | undefined
  readonly 'projects.all'?: string | undefined
  readonly 'sections.any'?: string | undefined
  readonly 'sections.not'?: string | undefined
  readonly 'sections.all'?: string | undefined
  readonly 'tags.any'?: string | undefined
  readonly 'tags.not'?: string | undefined
  readonly 'tags.all'?: string | undefined
  readonly 'teams.any'?: string | undefined
  readonly 'followers.any'?: string | undefined
  readonly 'followers.not'?: string | undefined
  readonly 'created_by.any'?: string | undefined
  readonly 'created_by.not'?: string | undefined
  readonly 'assigned_by.any'?: string | undefined
  readonly 'assigned_by.not'?: string | undefined
  readonly 'liked_by.not'?: string | undefined
  readonly 'commented_on_by.not'?: string | undefined
  readonly 'due_on.before'?: string | undefined
  readonly 'due_on.after'?: string | undefined
  readonly due_on?: string | null | undefined
  readonly 'due_at.before'?: Date | string | undefined
  readonly 'due_at.after'?: Date | string | undefined
  readonly 'start_on.before'?: string | undefined
  readonly 'start_on.after'?: string | undefined
  readonly start_on?: string | null | undefined
  readonly 'created_on.before'?: string | undefined
  readonly 'created_on.after'?: string | undefined
  readonly created_on?: string | null | undefined
  readonly 'created_at.before'?: Date | string | undefined
  readonly 'created_at.after'?: Date | string | undefined
  readonly 'completed_on.before'?: string | undefined
  readonly 'completed_on.after'?: string | undefined
  readonly completed_on?: string | null | undefined
  readonly 'completed_at.before'?: Date | string | undefined
  readonly 'completed_at.after'?: Date | string | undefined
  readonly 'modified_on.before'?: string | undefined
  readonly 'modified_on.after'?: string | undefined
  readonly modified_on?: string | null | undefined
  readonly 'modified_at.before'?: Date | string | undefined
  readonly 'modified_at.after'?: Date | string | undefined
  readonly is_blocking?: boolean | undefined
  readonly is_blocked?: boolean | undefined
  readonly has_attachment?: boolean | undefined
  readonly completed?: boolean | undefined
  readonly is_subtask?: boolean | undefined
  readonly sort_by?: 'due_date' | 'created_at' | 'completed_at' | 'likes' | 'modified_at' | 'relevance' | undefined
  readonly sort_ascending?: boolean | undefined
  readonly [customField: `custom_fields.${string}`]: string | number | boolean | undefined
}

/** Query parameters and call options of `typeaheadForWorkspace`. */
export interface TypeaheadForWorkspaceOptions extends FieldOptions<NamedResourceField>, CallOptions {
  readonly resource_type: 'actor' | 'agent' | 'custom_field' | 'goal' | 'project' | 'project_template' | 'portfolio' | 'tag' | 'task' | 'team' | 'user'
  readonly type?: 'custom_field' | 'portfolio' | 'project' | 'tag' | 'task' | 'user' | undefined
  readonly query?: string | undefined
  readonly count?: number | undefined
}

/** Query parameters and call options of `getWorkspaceMembershipsForWorkspace`. */
export interface GetWorkspaceMembershipsForWorkspaceOptions extends FieldOptions<WorkspaceMembershipField>, PageParams, CallOptions {
  readonly user?: string | undefined
}

/**
 * Every operation of the Asana API under Asana's own id: path parameters in order, then `data` where there
 * is a body, then query parameters and call options in one object. Each throws what `AsanaClient.request` throws.
 */
export interface OperationMethods {
  /**
   * `GET /access_requests`, full permissions.
   * @see https://developers.asana.com/reference/getaccessrequests
   */
  getAccessRequests(options: GetAccessRequestsOptions): AsanaList<AccessRequest>
  /**
   * `POST /access_requests`, full permissions.
   * @see https://developers.asana.com/reference/createaccessrequest
   */
  createAccessRequest(data: AccessRequestCreateRequest, options?: CallOptions): Promise<AccessRequest>
  /**
   * `POST /access_requests/{access_request_gid}/approve`, full permissions.
   * @see https://developers.asana.com/reference/approveaccessrequest
   */
  approveAccessRequest(access_request_gid: string, options?: CallOptions): Promise<EmptyObject>
  /**
   * `POST /access_requests/{access_request_gid}/reject`, full permissions.
   * @see https://developers.asana.com/reference/rejectaccessrequest
   */
  rejectAccessRequest(access_request_gid: string, options?: CallOptions): Promise<EmptyObject>
  /**
   * `GET /agents/{agent_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getagent
   */
  getAgent(agent_gid: string, options?: FieldOptions<AgentField> & CallOptions): Promise<Agent>
  /**
   * `GET /allocations`, full permissions.
   * @see https://developers.asana.com/reference/getallocations
   */
  getAllocations(options?: GetAllocationsOptions): AsanaList<Allocation>
  /**
   * `POST /allocations`, full permissions.
   * @see https://developers.asana.com/reference/createallocation
   */
  createAllocation(data: { readonly start_date: string; readonly end_date: string; readonly effort?: { readonly type?: 'hours' | 'percent' | undefined; readonly value?: number | undefined } | null | undefined; readonly assignee: string; readonly parent: string }, options?: FieldOptions<AllocationField> & CallOptions): Promise<Allocation>
  /**
   * `DELETE /allocations/{allocation_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleteallocation
   */
  deleteAllocation(allocation_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /allocations/{allocation_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getallocation
   */
  getAllocation(allocation_gid: string, options?: FieldOptions<AllocationField> & CallOptions): Promise<Allocation>
  /**
   * `PUT /allocations/{allocation_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateallocation
   */
  updateAllocation(allocation_gid: string, data: AllocationRequest, options?: FieldOptions<AllocationField> & CallOptions): Promise<Allocation>
  /**
   * `GET /attachments`, scope `attachments:read`.
   * @see https://developers.asana.com/reference/getattachmentsforobject
   */
  getAttachmentsForObject(options: GetAttachmentsForObjectOptions): AsanaList<Attachment>
  /**
   * `POST /attachments`, scope `attachments:write`.
   * @see https://developers.asana.com/reference/createattachmentforobject
   */
  createAttachmentForObject(data: AttachmentRequest, options?: FieldOptions<AttachmentField> & CallOptions): Promise<Attachment>
  /**
   * `DELETE /attachments/{attachment_gid}`, scope `attachments:delete`.
   * @see https://developers.asana.com/reference/deleteattachment
   */
  deleteAttachment(attachment_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /attachments/{attachment_gid}`, scope `attachments:read`.
   * @see https://developers.asana.com/reference/getattachment
   */
  getAttachment(attachment_gid: string, options?: FieldOptions<AttachmentField> & CallOptions): Promise<Attachment>
  /**
   * `POST /batch`, full permissions.
   * @see https://developers.asana.com/reference/createbatchrequest
   */
  createBatchRequest(data: BatchRequest, options?: FieldOptions<BatchResultField> & CallOptions): Promise<readonly BatchResult[]>
  /**
   * `GET /budgets`, full permissions.
   * @see https://developers.asana.com/reference/getbudgets
   */
  getBudgets(options: GetBudgetsOptions): AsanaList<Budget>
  /**
   * `POST /budgets`, full permissions.
   * @see https://developers.asana.com/reference/createbudget
   */
  createBudget(data: BudgetRequest, options?: FieldOptions & CallOptions): Promise<Budget>
  /**
   * `DELETE /budgets/{budget_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletebudget
   */
  deleteBudget(budget_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /budgets/{budget_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getbudget
   */
  getBudget(budget_gid: string, options?: FieldOptions<BudgetField> & CallOptions): Promise<Budget>
  /**
   * `PUT /budgets/{budget_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updatebudget
   */
  updateBudget(budget_gid: string, data: BudgetRequest, options?: FieldOptions<BudgetField> & CallOptions): Promise<Budget>
  /**
   * `POST /custom_fields`, scope `custom_fields:write`.
   * @see https://developers.asana.com/reference/createcustomfield
   */
  createCustomField(data: CustomFieldCreateRequest, options?: FieldOptions<CustomFieldField> & CallOptions): Promise<CustomField>
  /**
   * `DELETE /custom_fields/{custom_field_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletecustomfield
   */
  deleteCustomField(custom_field_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /custom_fields/{custom_field_gid}`, scope `custom_fields:read`.
   * @see https://developers.asana.com/reference/getcustomfield
   */
  getCustomField(custom_field_gid: string, options?: FieldOptions<CustomFieldField> & CallOptions): Promise<CustomField>
  /**
   * `PUT /custom_fields/{custom_field_gid}`, scope `custom_fields:write`.
   * @see https://developers.asana.com/reference/updatecustomfield
   */
  updateCustomField(custom_field_gid: string, data: CustomFieldRequest, options?: FieldOptions<CustomFieldField> & CallOptions): Promise<CustomField>
  /**
   * `POST /custom_fields/{custom_field_gid}/enum_options`, scope `custom_fields:write`.
   * @see https://developers.asana.com/reference/createenumoptionforcustomfield
   */
  createEnumOptionForCustomField(custom_field_gid: string, data: EnumOptionRequest, options?: FieldOptions<EnumOptionField> & CallOptions): Promise<EnumOption>
  /**
   * `POST /custom_fields/{custom_field_gid}/enum_options/insert`, scope `custom_fields:write`.
   * @see https://developers.asana.com/reference/insertenumoptionforcustomfield
   */
  insertEnumOptionForCustomField(custom_field_gid: string, data: EnumOptionInsertRequest, options?: FieldOptions<EnumOptionField> & CallOptions): Promise<EnumOption>
  /**
   * `GET /custom_types`, full permissions.
   * @see https://developers.asana.com/reference/getcustomtypes
   */
  getCustomTypes(options: GetCustomTypesOptions): AsanaList<CustomType>
  /**
   * `GET /custom_types/{custom_type_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getcustomtype
   */
  getCustomType(custom_type_gid: string, options?: FieldOptions<CustomTypeField> & CallOptions): Promise<CustomType>
  /**
   * `PUT /enum_options/{enum_option_gid}`, scope `custom_fields:write`.
   * @see https://developers.asana.com/reference/updateenumoption
   */
  updateEnumOption(enum_option_gid: string, data: EnumOptionBaseInput, options?: FieldOptions<EnumOptionField> & CallOptions): Promise<EnumOption>
  /**
   * `GET /events`, full permissions.
   * @see https://developers.asana.com/reference/getevents
   */
  getEvents(options: GetEventsOptions): Promise<EventPage<AsanaEvent>>
  /**
   * `POST /exports/graph`, full permissions.
   * @see https://developers.asana.com/reference/creategraphexport
   */
  createGraphExport(data: GraphExportRequest, options?: CallOptions): Promise<GraphExport>
  /**
   * `POST /exports/resource`, full permissions.
   * @see https://developers.asana.com/reference/createresourceexport
   */
  createResourceExport(data: ResourceExportRequest, options?: CallOptions): Promise<ResourceExport>
  /**
   * `GET /goal_relationships`, full permissions.
   * @see https://developers.asana.com/reference/getgoalrelationships
   */
  getGoalRelationships(options: GetGoalRelationshipsOptions): AsanaList<GoalRelationship>
  /**
   * `GET /goal_relationships/{goal_relationship_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getgoalrelationship
   */
  getGoalRelationship(goal_relationship_gid: string, options?: FieldOptions<GoalRelationshipField> & CallOptions): Promise<GoalRelationship>
  /**
   * `PUT /goal_relationships/{goal_relationship_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updategoalrelationship
   */
  updateGoalRelationship(goal_relationship_gid: string, data: GoalRelationshipRequest, options?: FieldOptions<GoalRelationshipField> & CallOptions): Promise<GoalRelationship>
  /**
   * `GET /goals`, scope `goals:read`.
   * @see https://developers.asana.com/reference/getgoals
   */
  getGoals(options?: GetGoalsOptions): AsanaList<Goal>
  /**
   * `POST /goals`, full permissions.
   * @see https://developers.asana.com/reference/creategoal
   */
  createGoal(data: GoalRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `DELETE /goals/{goal_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletegoal
   */
  deleteGoal(goal_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /goals/{goal_gid}`, scope `goals:read`.
   * @see https://developers.asana.com/reference/getgoal
   */
  getGoal(goal_gid: string, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `PUT /goals/{goal_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updategoal
   */
  updateGoal(goal_gid: string, data: GoalUpdateRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `POST /goals/{goal_gid}/addCustomFieldSetting`, scope `goals:write`.
   * @see https://developers.asana.com/reference/addcustomfieldsettingforgoal
   */
  addCustomFieldSettingForGoal(goal_gid: string, data: AddCustomFieldSettingRequest, options?: FieldOptions & CallOptions): Promise<CustomFieldSetting>
  /**
   * `POST /goals/{goal_gid}/addFollowers`, full permissions.
   * @see https://developers.asana.com/reference/addfollowers
   */
  addFollowers(goal_gid: string, data: TaskAddFollowersRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `POST /goals/{goal_gid}/addSupportingRelationship`, full permissions.
   * @see https://developers.asana.com/reference/addsupportingrelationship
   */
  addSupportingRelationship(goal_gid: string, data: GoalAddSupportingRelationshipRequest, options?: FieldOptions<GoalRelationshipField> & CallOptions): Promise<GoalRelationship>
  /**
   * `GET /goals/{goal_gid}/custom_field_settings`, scope `goals:read`.
   * @see https://developers.asana.com/reference/getcustomfieldsettingsforgoal
   */
  getCustomFieldSettingsForGoal(goal_gid: string, options?: FieldOptions<CustomFieldSettingField> & PageParams & CallOptions): AsanaList<CustomFieldSetting>
  /**
   * `GET /goals/{goal_gid}/parentGoals`, scope `goals:read`.
   * @see https://developers.asana.com/reference/getparentgoalsforgoal
   */
  getParentGoalsForGoal(goal_gid: string, options?: FieldOptions<GoalField> & CallOptions): AsanaList<Goal>
  /**
   * `POST /goals/{goal_gid}/removeCustomFieldSetting`, scope `goals:write`.
   * @see https://developers.asana.com/reference/removecustomfieldsettingforgoal
   */
  removeCustomFieldSettingForGoal(goal_gid: string, data: RemoveCustomFieldSettingRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /goals/{goal_gid}/removeFollowers`, full permissions.
   * @see https://developers.asana.com/reference/removefollowers
   */
  removeFollowers(goal_gid: string, data: TaskAddFollowersRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `POST /goals/{goal_gid}/removeSupportingRelationship`, full permissions.
   * @see https://developers.asana.com/reference/removesupportingrelationship
   */
  removeSupportingRelationship(goal_gid: string, data: GoalRemoveSupportingRelationshipRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /goals/{goal_gid}/setMetric`, full permissions.
   * @see https://developers.asana.com/reference/creategoalmetric
   */
  createGoalMetric(goal_gid: string, data: GoalMetricRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `POST /goals/{goal_gid}/setMetricCurrentValue`, full permissions.
   * @see https://developers.asana.com/reference/updategoalmetric
   */
  updateGoalMetric(goal_gid: string, data: GoalMetricCurrentValueRequest, options?: FieldOptions<GoalField> & CallOptions): Promise<Goal>
  /**
   * `GET /goals/{goal_gid}/stories`, scope `stories:read`.
   * @see https://developers.asana.com/reference/getstoriesforgoal
   */
  getStoriesForGoal(goal_gid: string, options?: FieldOptions<StoryField> & PageParams & CallOptions): AsanaList<Story>
  /**
   * `POST /goals/{goal_gid}/stories`, scope `stories:write`.
   * @see https://developers.asana.com/reference/createstoryforgoal
   */
  createStoryForGoal(goal_gid: string, data: StoryRequest, options?: FieldOptions<StoryField> & CallOptions): Promise<Story>
  /**
   * `GET /jobs/{job_gid}`, scope `jobs:read`.
   * @see https://developers.asana.com/reference/getjob
   */
  getJob(job_gid: string, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /memberships`, full permissions.
   * @see https://developers.asana.com/reference/getmemberships
   */
  getMemberships(options?: GetMembershipsOptions): AsanaList<Membership>
  /**
   * `POST /memberships`, full permissions.
   * @see https://developers.asana.com/reference/createmembership
   */
  createMembership(data: CreateMembershipRequest, options?: FieldOptions & CallOptions): Promise<Membership>
  /**
   * `DELETE /memberships/{membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletemembership
   */
  deleteMembership(membership_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /memberships/{membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getmembership
   */
  getMembership(membership_gid: string, options?: FieldOptions & CallOptions): Promise<Membership>
  /**
   * `PUT /memberships/{membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updatemembership
   */
  updateMembership(membership_gid: string, data: MembershipRequest, options?: FieldOptions & CallOptions): Promise<Membership>
  /**
   * `GET /ooo_entries`, scope `ooo_entries:read`.
   * @see https://developers.asana.com/reference/getoooentries
   */
  getOooEntries(options: GetOooEntriesOptions): AsanaList<OooEntry>
  /**
   * `POST /ooo_entries`, scope `ooo_entries:write`.
   * @see https://developers.asana.com/reference/createoooentry
   */
  createOooEntry(data: { readonly start_date: string; readonly end_date: string; readonly user: string; readonly workspace: string }, options?: FieldOptions<OooEntryField> & CallOptions): Promise<OooEntry>
  /**
   * `DELETE /ooo_entries/{ooo_entry_gid}`, scope `ooo_entries:delete`.
   * @see https://developers.asana.com/reference/deleteoooentry
   */
  deleteOooEntry(ooo_entry_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /ooo_entries/{ooo_entry_gid}`, scope `ooo_entries:read`.
   * @see https://developers.asana.com/reference/getoooentry
   */
  getOooEntry(ooo_entry_gid: string, options?: FieldOptions<OooEntryField> & CallOptions): Promise<OooEntry>
  /**
   * `PUT /ooo_entries/{ooo_entry_gid}`, scope `ooo_entries:write`.
   * @see https://developers.asana.com/reference/updateoooentry
   */
  updateOooEntry(ooo_entry_gid: string, data: OooEntryUpdateRequest, options?: FieldOptions<OooEntryField> & CallOptions): Promise<OooEntry>
  /**
   * `POST /organization_exports`, full permissions.
   * @see https://developers.asana.com/reference/createorganizationexport
   */
  createOrganizationExport(data: OrganizationExportRequest, options?: FieldOptions<OrganizationExportField> & CallOptions): Promise<OrganizationExport>
  /**
   * `GET /organization_exports/{organization_export_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getorganizationexport
   */
  getOrganizationExport(organization_export_gid: string, options?: FieldOptions<OrganizationExportField> & CallOptions): Promise<OrganizationExport>
  /**
   * `GET /portfolio_memberships`, full permissions.
   * @see https://developers.asana.com/reference/getportfoliomemberships
   */
  getPortfolioMemberships(options?: GetPortfolioMembershipsOptions): AsanaList<DeprecatedPortfolioMembership>
  /**
   * `GET /portfolio_memberships/{portfolio_membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getportfoliomembership
   */
  getPortfolioMembership(portfolio_membership_gid: string, options?: FieldOptions<DeprecatedPortfolioMembershipField> & CallOptions): Promise<DeprecatedPortfolioMembership>
  /**
   * `GET /portfolios`, scope `portfolios:read`.
   * @see https://developers.asana.com/reference/getportfolios
   */
  getPortfolios(options: GetPortfoliosOptions): AsanaList<Portfolio>
  /**
   * `POST /portfolios`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/createportfolio
   */
  createPortfolio(data: PortfolioRequest, options?: FieldOptions<PortfolioField> & CallOptions): Promise<Portfolio>
  /**
   * `DELETE /portfolios/{portfolio_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleteportfolio
   */
  deletePortfolio(portfolio_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /portfolios/{portfolio_gid}`, scope `portfolios:read`.
   * @see https://developers.asana.com/reference/getportfolio
   */
  getPortfolio(portfolio_gid: string, options?: FieldOptions<PortfolioField> & CallOptions): Promise<Portfolio>
  /**
   * `PUT /portfolios/{portfolio_gid}`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/updateportfolio
   */
  updatePortfolio(portfolio_gid: string, data: PortfolioUpdateRequest, options?: FieldOptions<PortfolioField> & CallOptions): Promise<Portfolio>
  /**
   * `POST /portfolios/{portfolio_gid}/addCustomFieldSetting`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/addcustomfieldsettingforportfolio
   */
  addCustomFieldSettingForPortfolio(portfolio_gid: string, data: AddCustomFieldSettingRequest, options?: FieldOptions & CallOptions): Promise<CustomFieldSetting>
  /**
   * `POST /portfolios/{portfolio_gid}/addItem`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/additemforportfolio
   */
  addItemForPortfolio(portfolio_gid: string, data: PortfolioAddItemRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /portfolios/{portfolio_gid}/addMembers`, full permissions.
   * @see https://developers.asana.com/reference/addmembersforportfolio
   */
  addMembersForPortfolio(portfolio_gid: string, data: AddMembersRequest, options?: FieldOptions<PortfolioField> & CallOptions): Promise<Portfolio>
  /**
   * `GET /portfolios/{portfolio_gid}/custom_field_settings`, scope `portfolios:read`.
   * @see https://developers.asana.com/reference/getcustomfieldsettingsforportfolio
   */
  getCustomFieldSettingsForPortfolio(portfolio_gid: string, options?: FieldOptions<CustomFieldSettingField> & PageParams & CallOptions): AsanaList<CustomFieldSetting>
  /**
   * `POST /portfolios/{portfolio_gid}/duplicate`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/duplicateportfolio
   */
  duplicatePortfolio(portfolio_gid: string, data: PortfolioDuplicateRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /portfolios/{portfolio_gid}/items`, scope `portfolios:read`.
   * @see https://developers.asana.com/reference/getitemsforportfolio
   */
  getItemsForPortfolio(portfolio_gid: string, options?: FieldOptions<ProjectField> & PageParams & CallOptions): AsanaList<Project>
  /**
   * `GET /portfolios/{portfolio_gid}/portfolio_memberships`, full permissions.
   * @see https://developers.asana.com/reference/getportfoliomembershipsforportfolio
   */
  getPortfolioMembershipsForPortfolio(portfolio_gid: string, options?: GetPortfolioMembershipsForPortfolioOptions): AsanaList<DeprecatedPortfolioMembership>
  /**
   * `GET /portfolios/{portfolio_gid}/project_portfolio_settings`, scope `project_portfolio_settings:read`.
   * @see https://developers.asana.com/reference/getprojectportfoliosettingsforportfolio
   */
  getProjectPortfolioSettingsForPortfolio(portfolio_gid: string, options?: FieldOptions<ProjectPortfolioSettingField> & PageParams & CallOptions): AsanaList<ProjectPortfolioSetting>
  /**
   * `POST /portfolios/{portfolio_gid}/removeCustomFieldSetting`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/removecustomfieldsettingforportfolio
   */
  removeCustomFieldSettingForPortfolio(portfolio_gid: string, data: RemoveCustomFieldSettingRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /portfolios/{portfolio_gid}/removeItem`, scope `portfolios:write`.
   * @see https://developers.asana.com/reference/removeitemforportfolio
   */
  removeItemForPortfolio(portfolio_gid: string, data: PortfolioRemoveItemRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /portfolios/{portfolio_gid}/removeMembers`, full permissions.
   * @see https://developers.asana.com/reference/removemembersforportfolio
   */
  removeMembersForPortfolio(portfolio_gid: string, data: RemoveMembersRequest, options?: FieldOptions<PortfolioField> & CallOptions): Promise<Portfolio>
  /**
   * `DELETE /project_briefs/{project_brief_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleteprojectbrief
   */
  deleteProjectBrief(project_brief_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /project_briefs/{project_brief_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getprojectbrief
   */
  getProjectBrief(project_brief_gid: string, options?: FieldOptions<ProjectBriefField> & CallOptions): Promise<ProjectBrief>
  /**
   * `PUT /project_briefs/{project_brief_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateprojectbrief
   */
  updateProjectBrief(project_brief_gid: string, data: ProjectBriefRequest, options?: FieldOptions<ProjectBriefField> & CallOptions): Promise<ProjectBrief>
  /**
   * `GET /project_memberships/{project_membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getprojectmembership
   */
  getProjectMembership(project_membership_gid: string, options?: FieldOptions<ProjectMembershipField> & CallOptions): Promise<ProjectMembership>
  /**
   * `GET /project_portfolio_settings/{project_portfolio_setting_gid}`, scope `project_portfolio_settings:read`.
   * @see https://developers.asana.com/reference/getprojectportfoliosetting
   */
  getProjectPortfolioSetting(project_portfolio_setting_gid: string, options?: FieldOptions<ProjectPortfolioSettingField> & CallOptions): Promise<ProjectPortfolioSetting>
  /**
   * `PUT /project_portfolio_settings/{project_portfolio_setting_gid}`, scope `project_portfolio_settings:write`.
   * @see https://developers.asana.com/reference/updateprojectportfoliosetting
   */
  updateProjectPortfolioSetting(project_portfolio_setting_gid: string, data: ProjectPortfolioSettingUpdateRequest, options?: FieldOptions<ProjectPortfolioSettingField> & CallOptions): Promise<ProjectPortfolioSetting>
  /**
   * `DELETE /project_statuses/{project_status_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleteprojectstatus
   */
  deleteProjectStatus(project_status_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /project_statuses/{project_status_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getprojectstatus
   */
  getProjectStatus(project_status_gid: string, options?: FieldOptions<ProjectStatusField> & CallOptions): Promise<ProjectStatus>
  /**
   * `GET /project_templates`, scope `project_templates:read`.
   * @see https://developers.asana.com/reference/getprojecttemplates
   */
  getProjectTemplates(options?: GetProjectTemplatesOptions): AsanaList<ProjectTemplate>
  /**
   * `DELETE /project_templates/{project_template_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleteprojecttemplate
   */
  deleteProjectTemplate(project_template_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /project_templates/{project_template_gid}`, scope `project_templates:read`.
   * @see https://developers.asana.com/reference/getprojecttemplate
   */
  getProjectTemplate(project_template_gid: string, options?: FieldOptions<ProjectTemplateField> & CallOptions): Promise<ProjectTemplate>
  /**
   * `POST /project_templates/{project_template_gid}/instantiateProject`, scope `projects:write`.
   * @see https://developers.asana.com/reference/instantiateproject
   */
  instantiateProject(project_template_gid: string, data: ProjectTemplateInstantiateProjectRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /projects`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getprojects
   */
  getProjects(options?: GetProjectsOptions): AsanaList<Project>
  /**
   * `POST /projects`, scope `projects:write`.
   * @see https://developers.asana.com/reference/createproject
   */
  createProject(data: ProjectRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `DELETE /projects/{project_gid}`, scope `projects:delete`.
   * @see https://developers.asana.com/reference/deleteproject
   */
  deleteProject(project_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /projects/{project_gid}`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getproject
   */
  getProject(project_gid: string, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `PUT /projects/{project_gid}`, scope `projects:write`.
   * @see https://developers.asana.com/reference/updateproject
   */
  updateProject(project_gid: string, data: ProjectUpdateRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `POST /projects/{project_gid}/addCustomFieldSetting`, scope `projects:write`.
   * @see https://developers.asana.com/reference/addcustomfieldsettingforproject
   */
  addCustomFieldSettingForProject(project_gid: string, data: AddCustomFieldSettingRequest, options?: FieldOptions<CustomFieldSettingField> & CallOptions): Promise<CustomFieldSetting>
  /**
   * `POST /projects/{project_gid}/addFollowers`, full permissions.
   * @see https://developers.asana.com/reference/addfollowersforproject
   */
  addFollowersForProject(project_gid: string, data: AddFollowersRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `POST /projects/{project_gid}/addMembers`, full permissions.
   * @see https://developers.asana.com/reference/addmembersforproject
   */
  addMembersForProject(project_gid: string, data: AddMembersRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `GET /projects/{project_gid}/custom_field_settings`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getcustomfieldsettingsforproject
   */
  getCustomFieldSettingsForProject(project_gid: string, options?: FieldOptions<CustomFieldSettingField> & PageParams & CallOptions): AsanaList<CustomFieldSetting>
  /**
   * `POST /projects/{project_gid}/duplicate`, scope `projects:write`.
   * @see https://developers.asana.com/reference/duplicateproject
   */
  duplicateProject(project_gid: string, data: ProjectDuplicateRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `POST /projects/{project_gid}/project_briefs`, full permissions.
   * @see https://developers.asana.com/reference/createprojectbrief
   */
  createProjectBrief(project_gid: string, data: ProjectBriefRequest, options?: FieldOptions<ProjectBriefField> & CallOptions): Promise<ProjectBrief>
  /**
   * `GET /projects/{project_gid}/project_memberships`, full permissions.
   * @see https://developers.asana.com/reference/getprojectmembershipsforproject
   */
  getProjectMembershipsForProject(project_gid: string, options?: GetProjectMembershipsForProjectOptions): AsanaList<ProjectMembership>
  /**
   * `GET /projects/{project_gid}/project_portfolio_settings`, scope `project_portfolio_settings:read`.
   * @see https://developers.asana.com/reference/getprojectportfoliosettingsforproject
   */
  getProjectPortfolioSettingsForProject(project_gid: string, options?: FieldOptions<ProjectPortfolioSettingField> & PageParams & CallOptions): AsanaList<ProjectPortfolioSetting>
  /**
   * `GET /projects/{project_gid}/project_statuses`, full permissions.
   * @see https://developers.asana.com/reference/getprojectstatusesforproject
   */
  getProjectStatusesForProject(project_gid: string, options?: FieldOptions<ProjectStatusField> & PageParams & CallOptions): AsanaList<ProjectStatus>
  /**
   * `POST /projects/{project_gid}/project_statuses`, full permissions.
   * @see https://developers.asana.com/reference/createprojectstatusforproject
   */
  createProjectStatusForProject(project_gid: string, data: ProjectStatusRequest, options?: FieldOptions<ProjectStatusField> & CallOptions): Promise<ProjectStatus>
  /**
   * `POST /projects/{project_gid}/removeCustomFieldSetting`, scope `projects:write`.
   * @see https://developers.asana.com/reference/removecustomfieldsettingforproject
   */
  removeCustomFieldSettingForProject(project_gid: string, data: RemoveCustomFieldSettingRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /projects/{project_gid}/removeFollowers`, full permissions.
   * @see https://developers.asana.com/reference/removefollowersforproject
   */
  removeFollowersForProject(project_gid: string, data: RemoveFollowersRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `POST /projects/{project_gid}/removeMembers`, full permissions.
   * @see https://developers.asana.com/reference/removemembersforproject
   */
  removeMembersForProject(project_gid: string, data: RemoveMembersRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `POST /projects/{project_gid}/saveAsTemplate`, full permissions.
   * @see https://developers.asana.com/reference/projectsaveastemplate
   */
  projectSaveAsTemplate(project_gid: string, data: ProjectSaveAsTemplateRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /projects/{project_gid}/sections`, full permissions.
   * @see https://developers.asana.com/reference/getsectionsforproject
   */
  getSectionsForProject(project_gid: string, options?: FieldOptions<SectionField> & PageParams & CallOptions): AsanaList<Section>
  /**
   * `POST /projects/{project_gid}/sections`, full permissions.
   * @see https://developers.asana.com/reference/createsectionforproject
   */
  createSectionForProject(project_gid: string, data: SectionRequest, options?: FieldOptions<SectionField> & CallOptions): Promise<Section>
  /**
   * `POST /projects/{project_gid}/sections/insert`, full permissions.
   * @see https://developers.asana.com/reference/insertsectionforproject
   */
  insertSectionForProject(project_gid: string, data: ProjectSectionInsertRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /projects/{project_gid}/task_counts`, scope `projects:read`.
   * @see https://developers.asana.com/reference/gettaskcountsforproject
   */
  getTaskCountsForProject(project_gid: string, options?: FieldOptions<TaskCountField> & CallOptions): Promise<TaskCount>
  /**
   * `GET /projects/{project_gid}/tasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettasksforproject
   */
  getTasksForProject(project_gid: string, options?: GetTasksForProjectOptions): AsanaList<Task>
  /**
   * `GET /rates`, full permissions.
   * @see https://developers.asana.com/reference/getrates
   */
  getRates(options?: GetRatesOptions): AsanaList<RateOrPlaceholder>
  /**
   * `POST /rates`, full permissions.
   * @see https://developers.asana.com/reference/createrate
   */
  createRate(data: RateRequest, options?: FieldOptions<RateField> & CallOptions): Promise<Rate>
  /**
   * `DELETE /rates/{rate_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deleterate
   */
  deleteRate(rate_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /rates/{rate_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getrate
   */
  getRate(rate_gid: string, options?: FieldOptions<RateField> & CallOptions): Promise<Rate>
  /**
   * `PUT /rates/{rate_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updaterate
   */
  updateRate(rate_gid: string, data: RateUpdateRequest, options?: FieldOptions<RateField> & CallOptions): Promise<Rate>
  /**
   * `GET /reactions`, full permissions.
   * @see https://developers.asana.com/reference/getreactionsonobject
   */
  getReactionsOnObject(options: GetReactionsOnObjectOptions): AsanaList<Reaction>
  /**
   * `GET /roles`, scope `roles:read`.
   * @see https://developers.asana.com/reference/getroles
   */
  getRoles(options?: GetRolesOptions): AsanaList<Role>
  /**
   * `POST /roles`, scope `roles:write`.
   * @see https://developers.asana.com/reference/createrole
   */
  createRole(data: RbacRoleRequest, options?: FieldOptions<RoleField> & CallOptions): Promise<Role>
  /**
   * `DELETE /roles/{role_gid}`, scope `roles:delete`.
   * @see https://developers.asana.com/reference/deleterole
   */
  deleteRole(role_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /roles/{role_gid}`, scope `roles:read`.
   * @see https://developers.asana.com/reference/getrole
   */
  getRole(role_gid: string, options?: FieldOptions<RoleField> & CallOptions): Promise<Role>
  /**
   * `PUT /roles/{role_gid}`, scope `roles:write`.
   * @see https://developers.asana.com/reference/updaterole
   */
  updateRole(role_gid: string, data: RbacRoleUpdateRequest, options?: FieldOptions<RoleField> & CallOptions): Promise<Role>
  /**
   * `POST /rule_triggers/{rule_trigger_gid}/run`, full permissions.
   * @see https://developers.asana.com/reference/triggerrule
   */
  triggerRule(rule_trigger_gid: string, data: RuleTriggerRequest, options?: CallOptions): Promise<RuleTrigger>
  /**
   * `DELETE /sections/{section_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletesection
   */
  deleteSection(section_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /sections/{section_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getsection
   */
  getSection(section_gid: string, options?: FieldOptions<SectionField> & CallOptions): Promise<Section>
  /**
   * `PUT /sections/{section_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updatesection
   */
  updateSection(section_gid: string, data: SectionRequest, options?: FieldOptions<SectionField> & CallOptions): Promise<Section>
  /**
   * `POST /sections/{section_gid}/addTask`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/addtaskforsection
   */
  addTaskForSection(section_gid: string, data: SectionTaskInsertRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /sections/{section_gid}/tasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettasksforsection
   */
  getTasksForSection(section_gid: string, options?: GetTasksForSectionOptions): AsanaList<Task>
  /**
   * `GET /status_updates`, full permissions.
   * @see https://developers.asana.com/reference/getstatusesforobject
   */
  getStatusesForObject(options: GetStatusesForObjectOptions): AsanaList<StatusUpdate>
  /**
   * `POST /status_updates`, full permissions.
   * @see https://developers.asana.com/reference/createstatusforobject
   */
  createStatusForObject(data: StatusUpdateRequest, options?: FieldOptions<StatusUpdateField> & CallOptions): Promise<StatusUpdate>
  /**
   * `DELETE /status_updates/{status_update_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletestatus
   */
  deleteStatus(status_update_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /status_updates/{status_update_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getstatus
   */
  getStatus(status_update_gid: string, options?: FieldOptions<StatusUpdateField> & CallOptions): Promise<StatusUpdate>
  /**
   * `DELETE /stories/{story_gid}`, scope `stories:delete`.
   * @see https://developers.asana.com/reference/deletestory
   */
  deleteStory(story_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /stories/{story_gid}`, scope `stories:read`.
   * @see https://developers.asana.com/reference/getstory
   */
  getStory(story_gid: string, options?: FieldOptions<StoryField> & CallOptions): Promise<Story>
  /**
   * `PUT /stories/{story_gid}`, scope `stories:write`.
   * @see https://developers.asana.com/reference/updatestory
   */
  updateStory(story_gid: string, data: StoryRequest, options?: FieldOptions<StoryField> & CallOptions): Promise<Story>
  /**
   * `GET /tags`, scope `tags:read`.
   * @see https://developers.asana.com/reference/gettags
   */
  getTags(options?: GetTagsOptions): AsanaList<Tag>
  /**
   * `POST /tags`, scope `tags:write`.
   * @see https://developers.asana.com/reference/createtag
   */
  createTag(data: TagCreateRequest, options?: FieldOptions<TagField> & CallOptions): Promise<Tag>
  /**
   * `DELETE /tags/{tag_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletetag
   */
  deleteTag(tag_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /tags/{tag_gid}`, scope `tags:read`.
   * @see https://developers.asana.com/reference/gettag
   */
  getTag(tag_gid: string, options?: FieldOptions<TagField> & CallOptions): Promise<Tag>
  /**
   * `PUT /tags/{tag_gid}`, scope `tags:write`.
   * @see https://developers.asana.com/reference/updatetag
   */
  updateTag(tag_gid: string, data: TagUpdateRequest, options?: FieldOptions<TagField> & CallOptions): Promise<Tag>
  /**
   * `GET /tags/{tag_gid}/tasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettasksfortag
   */
  getTasksForTag(tag_gid: string, options?: FieldOptions<TaskField> & PageParams & CallOptions): AsanaList<Task>
  /**
   * `GET /task_templates`, scope `task_templates:read`.
   * @see https://developers.asana.com/reference/gettasktemplates
   */
  getTaskTemplates(options?: GetTaskTemplatesOptions): AsanaList<TaskTemplate>
  /**
   * `DELETE /task_templates/{task_template_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletetasktemplate
   */
  deleteTaskTemplate(task_template_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /task_templates/{task_template_gid}`, scope `task_templates:read`.
   * @see https://developers.asana.com/reference/gettasktemplate
   */
  getTaskTemplate(task_template_gid: string, options?: FieldOptions<TaskTemplateField> & CallOptions): Promise<TaskTemplate>
  /**
   * `POST /task_templates/{task_template_gid}/instantiateTask`, full permissions.
   * @see https://developers.asana.com/reference/instantiatetask
   */
  instantiateTask(task_template_gid: string, data: TaskTemplateInstantiateTaskRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /tasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettasks
   */
  getTasks(options?: GetTasksOptions): AsanaList<Task>
  /**
   * `POST /tasks`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/createtask
   */
  createTask(data: TaskCreateRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `DELETE /tasks/{task_gid}`, scope `tasks:delete`.
   * @see https://developers.asana.com/reference/deletetask
   */
  deleteTask(task_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /tasks/{task_gid}`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettask
   */
  getTask(task_gid: string, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `PUT /tasks/{task_gid}`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/updatetask
   */
  updateTask(task_gid: string, data: TaskUpdateRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `POST /tasks/{task_gid}/addDependencies`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/adddependenciesfortask
   */
  addDependenciesForTask(task_gid: string, data: ModifyDependenciesRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/addDependents`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/adddependentsfortask
   */
  addDependentsForTask(task_gid: string, data: ModifyDependentsRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/addFollowers`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/addfollowersfortask
   */
  addFollowersForTask(task_gid: string, data: TaskAddFollowersRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `POST /tasks/{task_gid}/addProject`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/addprojectfortask
   */
  addProjectForTask(task_gid: string, data: TaskAddProjectRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/addTag`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/addtagfortask
   */
  addTagForTask(task_gid: string, data: TaskAddTagRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /tasks/{task_gid}/dependencies`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/getdependenciesfortask
   */
  getDependenciesForTask(task_gid: string, options?: FieldOptions<TaskField> & PageParams & CallOptions): AsanaList<Task>
  /**
   * `GET /tasks/{task_gid}/dependents`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/getdependentsfortask
   */
  getDependentsForTask(task_gid: string, options?: FieldOptions<TaskField> & PageParams & CallOptions): AsanaList<Task>
  /**
   * `POST /tasks/{task_gid}/duplicate`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/duplicatetask
   */
  duplicateTask(task_gid: string, data: TaskDuplicateRequest, options?: FieldOptions<JobField> & CallOptions): Promise<Job>
  /**
   * `GET /tasks/{task_gid}/projects`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getprojectsfortask
   */
  getProjectsForTask(task_gid: string, options?: FieldOptions<ProjectField> & PageParams & CallOptions): AsanaList<Project>
  /**
   * `POST /tasks/{task_gid}/removeDependencies`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/removedependenciesfortask
   */
  removeDependenciesForTask(task_gid: string, data: ModifyDependenciesRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/removeDependents`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/removedependentsfortask
   */
  removeDependentsForTask(task_gid: string, data: ModifyDependentsRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/removeFollowers`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/removefollowerfortask
   */
  removeFollowerForTask(task_gid: string, data: TaskRemoveFollowersRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `POST /tasks/{task_gid}/removeProject`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/removeprojectfortask
   */
  removeProjectForTask(task_gid: string, data: TaskRemoveProjectRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/removeTag`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/removetagfortask
   */
  removeTagForTask(task_gid: string, data: TaskRemoveTagRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `POST /tasks/{task_gid}/setParent`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/setparentfortask
   */
  setParentForTask(task_gid: string, data: TaskSetParentRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `GET /tasks/{task_gid}/stories`, scope `stories:read`.
   * @see https://developers.asana.com/reference/getstoriesfortask
   */
  getStoriesForTask(task_gid: string, options?: FieldOptions<StoryField> & PageParams & CallOptions): AsanaList<Story>
  /**
   * `POST /tasks/{task_gid}/stories`, scope `stories:write`.
   * @see https://developers.asana.com/reference/createstoryfortask
   */
  createStoryForTask(task_gid: string, data: StoryRequest, options?: FieldOptions<StoryField> & CallOptions): Promise<Story>
  /**
   * `GET /tasks/{task_gid}/subtasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/getsubtasksfortask
   */
  getSubtasksForTask(task_gid: string, options?: FieldOptions<TaskField> & PageParams & CallOptions): AsanaList<Task>
  /**
   * `POST /tasks/{task_gid}/subtasks`, scope `tasks:write`.
   * @see https://developers.asana.com/reference/createsubtaskfortask
   */
  createSubtaskForTask(task_gid: string, data: TaskCreateRequest, options?: FieldOptions<TaskField> & CallOptions): Promise<Task>
  /**
   * `GET /tasks/{task_gid}/tags`, scope `tags:read`.
   * @see https://developers.asana.com/reference/gettagsfortask
   */
  getTagsForTask(task_gid: string, options?: FieldOptions<TagField> & PageParams & CallOptions): AsanaList<Tag>
  /**
   * `GET /tasks/{task_gid}/time_tracking_entries`, scope `time_tracking_entries:read`.
   * @see https://developers.asana.com/reference/gettimetrackingentriesfortask
   */
  getTimeTrackingEntriesForTask(task_gid: string, options?: FieldOptions<TimeTrackingEntryField> & PageParams & CallOptions): AsanaList<TimeTrackingEntry>
  /**
   * `POST /tasks/{task_gid}/time_tracking_entries`, full permissions.
   * @see https://developers.asana.com/reference/createtimetrackingentry
   */
  createTimeTrackingEntry(task_gid: string, data: CreateTimeTrackingEntryRequest, options?: FieldOptions<TimeTrackingEntryField> & CallOptions): Promise<TimeTrackingEntry>
  /**
   * `GET /team_memberships`, scope `team_memberships:read`.
   * @see https://developers.asana.com/reference/getteammemberships
   */
  getTeamMemberships(options?: GetTeamMembershipsOptions): AsanaList<TeamMembership>
  /**
   * `GET /team_memberships/{team_membership_gid}`, scope `team_memberships:read`.
   * @see https://developers.asana.com/reference/getteammembership
   */
  getTeamMembership(team_membership_gid: string, options?: FieldOptions<TeamMembershipField> & CallOptions): Promise<TeamMembership>
  /**
   * `POST /teams`, full permissions.
   * @see https://developers.asana.com/reference/createteam
   */
  createTeam(data: TeamRequest, options?: FieldOptions<TeamField> & CallOptions): Promise<Team>
  /**
   * `GET /teams/{team_gid}`, scope `teams:read`.
   * @see https://developers.asana.com/reference/getteam
   */
  getTeam(team_gid: string, options?: FieldOptions<TeamField> & CallOptions): Promise<Team>
  /**
   * `PUT /teams/{team_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateteam
   */
  updateTeam(team_gid: string, data: TeamRequest, options?: FieldOptions<TeamField> & CallOptions): Promise<Team>
  /**
   * `POST /teams/{team_gid}/addUser`, full permissions.
   * @see https://developers.asana.com/reference/adduserforteam
   */
  addUserForTeam(team_gid: string, data: TeamAddUserRequest, options?: FieldOptions<TeamMembershipField> & CallOptions): Promise<TeamMembership>
  /**
   * `GET /teams/{team_gid}/custom_field_settings`, scope `teams:read`.
   * @see https://developers.asana.com/reference/getcustomfieldsettingsforteam
   */
  getCustomFieldSettingsForTeam(team_gid: string, options?: FieldOptions<CustomFieldSettingField> & CallOptions): AsanaList<CustomFieldSetting>
  /**
   * `GET /teams/{team_gid}/project_templates`, scope `project_templates:read`.
   * @see https://developers.asana.com/reference/getprojecttemplatesforteam
   */
  getProjectTemplatesForTeam(team_gid: string, options?: FieldOptions<ProjectTemplateField> & PageParams & CallOptions): AsanaList<ProjectTemplate>
  /**
   * `GET /teams/{team_gid}/projects`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getprojectsforteam
   */
  getProjectsForTeam(team_gid: string, options?: GetProjectsForTeamOptions): AsanaList<Project>
  /**
   * `POST /teams/{team_gid}/projects`, scope `projects:write`.
   * @see https://developers.asana.com/reference/createprojectforteam
   */
  createProjectForTeam(team_gid: string, data: ProjectRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `POST /teams/{team_gid}/removeUser`, full permissions.
   * @see https://developers.asana.com/reference/removeuserforteam
   */
  removeUserForTeam(team_gid: string, data: TeamRemoveUserRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /teams/{team_gid}/team_memberships`, scope `team_memberships:read`.
   * @see https://developers.asana.com/reference/getteammembershipsforteam
   */
  getTeamMembershipsForTeam(team_gid: string, options?: FieldOptions<TeamMembershipField> & PageParams & CallOptions): AsanaList<TeamMembership>
  /**
   * `GET /teams/{team_gid}/users`, scope `users:read`.
   * @see https://developers.asana.com/reference/getusersforteam
   */
  getUsersForTeam(team_gid: string, options?: FieldOptions<UserField> & PageParams & CallOptions): AsanaList<User>
  /**
   * `GET /time_periods`, full permissions.
   * @see https://developers.asana.com/reference/gettimeperiods
   */
  getTimePeriods(options: GetTimePeriodsOptions): AsanaList<TimePeriod>
  /**
   * `GET /time_periods/{time_period_gid}`, full permissions.
   * @see https://developers.asana.com/reference/gettimeperiod
   */
  getTimePeriod(time_period_gid: string, options?: FieldOptions<TimePeriodField> & CallOptions): Promise<TimePeriod>
  /**
   * `GET /time_tracking_categories`, scope `time_tracking_categories:read`.
   * @see https://developers.asana.com/reference/gettimetrackingcategories
   */
  getTimeTrackingCategories(options: GetTimeTrackingCategoriesOptions): AsanaList<TimeTrackingCategory>
  /**
   * `POST /time_tracking_categories`, scope `time_tracking_categories:write`.
   * @see https://developers.asana.com/reference/createtimetrackingcategory
   */
  createTimeTrackingCategory(data: TimeTrackingCategoryCreateRequest, options?: FieldOptions<TimeTrackingCategoryField> & CallOptions): Promise<TimeTrackingCategory>
  /**
   * `DELETE /time_tracking_categories/{time_tracking_category_gid}`, scope `time_tracking_categories:delete`.
   * @see https://developers.asana.com/reference/deletetimetrackingcategory
   */
  deleteTimeTrackingCategory(time_tracking_category_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /time_tracking_categories/{time_tracking_category_gid}`, scope `time_tracking_categories:read`.
   * @see https://developers.asana.com/reference/gettimetrackingcategory
   */
  getTimeTrackingCategory(time_tracking_category_gid: string, options?: FieldOptions<TimeTrackingCategoryField> & CallOptions): Promise<TimeTrackingCategory>
  /**
   * `PUT /time_tracking_categories/{time_tracking_category_gid}`, scope `time_tracking_categories:write`.
   * @see https://developers.asana.com/reference/updatetimetrackingcategory
   */
  updateTimeTrackingCategory(time_tracking_category_gid: string, data: TimeTrackingCategoryUpdateRequest, options?: FieldOptions<TimeTrackingCategoryField> & CallOptions): Promise<TimeTrackingCategory>
  /**
   * `GET /time_tracking_categories/{time_tracking_category_gid}/time_tracking_entries`, scope `time_tracking_categories:read`.
   * @see https://developers.asana.com/reference/gettimetrackingentriesfortimetrackingcategory
   */
  getTimeTrackingEntriesForTimeTrackingCategory(time_tracking_category_gid: string, options?: GetTimeTrackingEntriesForTimeTrackingCategoryOptions): AsanaList<TimeTrackingEntry>
  /**
   * `GET /time_tracking_entries`, scope `time_tracking_entries:read`.
   * @see https://developers.asana.com/reference/gettimetrackingentries
   */
  getTimeTrackingEntries(options?: GetTimeTrackingEntriesOptions): AsanaList<TimeTrackingEntry>
  /**
   * `DELETE /time_tracking_entries/{time_tracking_entry_gid}`, full permissions.
   * @see https://developers.asana.com/reference/deletetimetrackingentry
   */
  deleteTimeTrackingEntry(time_tracking_entry_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /time_tracking_entries/{time_tracking_entry_gid}`, scope `time_tracking_entries:read`.
   * @see https://developers.asana.com/reference/gettimetrackingentry
   */
  getTimeTrackingEntry(time_tracking_entry_gid: string, options?: FieldOptions<TimeTrackingEntryField> & CallOptions): Promise<TimeTrackingEntry>
  /**
   * `PUT /time_tracking_entries/{time_tracking_entry_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updatetimetrackingentry
   */
  updateTimeTrackingEntry(time_tracking_entry_gid: string, data: UpdateTimeTrackingEntryRequest, options?: FieldOptions<TimeTrackingEntryField> & CallOptions): Promise<TimeTrackingEntry>
  /**
   * `GET /timesheet_approval_statuses`, scope `timesheet_approval_statuses:read`.
   * @see https://developers.asana.com/reference/gettimesheetapprovalstatuses
   */
  getTimesheetApprovalStatuses(options: GetTimesheetApprovalStatusesOptions): AsanaList<TimesheetApprovalStatus>
  /**
   * `POST /timesheet_approval_statuses`, scope `timesheet_approval_statuses:write`.
   * @see https://developers.asana.com/reference/createtimesheetapprovalstatus
   */
  createTimesheetApprovalStatus(data: CreateTimesheetApprovalStatusRequest, options?: FieldOptions<TimesheetApprovalStatusField> & CallOptions): Promise<TimesheetApprovalStatus>
  /**
   * `GET /timesheet_approval_statuses/{timesheet_approval_status_gid}`, scope `timesheet_approval_statuses:read`.
   * @see https://developers.asana.com/reference/gettimesheetapprovalstatus
   */
  getTimesheetApprovalStatus(timesheet_approval_status_gid: string, options?: FieldOptions<TimesheetApprovalStatusField> & CallOptions): Promise<TimesheetApprovalStatus>
  /**
   * `PUT /timesheet_approval_statuses/{timesheet_approval_status_gid}`, scope `timesheet_approval_statuses:write`.
   * @see https://developers.asana.com/reference/updatetimesheetapprovalstatus
   */
  updateTimesheetApprovalStatus(timesheet_approval_status_gid: string, data: UpdateTimesheetApprovalStatusRequest, options?: FieldOptions<TimesheetApprovalStatusField> & CallOptions): Promise<TimesheetApprovalStatus>
  /**
   * `GET /user_task_lists/{user_task_list_gid}`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/getusertasklist
   */
  getUserTaskList(user_task_list_gid: string, options?: FieldOptions<UserTaskListField> & CallOptions): Promise<UserTaskList>
  /**
   * `GET /user_task_lists/{user_task_list_gid}/tasks`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettasksforusertasklist
   */
  getTasksForUserTaskList(user_task_list_gid: string, options?: GetTasksForUserTaskListOptions): AsanaList<Task>
  /**
   * `GET /users`, scope `users:read`.
   * @see https://developers.asana.com/reference/getusers
   */
  getUsers(options?: GetUsersOptions): AsanaList<User>
  /**
   * `GET /users/{user_gid}`, scope `users:read`.
   * @see https://developers.asana.com/reference/getuser
   */
  getUser(user_gid: string, options?: GetUserOptions): Promise<User>
  /**
   * `PUT /users/{user_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateuser
   */
  updateUser(user_gid: string, data: UserUpdateRequest, options?: UpdateUserOptions): Promise<User>
  /**
   * `GET /users/{user_gid}/favorites`, scope `users:read`.
   * @see https://developers.asana.com/reference/getfavoritesforuser
   */
  getFavoritesForUser(user_gid: string, options: GetFavoritesForUserOptions): AsanaList<NamedResource>
  /**
   * `GET /users/{user_gid}/team_memberships`, scope `team_memberships:read`.
   * @see https://developers.asana.com/reference/getteammembershipsforuser
   */
  getTeamMembershipsForUser(user_gid: string, options: GetTeamMembershipsForUserOptions): AsanaList<TeamMembership>
  /**
   * `GET /users/{user_gid}/teams`, scope `teams:read`.
   * @see https://developers.asana.com/reference/getteamsforuser
   */
  getTeamsForUser(user_gid: string, options: GetTeamsForUserOptions): AsanaList<Team>
  /**
   * `GET /users/{user_gid}/user_task_list`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/getusertasklistforuser
   */
  getUserTaskListForUser(user_gid: string, options: GetUserTaskListForUserOptions): Promise<UserTaskList>
  /**
   * `GET /users/{user_gid}/workspace_memberships`, full permissions.
   * @see https://developers.asana.com/reference/getworkspacemembershipsforuser
   */
  getWorkspaceMembershipsForUser(user_gid: string, options?: FieldOptions<WorkspaceMembershipField> & PageParams & CallOptions): AsanaList<WorkspaceMembership>
  /**
   * `GET /webhooks`, scope `webhooks:read`.
   * @see https://developers.asana.com/reference/getwebhooks
   */
  getWebhooks(options: GetWebhooksOptions): AsanaList<Webhook>
  /**
   * `POST /webhooks`, scope `webhooks:write`.
   * @see https://developers.asana.com/reference/createwebhook
   */
  createWebhook(data: WebhookRequest, options?: FieldOptions<WebhookField> & CallOptions): Promise<Webhook>
  /**
   * `DELETE /webhooks/{webhook_gid}`, scope `webhooks:delete`.
   * @see https://developers.asana.com/reference/deletewebhook
   */
  deleteWebhook(webhook_gid: string, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /webhooks/{webhook_gid}`, scope `webhooks:read`.
   * @see https://developers.asana.com/reference/getwebhook
   */
  getWebhook(webhook_gid: string, options?: FieldOptions<WebhookField> & CallOptions): Promise<Webhook>
  /**
   * `PUT /webhooks/{webhook_gid}`, scope `webhooks:write`.
   * @see https://developers.asana.com/reference/updatewebhook
   */
  updateWebhook(webhook_gid: string, data: WebhookUpdateRequest, options?: FieldOptions<WebhookField> & CallOptions): Promise<Webhook>
  /**
   * `GET /workspace_memberships/{workspace_membership_gid}`, full permissions.
   * @see https://developers.asana.com/reference/getworkspacemembership
   */
  getWorkspaceMembership(workspace_membership_gid: string, options?: FieldOptions<WorkspaceMembershipField> & CallOptions): Promise<WorkspaceMembership>
  /**
   * `GET /workspaces`, scope `workspaces:read`.
   * @see https://developers.asana.com/reference/getworkspaces
   */
  getWorkspaces(options?: FieldOptions<WorkspaceField> & PageParams & CallOptions): AsanaList<Workspace>
  /**
   * `GET /workspaces/{workspace_gid}`, scope `workspaces:read`.
   * @see https://developers.asana.com/reference/getworkspace
   */
  getWorkspace(workspace_gid: string, options?: FieldOptions<WorkspaceField> & CallOptions): Promise<Workspace>
  /**
   * `PUT /workspaces/{workspace_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateworkspace
   */
  updateWorkspace(workspace_gid: string, data: WorkspaceRequest, options?: FieldOptions<WorkspaceField> & CallOptions): Promise<Workspace>
  /**
   * `POST /workspaces/{workspace_gid}/addUser`, full permissions.
   * @see https://developers.asana.com/reference/adduserforworkspace
   */
  addUserForWorkspace(workspace_gid: string, data: WorkspaceAddUserRequest, options?: FieldOptions<UserField> & CallOptions): Promise<User>
  /**
   * `GET /workspaces/{workspace_gid}/agents`, full permissions.
   * @see https://developers.asana.com/reference/getagentsforworkspace
   */
  getAgentsForWorkspace(workspace_gid: string, options?: FieldOptions<AgentField> & PageParams & CallOptions): AsanaList<Agent>
  /**
   * `GET /workspaces/{workspace_gid}/audit_log_events`, full permissions.
   * @see https://developers.asana.com/reference/getauditlogevents
   */
  getAuditLogEvents(workspace_gid: string, options?: GetAuditLogEventsOptions): AsanaList<AuditLogEvent>
  /**
   * `GET /workspaces/{workspace_gid}/custom_fields`, scope `custom_fields:read`.
   * @see https://developers.asana.com/reference/getcustomfieldsforworkspace
   */
  getCustomFieldsForWorkspace(workspace_gid: string, options?: FieldOptions<CustomFieldField> & PageParams & CallOptions): AsanaList<CustomField>
  /**
   * `GET /workspaces/{workspace_gid}/events`, full permissions.
   * @see https://developers.asana.com/reference/getworkspaceevents
   */
  getWorkspaceEvents(workspace_gid: string, options?: GetWorkspaceEventsOptions): Promise<EventPage<AsanaEvent>>
  /**
   * `GET /workspaces/{workspace_gid}/projects`, scope `projects:read`.
   * @see https://developers.asana.com/reference/getprojectsforworkspace
   */
  getProjectsForWorkspace(workspace_gid: string, options?: GetProjectsForWorkspaceOptions): AsanaList<Project>
  /**
   * `POST /workspaces/{workspace_gid}/projects`, scope `projects:write`.
   * @see https://developers.asana.com/reference/createprojectforworkspace
   */
  createProjectForWorkspace(workspace_gid: string, data: ProjectRequest, options?: FieldOptions<ProjectField> & CallOptions): Promise<Project>
  /**
   * `GET /workspaces/{workspace_gid}/projects/search`, scope `projects:read`.
   * @see https://developers.asana.com/reference/searchprojectsforworkspace
   */
  searchProjectsForWorkspace(workspace_gid: string, options?: SearchProjectsForWorkspaceOptions): AsanaList<Project>
  /**
   * `POST /workspaces/{workspace_gid}/removeUser`, full permissions.
   * @see https://developers.asana.com/reference/removeuserforworkspace
   */
  removeUserForWorkspace(workspace_gid: string, data: WorkspaceRemoveUserRequest, options?: FieldOptions & CallOptions): Promise<EmptyObject>
  /**
   * `GET /workspaces/{workspace_gid}/tags`, scope `tags:read`.
   * @see https://developers.asana.com/reference/gettagsforworkspace
   */
  getTagsForWorkspace(workspace_gid: string, options?: FieldOptions<TagField> & PageParams & CallOptions): AsanaList<Tag>
  /**
   * `POST /workspaces/{workspace_gid}/tags`, scope `tags:write`.
   * @see https://developers.asana.com/reference/createtagforworkspace
   */
  createTagForWorkspace(workspace_gid: string, data: TagCreateTagForWorkspaceRequest, options?: FieldOptions<TagField> & CallOptions): Promise<Tag>
  /**
   * `GET /workspaces/{workspace_gid}/tasks/custom_id/{custom_id}`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/gettaskforcustomid
   */
  getTaskForCustomID(workspace_gid: string, custom_id: string, options?: CallOptions): Promise<Task>
  /**
   * `GET /workspaces/{workspace_gid}/tasks/search`, scope `tasks:read`.
   * @see https://developers.asana.com/reference/searchtasksforworkspace
   */
  searchTasksForWorkspace(workspace_gid: string, options?: SearchTasksForWorkspaceOptions): AsanaList<Task>
  /**
   * `GET /workspaces/{workspace_gid}/teams`, scope `teams:read`.
   * @see https://developers.asana.com/reference/getteamsforworkspace
   */
  getTeamsForWorkspace(workspace_gid: string, options?: FieldOptions<TeamField> & PageParams & CallOptions): AsanaList<Team>
  /**
   * `GET /workspaces/{workspace_gid}/typeahead`, scope `workspaces.typeahead:read`.
   * @see https://developers.asana.com/reference/typeaheadforworkspace
   */
  typeaheadForWorkspace(workspace_gid: string, options: TypeaheadForWorkspaceOptions): AsanaList<NamedResource>
  /**
   * `GET /workspaces/{workspace_gid}/users`, scope `users:read`.
   * @see https://developers.asana.com/reference/getusersforworkspace
   */
  getUsersForWorkspace(workspace_gid: string, options?: FieldOptions<UserField> & PageParams & CallOptions): AsanaList<User>
  /**
   * `GET /workspaces/{workspace_gid}/users/{user_gid}`, scope `users:read`.
   * @see https://developers.asana.com/reference/getuserforworkspace
   */
  getUserForWorkspace(workspace_gid: string, user_gid: string, options?: FieldOptions<UserField> & CallOptions): Promise<User>
  /**
   * `PUT /workspaces/{workspace_gid}/users/{user_gid}`, full permissions.
   * @see https://developers.asana.com/reference/updateuserforworkspace
   */
  updateUserForWorkspace(workspace_gid: string, user_gid: string, data: UserUpdateRequest, options?: FieldOptions<UserField> & CallOptions): Promise<User>
  /**
   * `GET /workspaces/{workspace_gid}/workspace_memberships`, full permissions.
   * @see https://developers.asana.com/reference/getworkspacemembershipsforworkspace
   */
  getWorkspaceMembershipsForWorkspace(workspace_gid: string, options?: GetWorkspaceMembershipsForWorkspaceOptions): AsanaList<WorkspaceMembership>
}
