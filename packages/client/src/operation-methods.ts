import type { AsanaList } from './list.ts'
import type { CallOptions, FieldOptions, PageParams } from './request/call-options.ts'
import type { CreateTaskData, Task, User, Workspace } from './resources.ts'

/** Query parameters and call options, which share one object. */
export type Options = FieldOptions & CallOptions

/** Which tasks: one of a project, a section, or an assignee together with a workspace. */
export interface GetTasksParams extends PageParams {
  readonly project?: string | undefined
  readonly section?: string | undefined
  /** A user's gid, email address or `me`; needs `workspace` too. */
  readonly assignee?: string | undefined
  readonly workspace?: string | undefined
  /** Only tasks that are open, or were completed since then; `now` for open ones alone. */
  readonly completed_since?: Date | string | undefined
  readonly modified_since?: Date | string | undefined
}

/**
 * The typed operations, named and ordered as Asana does: path parameters, then `data`, then options.
 * Each throws what `AsanaClient.request` throws.
 */
export interface OperationMethods {
  /** One user: by gid, email address or `me` (Asana docs: Get a user). */
  getUser(user_gid: string, options?: Options): Promise<User>
  /** The workspaces that the user's token reaches (Asana docs: Get multiple workspaces). */
  getWorkspaces(params?: PageParams & Options, options?: CallOptions): AsanaList<Workspace>
  /** The tasks that match (Asana docs: Get multiple tasks). */
  getTasks(params: GetTasksParams & Options, options?: CallOptions): AsanaList<Task>
  /** A new task; it needs a workspace, a project or a parent (Asana docs: Create a task). */
  createTask(data: CreateTaskData, options?: Options): Promise<Task>
}
