import type { AsanaSession } from '@x/asana-auth-core'
import { byDueDate, chooseWorkspace, type MyWork, openTasksIn } from './open-tasks.ts'
import { patience } from './patience.ts'

/**
 * The open tasks assigned to the user.
 * @param wanted the workspace that the user picked; another one is taken when it is gone
 */
export async function loadMyWork(
  { asana, settings }: AsanaSession,
  wanted: string | undefined,
): Promise<MyWork> {
  const { data: workspaces } = await asana.getWorkspaces({ limit: 100, opt_fields: ['name'], ...patience })
  const workspace = chooseWorkspace(workspaces, wanted, settings.workspaceGid)
  if (!workspace) return { workspaces, workspace, tasks: [], hasMore: false }
  const { data, nextPage } = await asana.getTasks({ ...openTasksIn(workspace.gid), ...patience })
  return { workspaces, workspace, tasks: [...data].sort(byDueDate), hasMore: nextPage !== null }
}
