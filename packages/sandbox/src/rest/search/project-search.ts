import type { Project } from '../../state/entities.ts'
import { gidsIn } from '../../state/resource.ts'
import { unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { requirePaidFeatures, searchIsPaid } from '../core/paid-features.ts'
import { type Route, route } from '../core/route.ts'
import { dateFilter, equalFilter, momentFilter, passesAll, relationFilter, textFilter } from './filters.ts'
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

function matches(call: ApiCall, project: Project): boolean {
  const portfolios = call.world.all('portfolio').filter(one => gidsIn(one, 'items').includes(project.gid))
  return passesAll([
    textFilter(call, project.name, project.notes),
    // No project of the sandbox is completed.
    equalFilter(call, 'completed', false),
    relationFilter(call, 'teams', project.teamGid === null ? [] : [project.teamGid]),
    relationFilter(call, 'owner', project.ownerGid === null ? [] : [project.ownerGid]),
    relationFilter(call, 'members', project.memberGids),
    relationFilter(
      call,
      'portfolios',
      portfolios.map(({ gid }) => gid),
    ),
    dateFilter(call, 'due_on', project.dueOn),
    dateFilter(call, 'start_on', project.startOn),
    momentFilter(call, 'created', project.createdAtMs),
  ])
}
