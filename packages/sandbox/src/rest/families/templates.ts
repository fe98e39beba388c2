import type { Project, Team } from '../../state/entities.ts'
import { placeTask, tasksOfSection } from '../../state/membership.ts'
import { addProject } from '../../state/projects.ts'
import { gidIn, type Resource, textIn } from '../../state/resource.ts'
import { newTask } from '../../state/tasks.ts'
import { type ApiAnswer, list, unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdAt,
  createdBy,
  flag,
  htmlOf,
  ref,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource } from '../declare/writing.ts'
import { colors } from '../render/colors.ts'
import { htmlText } from '../render/html-text.ts'
import { firstSection } from '../routes/task-creation.ts'
import { startJob } from './jobs.ts'

export const projectTemplate: Declaration = {
  type: 'project_template',
  home: 'workspace',
  readScope: 'project_templates:read',
  compact: ['name'],
  optIn: ['html_description'],
  fields: {
    workspace: { initial: null },
    name: required(text()),
    description: text(),
    html_description: htmlOf('description'),
    public: flag(),
    owner: ref('user'),
    team: ref('team'),
    color: choice(colors, 'light-green'),
    requested_dates: computed(() => []),
    requested_roles: computed(() => []),
    /** The sections, each with the names of its tasks. */
    sections: { initial: [] },
  },
}

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

export const templateRoutes: readonly Route[] = [
  ...standardRoutes(projectTemplate, '/project_templates', {
    get: 'project_templates:read',
    delete: null,
    list: { scope: 'project_templates:read', optional: ['workspace', 'team'] },
  }),
  route('GET', '/teams/{team_gid}/project_templates', 'project_templates:read', call => {
    const { gid } = call.target('team')
    return list(call.world.all('project_template').filter(template => gidIn(template, 'team') === gid))
  }),
  route('POST', '/projects/{project_gid}/saveAsTemplate', undefined, saveAsTemplate),
  route(
    'POST',
    '/project_templates/{project_template_gid}/instantiateProject',
    'projects:write',
    instantiateProject,
  ),
  ...standardRoutes(taskTemplate, '/task_templates', { get: 'task_templates:read', delete: null }),
  route('GET', '/task_templates', 'task_templates:read', call => {
    const project = call.requiredFilter('project')
    return unpagedList(call.world.all('task_template').filter(one => one.homeGid === project.gid))
  }),
  route('POST', '/task_templates/{task_template_gid}/instantiateTask', undefined, instantiateTask),
]

function saveAsTemplate(call: ApiCall): ApiAnswer {
  const { world } = call
  const project = call.target('project')
  const input = call.input('name', 'team', 'workspace', 'public')
  const team = input.gid('team')
  const sections = project.sectionGids.map(gid => world.get('section', gid))
  const template = addResource(world, projectTemplate, call.user.gid, {
    name: input.requiredString('name'),
    description: project.notes,
    public: input.boolean('public') ?? false,
    owner: call.user.gid,
    workspace: project.workspaceGid,
    team: typeof team === 'string' ? call.named('team', 'team', team).gid : project.teamGid,
    color: project.color,
    sections: sections.map(section => ({
      name: section.name,
      tasks: tasksOfSection(world, section).map(task => task.name),
    })),
  })
  call.report(template, 'added', { parent: project })
  return startJob(call, 'save_as_template', project.workspaceGid, { new_project_template: template.gid })
}

const privacySettings = ['public_to_workspace', 'private_to_team', 'private'] as const

function instantiateProject(call: ApiCall): ApiAnswer {
  const template = call.target('project_template')
  const input = call.input(
    ...['name', 'team', 'public', 'privacy_setting', 'is_strict', 'requested_dates', 'requested_roles'],
  )
  const name = input.requiredString('name')
  const teamGid = input.gid('team') ?? gidIn(template, 'team')
  const team: Team | undefined = teamGid === undefined ? undefined : call.named('team', 'team', teamGid)
  const project = projectFrom(call, template, {
    name,
    privacySetting:
      input.oneOf('privacy_setting', privacySettings) ??
      (input.boolean('public') === true ? 'public_to_workspace' : 'private_to_team'),
    teamGid: team?.gid ?? null,
  })
  call.report(project, 'added')
  return startJob(call, 'instantiate_project', template.homeGid, { new_project: project.gid })
}

function projectFrom(
  call: ApiCall,
  template: Resource,
  changes: Pick<Project, 'name' | 'privacySetting' | 'teamGid'>,
) {
  const { world, user } = call
  const described = template.values['sections']
  const sections = (Array.isArray(described) ? described : []).filter(isRecord)
  const project = addProject(
    world,
    { ...changes, ownerGid: user.gid, workspaceGid: template.homeGid, templateGid: template.gid },
    sections.map(section => String(section['name'])),
  )
  for (const [index, { tasks }] of sections.entries()) {
    const section = world.get('section', project.sectionGids[index] ?? '')
    for (const name of Array.isArray(tasks) ? tasks : []) {
      placeTask(world, newTask(world, user, template.homeGid, String(name)), section)
    }
  }
  return project
}

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
