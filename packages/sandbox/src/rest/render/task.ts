import type { Task } from '../../state/entities.ts'
import { membershipsOf } from '../../state/membership.ts'
import { inside, numberIn } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { canSee } from '../core/visibility.ts'
import { customFieldValues } from './custom-field-value.ts'
import { htmlText } from './html-text.ts'
import { Link, linksTo, linkTo } from './link.ts'
import { isoTime, type RenderContext, type Representation } from './representation.ts'

const likes = (task: Task, { world }: RenderContext) =>
  task.liked.map(gid => ({ gid: `${gid}`, user: new Link(world.get('user', gid)) }))

/** A project that the viewer may not see is not shown by its tasks either. */
function visibleMemberships(task: Task, { world, viewerGid }: RenderContext) {
  return membershipsOf(world, task).filter(({ project }) => canSee(world, viewerGid, project))
}

/** Null where nothing was entered. */
function minutesEntered(world: World, task: Task): number | null {
  const entries = inside(world, 'time_tracking_entry', task)
  return entries.length === 0
    ? null
    : entries.reduce((sum, one) => sum + numberIn(one, 'duration_minutes'), 0)
}

export const taskRepresentation: Representation<Task> = {
  compact: ['name', 'resource_subtype'],
  optIn: [
    'assigned_by',
    'created_by',
    'dependencies',
    'dependents',
    'external',
    'html_notes',
    'is_rendered_as_separator',
    'num_subtasks',
  ],
  fields: {
    name: task => task.name,
    resource_subtype: task => task.resourceSubtype,
    approval_status: task =>
      task.resourceSubtype === 'approval' ? (task.approvalStatus ?? 'pending') : undefined,
    actual_time_minutes: (task, { world }) => minutesEntered(world, task),
    assignee: (task, { world }) => linkTo(world.find('user', task.assigneeGid)),
    assignee_section: (task, { world, viewerGid }) =>
      task.assigneeGid === viewerGid ? linkTo(world.find('section', task.assigneeSectionGid)) : undefined,
    assigned_by: (task, { world }) => linkTo(world.find('user', task.assignedByGid)),
    assignee_status: task => task.assigneeStatus,
    completed: task => task.completed,
    completed_at: task => isoTime(task.completedAtMs),
    completed_by: (task, { world }) => linkTo(world.find('user', task.completedByGid)),
    created_at: task => isoTime(task.createdAtMs),
    created_by: (task, { world }) => linkTo(world.find('user', task.createdByGid)),
    custom_fields: customFieldValues,
    custom_type: (task, { world }) => linkTo(world.find('custom_type', task.customTypeGid)),
    custom_type_status_option: (task, { world }) =>
      linkTo(world.find('custom_type_status_option', task.customStatusGid)),
    dependencies: (task, { world }) => linksTo(task.dependencyGids.map(gid => world.get('task', gid))),
    dependents: (task, { world }) =>
      linksTo(world.all('task').filter(other => other.dependencyGids.includes(task.gid))),
    due_at: task => task.dueAt,
    due_on: task => task.dueOn,
    external: task => task.external && { ...task.external },
    followers: (task, { world }) => linksTo(task.followerGids.map(gid => world.get('user', gid))),
    hearted: (task, { viewerGid }) => task.liked.includes(viewerGid),
    hearts: likes,
    html_notes: task => htmlText(task.notes),
    is_rendered_as_separator: () => false,
    liked: (task, { viewerGid }) => task.liked.includes(viewerGid),
    likes,
    memberships: (task, context) =>
      visibleMemberships(task, context).map(({ project, section }) => ({
        project: new Link(project),
        section: new Link(section),
      })),
    modified_at: task => isoTime(task.modifiedAtMs),
    notes: task => task.notes,
    num_hearts: task => task.liked.length,
    num_likes: task => task.liked.length,
    num_subtasks: task => task.subtaskGids.length,
    parent: (task, { world }) => linkTo(world.find('task', task.parentGid)),
    permalink_url: (task, context) =>
      `${context.url}/0/${visibleMemberships(task, context)[0]?.project.gid ?? 0}/${task.gid}`,
    projects: (task, context) => linksTo(visibleMemberships(task, context).map(({ project }) => project)),
    start_at: task => task.startAt,
    start_on: task => task.startOn,
    tags: (task, { world }) => linksTo(task.tagGids.map(gid => world.get('tag', gid))),
    workspace: (task, { world }) => linkTo(world.find('workspace', task.workspaceGid)),
  },
}
