import type { Resource } from '../state/resource.ts'
import type { World } from '../state/world.ts'
import type { Declaration } from './declare/declaration.ts'
import { addResource } from './declare/writing.ts'
import { customType, customTypeStatusOption, reaction, ruleTrigger } from './families/automation.ts'
import { agent } from './families/roles.ts'
import { taskTemplate } from './families/task-templates.ts'
import { addTimePeriods } from './families/time-periods.ts'

/** One of each that only Asana's own pages can make: what the API can read and use, and not create. */
export function addSampleResources(world: World): void {
  const [workspace] = world.all('workspace')
  const [ada, ben] = world.all('user')
  const [project] = world.all('project')
  if (workspace === undefined || ada === undefined || ben === undefined || project === undefined) return
  const add = (declaration: Declaration, values: Resource['values']) =>
    addResource(world, declaration, ada.gid, values)

  ada.favoriteGids = [project.gid]
  addTimePeriods(world, workspace.gid, ada.gid)
  add(agent, { workspace: workspace.gid, name: 'Triage teammate', description: 'Sorts what comes in' })
  add(taskTemplate, { project: project.gid, name: 'Page', description: 'What every page needs' })
  add(ruleTrigger, { project: project.gid })
  const type = add(customType, { project: project.gid, name: 'Request' })
  const options = ['Received', 'Answered'].map(name =>
    add(customTypeStatusOption, {
      custom_type: type.gid,
      name,
      completion_state: name === 'Answered' ? 'complete' : 'incomplete',
    }),
  )
  type.values = { ...type.values, status_options: options.map(({ gid }) => gid), members: [ada.gid] }
  const [comment] = world.all('story')
  if (comment !== undefined) add(reaction, { target: comment.gid, emoji: '👍', user: ben.gid })
}
