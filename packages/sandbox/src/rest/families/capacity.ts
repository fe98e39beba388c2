import { workspaceOf } from '../../state/home.ts'
import { tasksOfProject } from '../../state/membership.ts'
import { gidIn, numberIn, type Resource } from '../../state/resource.ts'
import type { Route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdBy,
  date,
  fixed,
  flag,
  group,
  number,
  ref,
  required,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import type { RenderContext } from '../render/representation.ts'

/** That somebody works on a project for some days. */
export const allocation: Declaration = {
  type: 'allocation',
  home: 'parent',
  compact: ['start_date', 'end_date', 'effort', 'assignee', 'created_by', 'parent', 'resource_subtype'],
  fields: {
    start_date: required(date()),
    end_date: required(date()),
    effort: { ...group({ type: choice(['hours', 'percent'], 'hours'), value: number(0) }), initial: null },
    assignee: required(ref('user')),
    created_by: createdBy,
    parent: required(ref('project')),
    resource_subtype: computed(() => 'project_allocation'),
  },
}

const filter = choice(['billable', 'non_billable', 'any'], 'any')
const units = computed(budget => (budget.values['budget_type'] === 'cost' ? 'USD' : 'minutes'))
const estimated = computed(() => 0)
const spent = computed((budget, context) => minutesOf(budget, context))

export const budget: Declaration = {
  type: 'budget',
  home: 'parent',
  compact: ['budget_type', 'estimate', 'actual', 'total', 'parent'],
  fields: {
    budget_type: choice(['cost', 'time'], 'time'),
    estimate: group({
      billable_status_filter: filter,
      source: choice(['none', 'tasks', 'capacity_plans'], 'none'),
      enabled: flag(),
      units,
      value: estimated,
    }),
    actual: group({ billable_status_filter: filter, units, value: spent }),
    total: group({ enabled: flag(), value: number(0), units }),
    parent: required(ref('project')),
  },
}

export const rate: Declaration = {
  type: 'rate',
  home: 'parent',
  compact: ['parent', 'resource', 'rate', 'currency_code', 'created_by'],
  fields: {
    parent: fixed(required(ref('project'))),
    resource: fixed(required(ref('user'))),
    rate: required(number()),
    currency_code: computed(() => 'USD'),
    created_by: createdBy,
  },
}

export const capacityRoutes: readonly Route[] = [
  ...standardRoutes(allocation, '/allocations', {
    get: null,
    create: null,
    update: null,
    delete: null,
    list: {
      scope: null,
      optional: ['parent', 'assignee'],
      where: (call, one) => {
        const workspace = call.filter('workspace')
        return workspace === undefined || workspaceOf(call.world, one) === workspace.gid
      },
    },
  }),
  ...standardRoutes(budget, '/budgets', {
    get: null,
    create: null,
    update: null,
    delete: null,
    list: { scope: null, required: ['parent'], whole: true },
  }),
  ...standardRoutes(rate, '/rates', {
    get: null,
    create: null,
    update: null,
    delete: null,
    list: { scope: null, optional: ['parent', 'resource'] },
  }),
]

/** What was entered on the tasks of the project. */
function minutesOf(budgeted: Resource, { world }: RenderContext): number {
  const project = world.find('project', budgeted.homeGid)
  if (project === undefined) return 0
  const tasks = new Set(tasksOfProject(world, project).map(({ gid }) => gid))
  const entries = world.all('time_tracking_entry').filter(entry => tasks.has(gidIn(entry, 'task') ?? ''))
  return entries.reduce((sum, entry) => sum + numberIn(entry, 'duration_minutes'), 0)
}
