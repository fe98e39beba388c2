import { copyProject, copyTask, taskParts } from '../../state/copying.ts'
import { gidsIn } from '../../state/resource.ts'
import type { ApiAnswer } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { addResource } from '../declare/writing.ts'
import { includedIn } from '../input/included.ts'
import { copySettings } from './custom-field-settings.ts'
import { startJob } from './jobs.ts'
import { portfolio } from './portfolios.ts'

const projectParts = [
  ...['allocations', 'forms', 'members', 'notes', 'permissions', 'task_templates', 'task_type_default'],
  ...taskParts.map(part => `task_${part}`),
]

export const duplicateRoutes: readonly Route[] = [
  route('POST', '/tasks/{task_gid}/duplicate', 'tasks:write', call => {
    const task = call.target('task')
    const input = call.input('name', 'include')
    const parts = new Set(includedIn(input, taskParts))
    const copy = copyTask(call.world, task, call.user, input.string('name') ?? task.name, parts)
    call.report(copy, 'added')
    return startJob(call, 'duplicate_task', task.workspaceGid, { new_task: copy.gid })
  }),
  route('POST', '/projects/{project_gid}/duplicate', 'projects:write', duplicateProject),
  route('POST', '/portfolios/{portfolio_gid}/duplicate', 'portfolios:write', duplicatePortfolio),
]

function duplicateProject(call: ApiCall): ApiAnswer {
  const project = call.target('project')
  const input = call.input('name', 'team', 'include', 'schedule_dates')
  const name = input.requiredString('name')
  const include = includedIn(input, projectParts)
  const ofTasks = taskParts.filter(part => include.includes(`task_${part}`))
  const copy = copyProject(
    call.world,
    project,
    call.user,
    {
      name,
      notes: include.includes('notes') ? project.notes : '',
      memberGids: include.includes('members')
        ? [...new Set([...project.memberGids, call.user.gid])]
        : [call.user.gid],
    },
    new Set(ofTasks),
  )
  copySettings(call, project, copy)
  call.report(copy, 'added')
  return startJob(call, 'duplicate_project', project.workspaceGid, { new_project: copy.gid })
}

const portfolioParts = [
  ...['description', 'members', 'permissions', 'templates', 'rules'],
  ...['child_projects', 'child_portfolios'],
]

/** Without `child_…` the copy is empty. The custom fields always come along. */
function duplicatePortfolio(call: ApiCall): ApiAnswer {
  const { world, user } = call
  const original = call.target('portfolio')
  const input = call.input('name', 'include')
  const name = input.requiredString('name')
  const include = includedIn(input, portfolioParts)
  const items = gidsIn(original, 'items').flatMap(gid => {
    const project = world.find('project', gid)
    if (project === undefined) return include.includes('child_portfolios') ? [gid] : []
    if (!include.includes('child_projects')) return []
    const copied = copyProject(world, project, user, { name: project.name }, new Set())
    copySettings(call, project, copied)
    return [copied.gid]
  })
  const members = include.includes('members') ? gidsIn(original, 'members') : [user.gid]
  const copy = addResource(world, portfolio, user.gid, {
    ...original.values,
    ...{ name, owner: user.gid, members, items },
  })
  copySettings(call, original, copy)
  return startJob(call, 'duplicate_portfolio', original.homeGid, { new_portfolio: copy.gid })
}
