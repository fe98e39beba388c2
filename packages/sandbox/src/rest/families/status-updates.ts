import type { Entity } from '../../state/entities.ts'
import { inside, type Resource, textIn } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { created, list } from '../core/answer.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdAt,
  createdBy,
  type Field,
  fixed,
  htmlOf,
  modifiedAt,
  readOnly,
  ref,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { createResource } from '../declare/writing.ts'
import { momentOf } from '../input/moment.ts'
import { linkTo } from '../render/link.ts'

const statusTypes = ['on_track', 'at_risk', 'off_track', 'on_hold', 'complete']
const goalStatusTypes = [...statusTypes, 'achieved', 'partial', 'missed', 'dropped']

export const statusUpdate: Declaration = {
  type: 'status_update',
  home: 'parent',
  compact: ['title', 'resource_subtype'],
  optIn: ['html_text'],
  fields: {
    parent: fixed(required(ref('project', 'portfolio', 'goal'))),
    title: text(),
    text: required(text()),
    html_text: htmlOf('text'),
    status_type: required(choice(goalStatusTypes)),
    resource_subtype: computed(
      (update, { world }) => `${world.findAny(update.homeGid)?.type ?? 'project'}_status_update`,
    ),
    author: createdBy,
    created_by: createdBy,
    created_at: createdAt,
    modified_at: modifiedAt,
    hearted: computed(() => false),
    hearts: computed(() => []),
    num_hearts: computed(() => 0),
    liked: computed(() => false),
    likes: computed(() => []),
    num_likes: computed(() => 0),
    reaction_summary: computed(() => []),
  },
}

/** The older form of a project's status. */
export const projectStatus: Declaration = {
  type: 'project_status',
  home: 'project',
  compact: ['title'],
  optIn: ['html_text'],
  fields: {
    project: { initial: null },
    title: text(),
    text: required(text()),
    html_text: htmlOf('text'),
    color: required(choice(['green', 'yellow', 'red', 'blue', 'complete'])),
    author: createdBy,
    created_by: createdBy,
    created_at: createdAt,
    modified_at: modifiedAt,
  },
}

export const projectBrief: Declaration = {
  type: 'project_brief',
  home: 'project',
  compact: [],
  optIn: ['html_text'],
  fields: {
    title: text(),
    text: text(),
    html_text: htmlOf('text'),
    project: readOnly(ref('project')),
    permalink_url: computed((brief, { url }) => `${url}/0/${brief.homeGid}/${brief.gid}`),
  },
}

export const statusRoutes: readonly Route[] = [
  ...standardRoutes(statusUpdate, '/status_updates', {
    get: null,
    delete: null,
    list: {
      scope: null,
      required: ['parent'],
      where: (call, { createdAtMs }) => createdAtMs >= (momentOf(call, 'created_since') ?? 0),
    },
  }),
  route('POST', '/status_updates', undefined, call => {
    const parent = call.world.findAny(String(call.body.data['parent']))
    const kind = call.body.data['status_type']
    const forGoals = typeof kind === 'string' && goalStatusTypes.includes(kind) && !statusTypes.includes(kind)
    if (forGoals && parent?.type !== 'goal')
      throw new ApiError(400, `status_type: Not a valid value: ${kind}`)
    return created(createResource(call, statusUpdate))
  }),
  ...standardRoutes(projectStatus, '/project_statuses', { get: null, delete: null }),
  route('GET', '/projects/{project_gid}/project_statuses', undefined, call =>
    list(inside(call.world, 'project_status', call.target('project'))),
  ),
  route('POST', '/projects/{project_gid}/project_statuses', undefined, call =>
    created(createResource(call, projectStatus, { project: call.target('project').gid })),
  ),
  ...standardRoutes(projectBrief, '/project_briefs', { get: null, update: null, delete: null }),
  route('POST', '/projects/{project_gid}/project_briefs', undefined, call => {
    const project = call.target('project')
    if (inside(call.world, 'project_brief', project).length > 0) {
      throw new ApiError(400, 'project: A project has one brief, and this one has it already')
    }
    return created(createResource(call, projectBrief, { project: project.gid }))
  }),
]

/** The last one, which is the one that counts. */
export function latestInside(
  world: World,
  type: 'status_update' | 'project_status' | 'project_brief',
  home: Entity,
): Resource | undefined {
  return inside(world, type, home).at(-1)
}

export const currentStatusUpdate: Field = computed((resource, { world }) =>
  linkTo(latestInside(world, 'status_update', resource)),
)

/** `green` for a goal that is on track. */
export function statusOf(world: World, goal: Resource): string | null {
  const latest = latestInside(world, 'status_update', goal)
  const colours: Readonly<Record<string, string>> = { on_track: 'green', at_risk: 'yellow', off_track: 'red' }
  const kind = latest === undefined ? '' : textIn(latest, 'status_type')
  return latest === undefined ? null : (colours[kind] ?? kind)
}
