import { inside, numberIn, type Resource } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { one } from '../core/answer.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, computed, flag, nullableText, number } from '../declare/field.ts'
import { createResource, updateResource } from '../declare/writing.ts'
import { missingInput } from '../input/input.ts'

/** What a goal is measured by. */
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

export const goalMetricRoutes: readonly Route[] = [
  route('POST', '/goals/{goal_gid}/setMetric', undefined, call => {
    const target = call.target('goal')
    const before = metricOf(call.world, target)
    createResource(call, goalMetric, { goal: target.gid })
    if (before !== undefined) call.world.remove(before)
    return one(target)
  }),
  route('POST', '/goals/{goal_gid}/setMetricCurrentValue', undefined, call => {
    const target = call.target('goal')
    const metric = metricOf(call.world, target)
    if (metric === undefined) throw new ApiError(400, 'goal: This goal has no metric')
    const value = call.input('current_number_value').number('current_number_value')
    if (value === undefined) throw missingInput('current_number_value')
    updateResource(call, goalMetric, metric)
    return one(target)
  }),
]

export function metricOf(world: World, target: Resource): Resource | undefined {
  return inside(world, 'goal_metric', target)[0]
}
