import type { AsanaConnector } from '@x/asana-connector'
import { byDueDate, chooseWorkspace, type MyWork, openTasksIn } from '../asana/open-tasks.ts'

/** A person waits for the page. The hosted server has patience of its own, which may be longer. */
export const hostedPatience = { timeoutMs: 10_000 } as const

/** What the hosted page shows from Asana. */
export interface HostedWork extends MyWork {
  readonly who: { readonly name: string | undefined; readonly email: string | undefined }
}

/** The same as `loadMyWork`, by entity and action. */
export async function loadHostedWork(
  connector: AsanaConnector,
  wanted: string | undefined,
): Promise<HostedWork> {
  const { data: me } = await connector.users.get(
    { user_gid: 'me', opt_fields: ['name', 'email', 'workspaces.name'] },
    hostedPatience,
  )
  const who = { name: me.name, email: me.email }
  const workspaces = me.workspaces ?? []
  const workspace = chooseWorkspace(workspaces, wanted)
  if (!workspace) return { who, workspaces, workspace, tasks: [], hasMore: false }
  const { data, meta } = await connector.tasks.list(openTasksIn(workspace.gid), hostedPatience)
  return { who, workspaces, workspace, tasks: [...data].sort(byDueDate), hasMore: meta.nextPage !== null }
}
