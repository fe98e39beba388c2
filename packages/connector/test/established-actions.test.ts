import { describe, expect, it } from 'vitest'
import { AsanaConnector } from '../src/index.ts'
import { connectorScene } from './scene.ts'

/** The names that connectors of this kind have always had, with what each takes. */
const established: Readonly<Record<string, readonly string[]>> = {
  'tasks.list': [
    'limit',
    'offset',
    'project',
    'workspace',
    'section',
    'assignee',
    'completed_since',
    'modified_since',
  ],
  'tasks.get': ['task_gid'],
  'tasks.create': ['data'],
  'tasks.update': ['task_gid', 'data'],
  'tasks.delete': ['task_gid'],
  'project_tasks.list': ['project_gid', 'limit', 'offset', 'completed_since'],
  'workspace_task_search.list': [
    ...[
      'workspace_gid',
      'limit',
      'text',
      'completed',
      'assignee_any',
      'projects_any',
      'sections_any',
      'teams_any',
    ],
    ...['followers_any', 'created_at_after', 'created_at_before', 'modified_at_after', 'modified_at_before'],
    ...['due_on_after', 'due_on_before', 'resource_subtype', 'sort_by', 'sort_ascending'],
  ],
  'projects.list': ['limit', 'offset', 'workspace', 'team', 'archived'],
  'projects.get': ['project_gid'],
  'projects.create': ['data'],
  'projects.update': ['project_gid', 'data'],
  'projects.delete': ['project_gid'],
  'task_projects.list': ['task_gid', 'limit', 'offset'],
  'team_projects.list': ['team_gid', 'limit', 'offset', 'archived'],
  'workspace_projects.list': ['workspace_gid', 'limit', 'offset', 'archived'],
  'workspaces.list': ['limit', 'offset'],
  'workspaces.get': ['workspace_gid'],
  'users.list': ['limit', 'offset', 'workspace', 'team'],
  'users.get': ['user_gid'],
  'workspace_users.list': ['workspace_gid', 'limit', 'offset'],
  'team_users.list': ['team_gid', 'limit', 'offset'],
  'teams.get': ['team_gid'],
  'workspace_teams.list': ['workspace_gid', 'limit', 'offset'],
  'user_teams.list': ['user_gid', 'organization', 'limit', 'offset'],
  'attachments.list': ['parent', 'limit', 'offset'],
  'attachments.get': ['attachment_gid'],
  'attachments.download': ['attachment_gid', 'range_header'],
  'workspace_tags.list': ['workspace_gid', 'limit', 'offset'],
  'workspace_tags.create': ['workspace_gid', 'data'],
  'tags.get': ['tag_gid'],
  'tags.update': ['tag_gid', 'data'],
  'tags.delete': ['tag_gid'],
  'tag_tasks.list': ['tag_gid', 'limit', 'offset'],
  'project_sections.list': ['project_gid', 'limit', 'offset'],
  'project_sections.create': ['project_gid', 'data'],
  'sections.get': ['section_gid'],
  'sections.update': ['section_gid', 'data'],
  'sections.delete': ['section_gid'],
  'section_tasks.list': ['section_gid', 'limit', 'offset', 'completed_since'],
  'section_tasks.create': ['section_gid', 'data'],
  'task_subtasks.list': ['task_gid', 'limit', 'offset'],
  'task_dependencies.list': ['task_gid', 'limit', 'offset'],
  'task_dependents.list': ['task_gid', 'limit', 'offset'],
  'task_stories.create': ['task_gid', 'data'],
  'task_tags.create': ['task_gid', 'data'],
  'task_tags.delete': ['task_gid', 'data'],
  'workspace_memberships.create': ['workspace_gid', 'data'],
}

const connector = new AsanaConnector({ authConfig: { token: 'unused' }, manager: { environment: {} } })

describe('the established names', () => {
  it('are 47 actions of 27 entities', () => {
    expect(Object.keys(established)).toHaveLength(47)
    expect(new Set(Object.keys(established).map(id => id.split('.')[0])).size).toBe(27)
  })

  it.each(Object.entries(established))('%s takes %j, and opt_fields', (id, names) => {
    const [entity = '', action = ''] = id.split('.')
    const described = connector.entitySchema(entity).actions.find(one => one.action === action)
    const offered = Object.keys(described?.parameters.properties ?? {})
    const wanted = id === 'attachments.download' ? names : [...names, 'opt_fields']
    expect(offered).toEqual(expect.arrayContaining([...wanted]))
  })
})

describe('called on Asana', () => {
  it('each of them answers', async () => {
    const scene = await connectorScene({ premium: true })
    const called = new Set<string>()
    const call = async (id: string, params: Record<string, unknown> = {}) => {
      called.add(id)
      const [entity = '', action = ''] = id.split('.')
      return scene.connector.execute<Record<string, string> & Record<string, string>[]>(
        entity,
        action,
        params,
      )
    }
    const first = async (id: string, params: Record<string, unknown>) =>
      (await call(id, params)).data[0]?.['gid'] ?? ''
    const made = async (id: string, params: Record<string, unknown>) =>
      (await call(id, params)).data['gid'] ?? ''

    const workspace = await first('workspaces.list', { limit: 5 })
    const { data: me } = await call('users.get', { user_gid: 'me' })
    const team = await first('workspace_teams.list', { workspace_gid: workspace })
    const project = await made('projects.create', { data: { name: 'Launch', workspace, team } })
    const section = await made('project_sections.create', { project_gid: project, data: { name: 'Now' } })
    const task = await made('tasks.create', { data: { name: 'Write', projects: [project], workspace } })
    const tag = await made('workspace_tags.create', { workspace_gid: workspace, data: { name: 'urgent' } })
    const attachment = await scene.connector.attachments.create({
      parent: task,
      name: 'a.txt',
      file: new Blob(['content']),
    })
    const attachment_gid = attachment.data.gid

    await call('section_tasks.create', { section_gid: section, data: { task } })
    await call('task_stories.create', { task_gid: task, data: { text: 'Hello' } })
    await call('task_tags.create', { task_gid: task, data: { tag } })
    await call('workspace_memberships.create', {
      workspace_gid: workspace,
      data: { user: 'new@example.com' },
    })
    await call('workspaces.get', { workspace_gid: workspace })
    await call('users.list', { workspace, limit: 2 })
    await call('workspace_users.list', { workspace_gid: workspace, limit: 1 })
    await call('team_users.list', { team_gid: team, limit: 1 })
    await call('teams.get', { team_gid: team })
    await call('user_teams.list', { user_gid: String(me['gid']), organization: workspace })
    await call('projects.list', { workspace, archived: false })
    await call('projects.get', { project_gid: project })
    await call('projects.update', { project_gid: project, data: { notes: 'Soon' } })
    await call('team_projects.list', { team_gid: team })
    await call('workspace_projects.list', { workspace_gid: workspace })
    await call('project_sections.list', { project_gid: project })
    await call('sections.get', { section_gid: section })
    await call('sections.update', { section_gid: section, data: { name: 'Later' } })
    await call('section_tasks.list', { section_gid: section })
    await call('project_tasks.list', { project_gid: project })
    await call('tasks.list', { project })
    await call('tasks.get', { task_gid: task })
    await call('tasks.update', { task_gid: task, data: { completed: true } })
    await call('task_projects.list', { task_gid: task })
    await call('task_subtasks.list', { task_gid: task })
    await call('task_dependencies.list', { task_gid: task })
    await call('task_dependents.list', { task_gid: task })
    await call('workspace_task_search.list', { workspace_gid: workspace, text: 'Write', assignee_any: 'me' })
    await call('workspace_tags.list', { workspace_gid: workspace })
    await call('tags.get', { tag_gid: tag })
    await call('tags.update', { tag_gid: tag, data: { name: 'soon' } })
    await call('tag_tasks.list', { tag_gid: tag })
    await call('attachments.list', { parent: task })
    await call('attachments.get', { attachment_gid })
    const { data: file } = await call('attachments.download', { attachment_gid, range_header: 'bytes=0-3' })
    expect(await new Response((file as unknown as { stream: ReadableStream }).stream).text()).toBe('cont')
    await call('task_tags.delete', { task_gid: task, data: { tag } })
    await call('tags.delete', { tag_gid: tag })
    await call('tasks.delete', { task_gid: task })
    await call('sections.delete', { section_gid: section })
    await call('projects.delete', { project_gid: project })

    expect([...called].sort()).toEqual(Object.keys(established).sort())
  })
})
