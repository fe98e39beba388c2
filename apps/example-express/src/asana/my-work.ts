import type { AsanaSession, Task, Workspace } from '@x/asana-auth-core'
import { patience } from './patience.ts'

/** What the main page shows from Asana. */
export interface MyWork {
  readonly workspaces: readonly Workspace[]
  /** The one whose tasks these are; undefined for who is in none. */
  readonly workspace: Workspace | undefined
  readonly tasks: readonly Task[]
  readonly hasMore: boolean
}

const PAGE = 50

/**
 * The open tasks assigned to the user, the most urgent first.
 * @param wanted the workspace that the user picked; another one is taken when it is gone
 */
export async function loadMyWork(
  { asana, settings }: AsanaSession,
  wanted: string | undefined,
): Promise<MyWork> {
  const { data: workspaces } = await asana.getWorkspaces({ limit: 100, opt_fields: ['name'], ...patience })
  const named = (gid: string | undefined) => workspaces.find(workspace => workspace.gid === gid)
  const workspace = named(wanted) ?? named(settings.workspaceGid) ?? workspaces[0]
  if (!workspace) return { workspaces, workspace, tasks: [], hasMore: false }
  const { data, nextPage } = await asana.getTasks({
    assignee: 'me',
    workspace: workspace.gid,
    completed_since: 'now',
    limit: PAGE,
    opt_fields: ['name', 'due_on', 'projects.name'],
    ...patience,
  })
  return { workspaces, workspace, tasks: [...data].sort(byDueDate), hasMore: nextPage !== null }
}

/** Dates compare as text; what has none comes last. */
function byDueDate(a: Task, b: Task): number {
  const [left, right] = [a.due_on ?? '~', b.due_on ?? '~']
  return left < right ? -1 : left > right ? 1 : 0
}
