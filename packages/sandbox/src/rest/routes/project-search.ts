import type { Project } from '../../state/entities.ts'
import { gidsIn } from '../../state/resource.ts'
import { unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { requirePaidFeatures, searchIsPaid } from '../core/paid-features.ts'
import { type Route, route } from '../core/route.ts'
import { sortedBy } from './sorting.ts'

export const projectSearchRoutes: readonly Route[] = [
  route('GET', '/workspaces/{workspace_gid}/projects/search', 'projects:read', call => {
    const workspace = call.target('workspace')
    requirePaidFeatures(call, workspace, searchIsPaid)
    const found = call
      .visible(call.world.all('project'))
      .filter(project => project.workspaceGid === workspace.gid && matches(call, project))
    return unpagedList(sortedBy(call, found, sortKeys).slice(0, 100))
  }),
]

const sortKeys: Readonly<Record<string, (project: Project) => number>> = {
  created_at: project => project.createdAtMs,
  modified_at: project => project.modifiedAtMs,
  due_date: project => (project.dueOn === null ? 0 : Date.parse(project.dueOn)),
}

/** The filters it knows; Asana ignores unknown parameters, and so does this. */
function matches(call: ApiCall, project: Project): boolean {
  const { world, query } = call
  const among = (name: string, actual: readonly string[]) => {
    const wanted = query.get(name)?.split(',').filter(Boolean)
    return wanted?.some(one => actual.includes(one === 'me' ? call.user.gid : one))
  }
  const text = query.get('text')?.toLowerCase()
  const portfolios = world.all('portfolio').filter(one => gidsIn(one, 'items').includes(project.gid))
  const day = (ms: number) => new Date(ms).toISOString()
  const filters: (boolean | undefined)[] = [
    text === undefined ? undefined : `${project.name}\n${project.notes}`.toLowerCase().includes(text),
    among('teams.any', [project.teamGid ?? '']),
    among('owner.any', [project.ownerGid ?? '']),
    among('members.any', project.memberGids),
    negated(among('members.not', project.memberGids)),
    among(
      'portfolios.any',
      portfolios.map(({ gid }) => gid),
    ),
    // No project of the sandbox is completed.
    query.has('completed') ? query.get('completed') !== 'true' : undefined,
    within(call, 'due_on', project.dueOn),
    within(call, 'start_on', project.startOn),
    within(call, 'created_on', day(project.createdAtMs).slice(0, 10)),
    within(call, 'created_at', day(project.createdAtMs)),
  ]
  return filters.every(filter => filter ?? true)
}

function negated(filter: boolean | undefined): boolean | undefined {
  return filter === undefined ? undefined : !filter
}

/** `due_on`, `due_on.before`, `due_on.after`: ISO 8601 sorts as text. */
function within({ query }: ApiCall, name: string, actual: string | null): boolean {
  const [on, before, after] = [query.get(name), query.get(`${name}.before`), query.get(`${name}.after`)]
  if (on !== null && on !== (actual ?? 'null')) return false
  if (before !== null && !(actual !== null && actual < before)) return false
  return after === null || (actual !== null && actual > after)
}
