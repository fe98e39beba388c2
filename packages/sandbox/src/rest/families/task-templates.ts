import { placeTask } from '../../state/membership.ts'
import { textIn } from '../../state/resource.ts'
import { newTask } from '../../state/tasks.ts'
import { type ApiAnswer, list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { computed, createdAt, createdBy, ref, required, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { htmlText } from '../render/html-text.ts'
import { firstSection } from '../routes/task-creation.ts'
import { startJob } from './jobs.ts'

export const taskTemplate: Declaration = {
  type: 'task_template',
  home: 'project',
  readScope: 'task_templates:read',
  compact: ['name'],
  fields: {
    name: required(text()),
    project: ref('project'),
    created_by: createdBy,
    created_at: createdAt,
    description: { initial: '' },
    template: computed(template => ({
      name: textIn(template, 'name'),
      task_resource_subtype: 'default_task',
      description: textIn(template, 'description'),
      html_description: htmlText(textIn(template, 'description')),
      memberships: [],
      relative_start_on: null,
      relative_due_on: null,
      due_time: null,
      dependencies: [],
      dependents: [],
      followers: [],
      attachments: [],
      subtasks: [],
      custom_fields: [],
    })),
  },
}

export const taskTemplateRoutes: readonly Route[] = [
  ...standardRoutes(taskTemplate, '/task_templates', { get: 'task_templates:read', delete: null }),
  route('GET', '/task_templates', 'task_templates:read', call => {
    const project = call.requiredFilter('project')
    return list(call.world.all('task_template').filter(one => one.homeGid === project.gid))
  }),
  route('POST', '/task_templates/{task_template_gid}/instantiateTask', undefined, instantiateTask),
]

function instantiateTask(call: ApiCall): ApiAnswer {
  const { world } = call
  const template = call.target('task_template')
  const project = world.get('project', template.homeGid)
  const name = call.input('name').string('name') ?? textIn(template, 'name')
  const task = newTask(world, call.user, project.workspaceGid, name)
  task.notes = textIn(template, 'description')
  placeTask(world, task, firstSection(call, project))
  call.report(task, 'added', { parent: project })
  return startJob(call, 'instantiate_task', project.workspaceGid, { new_task: task.gid })
}
