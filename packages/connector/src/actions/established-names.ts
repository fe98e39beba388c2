/**
 * Names that are in use for connectors of this kind and differ from the rule's. The rule's name works
 * too, and means the same action.
 */
export const establishedNames: Readonly<Record<string, readonly [entity: string, action: string]>> = {
  searchTasksForWorkspace: ['workspace_task_search', 'list'],
  addTaskForSection: ['section_tasks', 'create'],
  addTagForTask: ['task_tags', 'create'],
  removeTagForTask: ['task_tags', 'delete'],
  addUserForWorkspace: ['workspace_memberships', 'create'],
}
