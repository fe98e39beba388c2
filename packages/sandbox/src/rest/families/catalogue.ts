import type { DeclaredType, Resource } from '../../state/resource.ts'
import type { Route } from '../core/route.ts'
import { type Declaration, representationOf } from '../declare/declaration.ts'
import type { Representation } from '../render/representation.ts'
import { accessRequest, accessRequestRoutes } from './access-requests.ts'
import { auditLogRoutes } from './audit-log.ts'
import { automationRoutes, customType, customTypeStatusOption, reaction, ruleTrigger } from './automation.ts'
import { allocation, budget, capacityRoutes, rate } from './capacity.ts'
import { customFieldSetting, customFieldSettingRoutes } from './custom-field-settings.ts'
import { customField, customFieldRoutes } from './custom-fields.ts'
import { duplicateRoutes } from './duplicates.ts'
import { enumOption, enumOptionRoutes } from './enum-options.ts'
import { exportRoutes, graphExport, organizationExport, resourceExport } from './exports.ts'
import { goalMetric, goalMetricRoutes } from './goal-metric.ts'
import { goalRelationship, goalRelationshipRoutes } from './goal-relationships.ts'
import { goal, goalRoutes } from './goals.ts'
import { job, jobRoutes } from './jobs.ts'
import { membership, membershipRoutes } from './memberships.ts'
import {
  placeMembershipRoutes,
  portfolioMembership,
  projectMembership,
  teamMembership,
  workspaceMembership,
} from './place-memberships.ts'
import { portfolio, portfolioRoutes, projectPortfolioSetting } from './portfolios.ts'
import { projectTemplate, projectTemplateRoutes } from './project-templates.ts'
import { agent, oooEntry, role, roleRoutes } from './roles.ts'
import { projectBrief, projectStatus, statusRoutes, statusUpdate } from './status-updates.ts'
import { taskTemplate, taskTemplateRoutes } from './task-templates.ts'
import { timePeriod, timePeriodRoutes } from './time-periods.ts'
import { timeTrackingCategory, timeTrackingEntry, timeTrackingRoutes } from './time-tracking.ts'
import { timesheetApprovalStatus, timesheetRoutes } from './timesheets.ts'

/** Every kind of resource that is wholly described by a declaration. */
export const catalogue: Readonly<Record<DeclaredType, Declaration>> = {
  access_request: accessRequest,
  agent,
  allocation,
  budget,
  custom_field: customField,
  custom_field_setting: customFieldSetting,
  custom_type: customType,
  custom_type_status_option: customTypeStatusOption,
  enum_option: enumOption,
  goal,
  goal_metric: goalMetric,
  goal_relationship: goalRelationship,
  graph_export: graphExport,
  job,
  membership,
  ooo_entry: oooEntry,
  organization_export: organizationExport,
  portfolio,
  portfolio_membership: portfolioMembership,
  project_brief: projectBrief,
  project_membership: projectMembership,
  project_portfolio_setting: projectPortfolioSetting,
  project_status: projectStatus,
  project_template: projectTemplate,
  rate,
  reaction,
  resource_export: resourceExport,
  role,
  rule_trigger: ruleTrigger,
  status_update: statusUpdate,
  task_template: taskTemplate,
  team_membership: teamMembership,
  time_period: timePeriod,
  time_tracking_category: timeTrackingCategory,
  time_tracking_entry: timeTrackingEntry,
  timesheet_approval_status: timesheetApprovalStatus,
  workspace_membership: workspaceMembership,
}

export const catalogueRoutes: readonly Route[] = [
  ...accessRequestRoutes,
  ...auditLogRoutes,
  ...automationRoutes,
  ...capacityRoutes,
  ...customFieldRoutes,
  ...customFieldSettingRoutes,
  ...duplicateRoutes,
  ...enumOptionRoutes,
  ...exportRoutes,
  ...goalRelationshipRoutes,
  ...goalRoutes,
  ...goalMetricRoutes,
  ...jobRoutes,
  ...membershipRoutes,
  ...placeMembershipRoutes,
  ...portfolioRoutes,
  ...roleRoutes,
  ...statusRoutes,
  ...projectTemplateRoutes,
  ...taskTemplateRoutes,
  ...timesheetRoutes,
  ...timePeriodRoutes,
  ...timeTrackingRoutes,
]

/** How each of them looks over HTTP. */
export const catalogueRepresentations = Object.fromEntries(
  Object.values(catalogue).map(declaration => [declaration.type, representationOf(declaration)]),
) as Readonly<Record<DeclaredType, Representation<Resource>>>
