import type { Sandbox } from '../../src/index.ts'
import { type ApiClient, gidNamed, gidOf } from '../support/api-client.ts'
import { type Description, flatten, type Operation, type Schema } from './description.ts'

/** The objects that calls are made with, by the name of the path parameter, field or query parameter. */
export type Cast = Readonly<Record<string, string>>

/** One of everything, made through the API where it can be. */
export async function createCast(sandbox: Sandbox, api: ApiClient): Promise<Cast> {
  const workspace = sandbox.workspaces[0]?.gid ?? ''
  const make = async (path: string, data: Record<string, unknown>) => {
    const answer = await api('POST', path, data)
    if (answer.status >= 300) throw new Error(`POST ${path}: ${answer.status} ${answer.message}`)
    return answer
  }
  const gid = async (path: string, data: Record<string, unknown>) => gidOf((await make(path, data)).record)
  const first = async (path: string) => gidOf((await api('GET', path)).records[0])

  const project = await gidNamed(api, '/projects', 'Website launch')
  const team = await first(`/workspaces/${workspace}/teams`)
  const task = await gidNamed(api, `/projects/${project}/tasks`, 'Write the landing page')
  const otherTask = await gid('/tasks', { name: 'Other', projects: [project] })
  const thirdTask = await gid('/tasks', { name: 'Third', projects: [project] })
  const section = await first(`/projects/${project}/sections`)
  const emptySection = await gid(`/projects/${project}/sections`, { name: 'Empty' })
  const tag = await gid('/tags', { name: 'tag', workspace })
  const portfolio = await gid('/portfolios', { name: 'Portfolio', workspace })
  await make(`/portfolios/${portfolio}/addItem`, { item: project })
  const goal = await gid('/goals', { name: 'Goal', workspace })
  const subgoal = await gid('/goals', { name: 'Subgoal', workspace })
  await make(`/goals/${goal}/setMetric`, { precision: 2, target_number_value: 5 })
  const goal_relationship = await gid(`/goals/${goal}/addSupportingRelationship`, {
    supporting_resource: project,
  })
  const custom_field = await gid('/custom_fields', {
    ...{ name: 'Priority', resource_subtype: 'enum', workspace },
    enum_options: [{ name: 'High', color: 'red' }, { name: 'Low' }],
  })
  const field = (await api('GET', `/custom_fields/${custom_field}`)).record
  const [option, otherOption] = (field['enum_options'] as Record<string, unknown>[]).map(gidOf)
  const otherField = await gid('/custom_fields', { name: 'Note', resource_subtype: 'text', workspace })
  for (const holder of [`/projects/${project}`, `/portfolios/${portfolio}`, `/goals/${goal}`]) {
    await make(`${holder}/addCustomFieldSetting`, { custom_field })
  }
  const idField = { name: 'Number', resource_subtype: 'text', workspace, id_prefix: 'WEB' }
  await make(`/projects/${project}/addCustomFieldSetting`, { custom_field: idField })
  await api('PUT', `/tasks/${task}`, { custom_fields: { [custom_field]: option } })
  const entry = { duration_minutes: 30, entered_on: '2026-11-02' }
  const days = { start_date: '2026-11-01', end_date: '2026-11-30' }
  const copy = (await make(`/projects/${project}/saveAsTemplate`, { name: 'Template', public: true })).record
  const template = copy['new_project_template'] as Record<string, unknown>
  const story = await gid(`/tasks/${task}/stories`, { text: 'A comment' })
  const upload = new FormData()
  upload.set('parent', task)
  upload.set('file', new File(['content'], 'file.txt'))
  const authorization = `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}`
  const url = `${sandbox.endpoints.baseUrl}/attachments`
  const uploaded = await fetch(url, { method: 'POST', headers: { authorization }, body: upload })
  const { data: attachment } = (await uploaded.json()) as { data: Record<string, unknown> }
  const secret = await gid('/projects', { name: 'Secret', workspace, privacy_setting: 'private' })

  return {
    ...{
      workspace,
      organization: workspace,
      team,
      project,
      task,
      otherTask,
      thirdTask,
      section,
      emptySection,
      tag,
      story,
    },
    ...{ portfolio, goal, subgoal, goal_relationship, custom_field, otherField, secret },
    ...{ enum_option: option ?? '', otherOption: otherOption ?? '', attachment: gidOf(attachment) },
    user: 'me',
    ben: 'ben@example.com',
    custom_id: 'WEB-1',
    project_template: gidOf(template),
    access_request: await gid('/access_requests', { target: project }),
    otherRequest: await gid('/access_requests', { target: project }),
    allocation: await gid('/allocations', { parent: project, assignee: 'me', ...days }),
    budget: await gid('/budgets', { parent: project }),
    rate: await gid('/rates', { parent: project, resource: 'me', rate: 90 }),
    job: gidOf(copy),
    ooo_entry: await gid('/ooo_entries', { user: 'me', workspace, ...days }),
    organization_export: await gid('/organization_exports', { organization: workspace }),
    project_brief: await gid(`/projects/${secret}/project_briefs`, { title: 'Brief', text: 'Why' }),
    project_status: await gid(`/projects/${project}/project_statuses`, { text: 'Good', color: 'green' }),
    status_update: await gid('/status_updates', { parent: project, text: 'Good', status_type: 'on_track' }),
    role: await gid('/roles', {
      ...{ name: 'Role', description: 'A role', base_role_type: 'member', workspace },
    }),
    time_tracking_category: await gid('/time_tracking_categories', { name: 'Design', workspace }),
    time_tracking_entry: await gid(`/tasks/${task}/time_tracking_entries`, entry),
    timesheet_approval_status: await gid('/timesheet_approval_statuses', { user: 'me', workspace, ...days }),
    membership: await first(`/memberships?parent=${project}`),
    project_membership: await first(`/projects/${project}/project_memberships`),
    portfolio_membership: await first(`/portfolios/${portfolio}/portfolio_memberships`),
    team_membership: await first(`/teams/${team}/team_memberships`),
    workspace_membership: await first(`/workspaces/${workspace}/workspace_memberships`),
    project_portfolio_setting: await first(`/projects/${project}/project_portfolio_settings`),
    task_template: await first(`/task_templates?project=${project}`),
    custom_type: await first(`/custom_types?project=${project}`),
    custom_type_status_option: sandbox.gidsOf('custom_type_status_option')[0] ?? '',
    time_period: await first(`/time_periods?workspace=${workspace}`),
    agent: await first(`/workspaces/${workspace}/agents`),
    rule_trigger: sandbox.gidsOf('rule_trigger')[0] ?? '',
    user_task_list: gidOf((await api('GET', `/users/me/user_task_list?workspace=${workspace}`)).record),
    reacted: sandbox.gidsOf('story')[0] ?? '',
  }
}

/** What the description leaves to be known: which object a parameter means, and what excludes what. */
type Special = Record<string, unknown>

export function specialQuery(id: string, cast: Cast): Special {
  const { project, workspace, task, reacted, goal } = cast
  const specials: Record<string, Special> = {
    getAccessRequests: { target: project },
    getBudgets: { parent: project },
    getAttachmentsForObject: { parent: task },
    getEvents: { resource: project },
    getGoalRelationships: { supported_goal: goal },
    getMemberships: { parent: project },
    getPortfolioMemberships: { workspace },
    getReactionsOnObject: { target: reacted, emoji_base: '👍' },
    getStatusesForObject: { parent: project },
    getTasks: { project },
    getTaskTemplates: { project },
    getTeamMemberships: { team: cast['team'] },
    getTimeTrackingEntries: { task },
    getFavoritesForUser: { resource_type: 'project', workspace },
    getPortfolios: { workspace, owner: 'me' },
    typeaheadForWorkspace: { resource_type: 'task', query: 'page' },
  }
  return specials[id] ?? {}
}

/** Objects that a call uses up. */
export function specialTarget(id: string, cast: Cast): Cast {
  const { emptySection = '', otherRequest = '' } = cast
  if (id === 'deleteSection') return { ...cast, section: emptySection }
  return id === 'rejectAccessRequest' ? { ...cast, access_request: otherRequest } : cast
}

function specialBody(id: string, cast: Cast): Special {
  const { project, task, otherTask, thirdTask, goal, subgoal, tag, team, workspace, secret, otherField } =
    cast
  const { section, emptySection, enum_option: option, otherOption, custom_field: field } = cast
  const none = undefined
  const values = { custom_fields: { [field ?? '']: option } }
  const specials: Record<string, Special> = {
    addCustomFieldSettingForGoal: { custom_field: otherField, insert_before: none, insert_after: none },
    addCustomFieldSettingForPortfolio: { custom_field: otherField, insert_before: none, insert_after: none },
    addCustomFieldSettingForProject: { custom_field: otherField, insert_before: none, insert_after: none },
    addDependenciesForTask: { dependencies: [otherTask] },
    removeDependenciesForTask: { dependencies: [otherTask] },
    addDependentsForTask: { dependents: [thirdTask] },
    removeDependentsForTask: { dependents: [thirdTask] },
    addItemForPortfolio: { item: secret, insert_after: none },
    removeItemForPortfolio: { item: project },
    addProjectForTask: { project, insert_after: none, insert_before: none, section },
    removeProjectForTask: { project },
    addSupportingRelationship: { supporting_resource: subgoal, insert_after: none },
    removeSupportingRelationship: { supporting_resource: project },
    addTagForTask: { tag },
    addTaskForSection: { task, insert_before: none, insert_after: none },
    addUserForTeam: { user: 'ben@example.com' },
    addUserForWorkspace: { user: 'new@example.com' },
    removeUserForTeam: { user: 'ben@example.com' },
    removeUserForWorkspace: { user: 'new@example.com' },
    createAccessRequest: { target: secret },
    createBatchRequest: { actions: [{ method: 'get', relative_path: '/users/me' }] },
    createCustomField: { resource_subtype: 'number', name: 'Cost', enum_options: none },
    createEnumOptionForCustomField: { insert_after: none, insert_before: option },
    createGraphExport: { parent: project },
    createMembership: { parent: goal, member: 'ben@example.com', role: 'editor', access_level: 'editor' },
    createProject: { team, custom_fields: none, followers: 'me' },
    createProjectForTeam: { workspace: none, team: none, custom_fields: none, followers: 'me' },
    createProjectForWorkspace: { workspace: none, team, custom_fields: none, followers: 'me' },
    createProjectBrief: { title: 'Brief' },
    createResourceExport: { export_request_parameters: [{ resource_type: 'task' }] },
    createStatusForObject: { parent: goal },
    createSubtaskForTask: { parent: none, projects: none, custom_fields: none },
    createTask: { parent: none, projects: [project], ...values },
    createWebhook: { filters: none },
    duplicatePortfolio: { include: 'members' },
    duplicateProject: { include: 'members,task_notes' },
    duplicateTask: { include: 'notes,subtasks' },
    insertEnumOptionForCustomField: {
      enum_option: option,
      before_enum_option: none,
      after_enum_option: otherOption,
    },
    insertSectionForProject: { section: emptySection, before_section: none, after_section: section },
    instantiateProject: { requested_dates: [], requested_roles: [], team },
    setParentForTask: { parent: otherTask, insert_before: none, insert_after: none },
    triggerRule: { resource: task, action_data: { reason: 'test' } },
    updateCustomField: { enum_options: none, id_prefix: none },
    updateMembership: { access_level: 'viewer' },
    updateGoal: { team: none, ...values },
    updatePortfolio: values,
    updateProject: values,
    updateTask: { parent: none, ...values },
    updateUser: { custom_fields: { [otherField ?? '']: 'x' } },
    updateUserForWorkspace: { custom_fields: { [otherField ?? '']: 'x' } },
    removeCustomFieldSettingForGoal: { custom_field: field },
    updateRole: { workspace: none },
    createAllocation: { parent: project },
    updateAllocation: { parent: project },
    createBudget: { parent: project },
    updateBudget: { parent: project },
    createRate: { parent: project, resource: 'me' },
    addFollowersForTask: { followers: ['me'] },
    createOrganizationExport: { organization: workspace },
  }
  return specials[id] ?? {}
}

/** The path of a call with everything that must be in its query, and more where it is given. */
export function addressOf(operation: Operation, cast: Cast, more: Record<string, string> = {}): string {
  const target = specialTarget(operation.id, cast)
  const path = operation.path.replace(
    /{(\w+?)(_gid)?}/g,
    (_whole, name: string) => target[name] ?? `no ${name}`,
  )
  const query = new URLSearchParams(specialQuery(operation.id, cast) as Record<string, string>)
  for (const { name, in: place, required } of operation.parameters) {
    if (place === 'query' && required && !query.has(name)) query.set(name, cast[name] ?? `no ${name}`)
  }
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}

/** Fields of which the plain form is sent instead. */
const alternatives = [
  'html_notes',
  'html_text',
  'html_description',
  'due_at',
  'start_at',
  'due_date',
  'current_status',
  'current_status_update',
]

/** A value for every field that may be written. */
export function bodyFor(description: Description, { id, body }: Operation, cast: Cast): Special {
  if (body === undefined) return {}
  const { properties = {} } = flatten(description, body)
  const generated = Object.entries(properties).flatMap(([name, schema]) => {
    const flat = flatten(description, schema)
    if (flat.readOnly === true || alternatives.includes(name)) return []
    return [[name, valueFor(description, name, flat, cast)] as const]
  })
  const all = { ...Object.fromEntries(generated), ...specialBody(id, cast) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

const people = ['owner', 'assignee', 'user', 'member', 'author', 'resource']

function valueFor(description: Description, name: string, schema: Schema, cast: Cast): unknown {
  if (people.includes(name)) return 'me'
  if (['followers', 'members'].includes(name)) return schema.type === 'array' ? ['me'] : 'me'
  if (name === 'tags') return [cast['tag']]
  if (name === 'categories') return [cast['time_tracking_category']]
  if (name === 'attributable_to') return cast['project']
  const named = cast[name]
  if (named !== undefined && schema.type === 'string') return named
  if (name === 'assignee_section') return cast['section']
  if (name.startsWith('insert_') || name.endsWith('_value') || name.endsWith('_values')) {
    return schema.type === 'number' ? 1 : undefined
  }
  return generic(description, name, schema)
}

function generic(description: Description, name: string, schema: Schema): unknown {
  const choice = schema.enum?.find(one => one !== null)
  if (choice !== undefined) return choice
  if (schema.format === 'date' || name.endsWith('_on')) return '2026-11-10'
  if (schema.format === 'date-time') return '2026-11-10T10:00:00.000Z'
  switch (schema.type) {
    case 'boolean':
      return true
    case 'number':
    case 'integer':
      return 1
    case 'array':
      return schema.items === undefined
        ? []
        : [generic(description, name, flatten(description, schema.items))]
    case 'object': {
      const properties = Object.entries(schema.properties ?? {})
      return Object.fromEntries(
        properties.flatMap(([own, part]) => {
          const flat = flatten(description, part)
          return flat.readOnly === true ? [] : [[own, generic(description, own, flat)]]
        }),
      )
    }
    default:
      return name === 'text' || name === 'name' ? `A ${name}` : 'text'
  }
}
