import type { Project, Team, Workspace } from '../../state/entities.ts'
import { projectsOf, tasksOfProject } from '../../state/membership.ts'
import { addProject, deleteProject } from '../../state/projects.ts'
import { created, empty, list, one, values } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'
import { projectChanges, writableProjectFields } from '../input/project-fields.ts'
import { optional } from './named.ts'
import { followersFrom } from './people.ts'

export const projectRoutes: readonly Route[] = [
  route('GET', '/projects', 'projects:read', call =>
    projectsIn(call, call.filter('workspace'), call.filter('team')),
  ),
  route('GET', '/workspaces/{workspace_gid}/projects', 'projects:read', call =>
    projectsIn(call, call.target('workspace'), undefined),
  ),
  route('GET', '/teams/{team_gid}/projects', 'projects:read', call =>
    projectsIn(call, undefined, call.target('team')),
  ),
  route('GET', '/tasks/{task_gid}/projects', 'projects:read', call =>
    list(call.visible(projectsOf(call.world, call.target('task')))),
  ),
  route('POST', '/projects', 'projects:write', call => created(createProject(call))),
  route('POST', '/workspaces/{workspace_gid}/projects', 'projects:write', call =>
    created(createProject(call, call.target('workspace'))),
  ),
  route('POST', '/teams/{team_gid}/projects', 'projects:write', call => {
    const team = call.target('team')
    return created(createProject(call, call.world.get('workspace', team.workspaceGid), team))
  }),
  route('GET', '/projects/{project_gid}', 'projects:read', call => one(call.target('project'))),
  route('PUT', '/projects/{project_gid}', 'projects:write', call => {
    const project = call.target('project')
    const input = call.input(...writableProjectFields, 'followers')
    const followerGids = input.has('followers') ? followersFrom(call, input) : project.followerGids
    Object.assign(project, projectChanges(call, input, project), {
      followerGids,
      modifiedAtMs: call.world.clock.now(),
    })
    for (const field of writableProjectFields) {
      if (input.has(field)) call.report(project, 'changed', { field })
    }
    return one(project)
  }),
  route('DELETE', '/projects/{project_gid}', 'projects:delete', call => {
    const project = call.target('project')
    call.report(project, 'deleted')
    deleteProject(call.world, project)
    return empty()
  }),
  // Asana leaves every count out unless opt_fields names it.
  route('GET', '/projects/{project_gid}/task_counts', 'projects:read', call =>
    values(taskCounts(call, call.target('project')), { onlyNamed: true }),
  ),
]

function projectsIn(call: ApiCall, workspace: Workspace | undefined, team: Team | undefined) {
  const archived = call.query.get('archived')
  return list(
    call
      .visible(call.world.all('project'))
      .filter(project => workspace === undefined || project.workspaceGid === workspace.gid)
      .filter(project => team === undefined || project.teamGid === team.gid)
      .filter(project => archived === null || String(project.archived) === archived),
  )
}

function createProject(call: ApiCall, workspace?: Workspace, team?: Team): Project {
  const input = call.input(...writableProjectFields, 'workspace', 'followers')
  const changes = projectChanges(call, input)
  const ofTeam = changes.teamGid ?? team?.gid
  const workspaceGid =
    workspace?.gid ??
    optional(input.gid('workspace'), gid => call.named('workspace', 'workspace', gid))?.gid ??
    (ofTeam === undefined ? undefined : call.world.get('team', ofTeam).workspaceGid)
  if (workspaceGid === undefined) throw missingInput('workspace')
  const followerGids = [call.user.gid, ...followersFrom(call, input)]
  const project = addProject(call.world, {
    ownerGid: call.user.gid,
    teamGid: ofTeam ?? null,
    ...changes,
    name: input.requiredString('name'),
    workspaceGid,
  })
  project.memberGids = [...new Set([...project.memberGids, call.user.gid])]
  project.followerGids = [...new Set(followerGids)]
  call.report(project, 'added')
  return project
}

function taskCounts(call: ApiCall, project: Project): Record<string, number> {
  const tasks = tasksOfProject(call.world, project)
  const milestones = tasks.filter(task => task.resourceSubtype === 'milestone')
  const count = (all: typeof tasks) => {
    const completed = all.filter(task => task.completed).length
    return [all.length, completed, all.length - completed] as const
  }
  const [num_tasks, num_completed_tasks, num_incomplete_tasks] = count(tasks)
  const [num_milestones, num_completed_milestones, num_incomplete_milestones] = count(milestones)
  return {
    num_tasks,
    num_completed_tasks,
    num_incomplete_tasks,
    num_milestones,
    num_completed_milestones,
    num_incomplete_milestones,
  }
}
