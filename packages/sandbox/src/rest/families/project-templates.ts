import type { Project, Team } from '../../state/entities.ts'
import { placeTask, tasksOfSection } from '../../state/membership.ts'
import { addProject } from '../../state/projects.ts'
import { gidIn, type Resource } from '../../state/resource.ts'
import { newTask } from '../../state/tasks.ts'
import { type ApiAnswer, list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, computed, flag, htmlOf, ref, required, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource } from '../declare/writing.ts'
import { colors } from '../render/colors.ts'
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

export const projectTemplateRoutes: readonly Route[] = [
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
