import { change, gidIn, gidsIn, numberIn, type Resource } from '../../state/resource.ts'
import { type ApiAnswer, created, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  date,
  type Field,
  fixed,
  flag,
  htmlOf,
  nullableText,
  number,
  ref,
  refs,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { createResource, updateResource } from '../declare/writing.ts'
import { missingInput } from '../input/input.ts'
import { linkTo } from '../render/link.ts'
import { requiredPeopleFrom } from '../routes/people.ts'
import { customFieldMembers } from './custom-field-settings.ts'
import { currentStatusUpdate, statusOf } from './status-updates.ts'

/** Who likes it is kept; whether the viewer does is what they read and write. */
const liked: Field = {
  initial: null,
  into: 'likers',
  accept: (call, input, name, resource) => {
    const likes = input.boolean(name)
    if (likes === undefined) return undefined
    const others =
      resource === undefined ? [] : gidsIn(resource, 'likers').filter(gid => gid !== call.user.gid)
    return likes ? [...others, call.user.gid] : others
  },
  show: (_value, resource, { viewerGid }) => gidsIn(resource, 'likers').includes(viewerGid),
}

export const goal: Declaration = {
  type: 'goal',
  home: 'workspace',
  readScope: 'goals:read',
  compact: ['name', 'owner'],
  optIn: ['html_notes'],
  fields: {
    name: required(text()),
    notes: text(),
    html_notes: htmlOf('notes'),
    due_on: date(),
    start_on: date(),
    is_workspace_level: flag(),
    liked,
    likers: { initial: [] },
    likes: computed((resource, { world }) =>
      gidsIn(resource, 'likers').map(gid => ({ gid, user: linkTo(world.find('user', gid)) })),
    ),
    num_likes: computed(resource => gidsIn(resource, 'likers').length),
    team: ref('team'),
    workspace: ref('workspace'),
    followers: fixed(refs('user')),
    time_period: ref('time_period'),
    metric: computed((resource, { world }) => linkTo(metricOf(world.all('goal_metric'), resource))),
    owner: ref('user'),
    current_status_update: currentStatusUpdate,
    status: {
      ...nullableText(),
      show: (value, resource, { world }) => statusOf(world, resource) ?? value,
    },
    privacy_setting: computed(() => 'public_to_workspace'),
    default_access_level: computed(() => 'editor'),
    ...customFieldMembers,
    members: { initial: [] },
    /** What supports it, in order: its relationships follow. */
    supporting: { initial: [] },
  },
}

export const goalMetric: Declaration = {
  type: 'goal_metric',
  home: 'goal',
  readScope: 'goals:read',
  compact: [
    'resource_subtype',
    'precision',
    'unit',
    'currency_code',
    'initial_number_value',
    'target_number_value',
    'current_number_value',
    'current_display_value',
    'progress_source',
    'is_custom_weight',
    'can_manage',
  ],
  fields: {
    goal: { initial: null },
    resource_subtype: computed(() => 'number'),
    precision: number(0),
    unit: choice(['none', 'currency', 'percentage'], 'none'),
    currency_code: nullableText(),
    initial_number_value: number(0),
    target_number_value: number(100),
    current_number_value: number(0),
    current_display_value: computed(metric =>
      numberIn(metric, 'current_number_value').toFixed(numberIn(metric, 'precision')),
    ),
    progress_source: choice(
      [
        'manual',
        'subgoal_progress',
        'project_task_completion',
        'project_milestone_completion',
        'task_completion',
        'external',
      ],
      'manual',
    ),
    is_custom_weight: flag(),
    can_manage: computed(() => true),
  },
}

export const goalRoutes: readonly Route[] = [
  ...standardRoutes(goal, '/goals', {
    get: 'goals:read',
    update: null,
    delete: null,
    list: {
      scope: 'goals:read',
      optional: ['workspace', 'team', 'is_workspace_level'],
      where: (call, resource) => supports(call, resource) && inPeriods(call, resource),
    },
  }),
  route('POST', '/goals', undefined, call => {
    const { workspace, team } = call.body.data
    const owning = workspace === undefined ? call.world.find('team', String(team)) : undefined
    const given = owning === undefined ? {} : { workspace: owning.workspaceGid }
    return created(createResource(call, goal, { ...given, members: [call.user.gid] }))
  }),
  route('POST', '/goals/{goal_gid}/setMetric', undefined, call => {
    const target = call.target('goal')
    const before = metricOf(call.world.all('goal_metric'), target)
    createResource(call, goalMetric, { goal: target.gid })
    if (before !== undefined) call.world.remove(before)
    return one(target)
  }),
  route('POST', '/goals/{goal_gid}/setMetricCurrentValue', undefined, call => {
    const target = call.target('goal')
    const metric = metricOf(call.world.all('goal_metric'), target)
    if (metric === undefined) throw new ApiError(400, 'goal: This goal has no metric')
    const value = call.input('current_number_value').number('current_number_value')
    if (value === undefined) throw missingInput('current_number_value')
    updateResource(call, goalMetric, metric)
    return one(target)
  }),
  route('POST', '/goals/{goal_gid}/addFollowers', undefined, call =>
    changeFollowers(call, (present, named) => [...new Set([...present, ...named])]),
  ),
  route('POST', '/goals/{goal_gid}/removeFollowers', undefined, call =>
    changeFollowers(call, (present, named) => present.filter(gid => !named.includes(gid))),
  ),
]

function metricOf(metrics: readonly Resource[], target: Resource): Resource | undefined {
  return metrics.find(metric => metric.homeGid === target.gid)
}

function supports(call: ApiCall, resource: Resource): boolean {
  const supporting = gidsIn(resource, 'supporting')
  return (['portfolio', 'project', 'task'] as const).every(type => {
    const wanted = call.filter(type)
    return wanted === undefined || supporting.includes(wanted.gid)
  })
}

function inPeriods(call: ApiCall, resource: Resource): boolean {
  const periods = call.query.getAll('time_periods').flatMap(gids => gids.split(','))
  return periods.length === 0 || periods.includes(gidIn(resource, 'time_period') ?? '')
}

function changeFollowers(call: ApiCall, apply: (present: string[], named: string[]) => string[]): ApiAnswer {
  const target = call.target('goal')
  const named = requiredPeopleFrom(call, call.input('followers'), 'followers')
  change(call.world, target, { followers: apply(gidsIn(target, 'followers'), named) })
  call.report(target, 'changed', { field: 'followers' })
  return one(target)
}
