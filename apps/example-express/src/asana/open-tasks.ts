import type { Task, Workspace } from '@x/asana-auth-core'

/** What a page with tasks shows, whoever asked Asana for it. */
export interface MyWork {
  readonly workspaces: readonly Workspace[]
  /** The one whose tasks these are; undefined for who is in none. */
  readonly workspace: Workspace | undefined
  readonly tasks: readonly Task[]
  readonly hasMore: boolean
}

/** What to ask for: the open tasks of the user, as many as a page shows. */
export function openTasksIn(workspace: string) {
  return {
    assignee: 'me',
    workspace,
    completed_since: 'now',
    limit: 50,
    opt_fields: ['name', 'due_on', 'projects.name'],
  } as const
}

/** The first of the wanted workspaces that the user is in, or any. */
export function chooseWorkspace(
  workspaces: readonly Workspace[],
  ...wanted: readonly (string | undefined)[]
): Workspace | undefined {
  const found = wanted.map(gid => workspaces.find(workspace => workspace.gid === gid))
  return found.find(workspace => workspace !== undefined) ?? workspaces[0]
}

/** The most urgent first: dates compare as text, and what has none comes last. */
export function byDueDate(a: Task, b: Task): number {
  const [left, right] = [a.due_on ?? '~', b.due_on ?? '~']
  return left < right ? -1 : left > right ? 1 : 0
}
