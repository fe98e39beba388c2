import { gidIn, gidsIn, type Resource } from '../../state/resource.ts'
import { created } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  computed,
  date,
  type Field,
  fixed,
  flag,
  htmlOf,
  nullableText,
  ref,
  refs,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { createResource } from '../declare/writing.ts'
import { linkTo } from '../render/link.ts'
import { circleRoutes } from './circle.ts'
import { customFieldMembers } from './custom-field-settings.ts'
import { metricOf } from './goal-metric.ts'
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
    metric: computed((resource, { world }) => linkTo(metricOf(world, resource))),
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
  ...circleRoutes('goal', 'followers'),
]

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
