import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidNamed, gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization({ jobDurationMs: 5_000 })
})
afterEach(() => org[Symbol.asyncDispose]())

/** Starts a job and waits for it, in sandbox time. */
async function finished(path: string, data: Record<string, unknown>) {
  const started = await org.api('POST', path, data)
  expect(started.status).toBe(201)
  org.sandbox.clock.advance(5_000)
  const { record } = await org.api('GET', `/jobs/${gidOf(started.record)}`)
  expect(record).toMatchObject({ status: 'succeeded' })
  return record
}

test('a job is not started, in progress, and done when its time has come', async () => {
  const started = await org.api('POST', `/tasks/${org.task}/duplicate`, { name: 'Copy' })
  expect(started.record).toMatchObject({
    ...{ resource_type: 'job', resource_subtype: 'duplicate_task', status: 'not_started' },
    new_task: { name: 'Copy' },
  })
  expect(started.record).not.toHaveProperty('new_project')
  const poll = async () => (await org.api('GET', `/jobs/${gidOf(started.record)}`)).record['status']
  expect(await poll()).toBe('in_progress')
  org.sandbox.clock.advance(5_000)
  expect(await poll()).toBe('succeeded')
})

test('a job that takes no time is done when it is first asked for', async () => {
  await using quick = await startOrganization()
  const started = await quick.api('POST', `/tasks/${quick.task}/duplicate`, {})
  expect((await quick.api('GET', `/jobs/${gidOf(started.record)}`)).record).toMatchObject({
    status: 'succeeded',
  })
})

describe('a copy', () => {
  test('of a task takes along what it is told to', async () => {
    const include = 'assignee,subtasks,dates'
    const { new_task: copy } = await finished(`/tasks/${org.task}/duplicate`, { name: 'Copy', include })
    const { record } = await org.api('GET', `/tasks/${gidOf(copy as Record<string, unknown>)}`)
    expect(record).toMatchObject({ name: 'Copy', assignee: { name: 'Ada Sample' }, projects: [] })
    expect(record['due_on']).not.toBeNull()
    const subtasks = (await org.api('GET', `/tasks/${gidOf(record)}/subtasks`)).records
    expect(namesOf(subtasks)).toEqual(['Draft the headline', 'Ask for a review'])
  })

  test('of a project has its sections and tasks', async () => {
    const { new_project: copy } = await finished(`/projects/${org.project}/duplicate`, { name: 'Again' })
    const path = `/projects/${gidOf(copy as Record<string, unknown>)}`
    const sections = (await org.api('GET', `${path}/sections`)).records
    expect(namesOf(sections)).toEqual(['To do', 'In progress', 'Done'])
    const tasks = (await org.api('GET', `${path}/tasks?opt_fields=name,assignee`)).records
    expect(tasks).toHaveLength(7)
    expect(tasks[0]).toMatchObject({ name: 'Write the landing page', assignee: null })
  })

  test('of a project keeps its custom fields', async () => {
    const field = { name: 'Note', resource_subtype: 'text', workspace: org.workspace }
    await org.api('POST', `/projects/${org.project}/addCustomFieldSetting`, { custom_field: field })
    await org.api('POST', `/projects/${org.project}/duplicate`, { name: 'Copy' })
    const copy = await gidNamed(org.api, '/projects', 'Copy')
    expect((await org.api('GET', `/projects/${copy}/custom_field_settings`)).records).toHaveLength(1)
  })

  test('of a portfolio is empty, unless its projects are copied too', async () => {
    const portfolio = await org.create('/portfolios', { name: 'P', workspace: org.workspace })
    await org.api('POST', `/portfolios/${portfolio}/addItem`, { item: org.project })
    const itemsOf = async (include: string) => {
      const { new_portfolio: copy } = await finished(`/portfolios/${portfolio}/duplicate`, {
        ...{ name: 'Copy', include },
      })
      return (await org.api('GET', `/portfolios/${gidOf(copy as Record<string, unknown>)}/items`)).records
    }
    expect(await itemsOf('members')).toEqual([])
    const [item] = await itemsOf('child_projects')
    expect(item).toMatchObject({ name: 'Website launch' })
    expect(gidOf(item)).not.toBe(org.project)
  })

  test.each(['tasks', 'projects'])('of %s with unknown parts is refused', async kind => {
    const gid = kind === 'tasks' ? org.task : org.project
    const refused = await org.api('POST', `/${kind}/${gid}/duplicate`, { name: 'x', include: 'soul' })
    expect(refused).toMatchObject({ status: 400, message: 'include: Not a valid value: soul' })
  })
})

describe('templates', () => {
  test('a project is saved as one, and made from it', async () => {
    const saved = await finished(`/projects/${org.project}/saveAsTemplate`, { name: 'Launch', public: true })
    const template = gidOf(saved['new_project_template'] as Record<string, unknown>)
    expect((await org.api('GET', `/project_templates/${template}`)).record).toMatchObject({
      ...{ name: 'Launch', public: true, team: { gid: org.team }, requested_dates: [] },
    })
    for (const query of [`workspace=${org.workspace}`, `team=${org.team}`]) {
      expect(namesOf((await org.api('GET', `/project_templates?${query}`)).records)).toEqual(['Launch'])
    }
    expect((await org.api('GET', `/teams/${org.team}/project_templates`)).records).toHaveLength(1)

    const path = `/project_templates/${template}`
    const { new_project: made } = await finished(`${path}/instantiateProject`, { name: 'New launch' })
    const project = `/projects/${gidOf(made as Record<string, unknown>)}`
    expect((await org.api('GET', `${project}/tasks`)).records).toHaveLength(7)
    const shown = await org.api('GET', `${project}?opt_fields=created_from_template.name`)
    expect(shown.record).toMatchObject({ created_from_template: { name: 'Launch' } })
    await org.api('DELETE', path)
    expect((await org.api('GET', path)).status).toBe(404)
  })

  test('a task is made from one', async () => {
    const template = await gidNamed(org.api, `/task_templates?project=${org.project}`, 'Page')
    const path = `/task_templates/${template}`
    expect((await org.api('GET', path)).record).toMatchObject({
      template: { name: 'Page', task_resource_subtype: 'default_task' },
    })
    const { new_task: made } = await finished(`${path}/instantiateTask`, { name: 'About page' })
    expect((await org.api('GET', `/tasks/${gidOf(made as Record<string, unknown>)}`)).record).toMatchObject({
      ...{ name: 'About page', notes: 'What every page needs', projects: [{ gid: org.project }] },
    })
  })

  test.each([
    ['saveAsTemplate', {}],
    ['duplicate', {}],
  ])('%s needs a name', async (action, data) => {
    expect(await org.api('POST', `/projects/${org.project}/${action}`, data)).toMatchObject({
      ...{ status: 400, message: 'name: Missing input' },
    })
  })
})

describe('exports', () => {
  const linesOf = async (url: unknown) => {
    const response = await fetch(String(url))
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString('utf8')
    const lines = text.trimEnd().split('\n')
    return lines.map(line => JSON.parse(line) as Record<string, unknown>)
  }

  test('of an organization go from pending to a file', async () => {
    const started = await org.api('POST', '/organization_exports', { organization: org.workspace })
    expect(started.record).toMatchObject({ state: 'pending', download_url: null })
    const poll = async () => (await org.api('GET', `/organization_exports/${gidOf(started.record)}`)).record
    expect(await poll()).toMatchObject({ state: 'started', download_url: null })
    org.sandbox.clock.advance(5_000)
    const done = await poll()
    expect(done).toMatchObject({ state: 'finished', organization: { gid: org.workspace } })
    const lines = await linesOf(done['download_url'])
    expect(lines).toContainEqual({ gid: org.project, resource_type: 'project', name: 'Website launch' })
  })

  test('of a project or of a kind of resource are jobs', async () => {
    const graph = await finished('/exports/graph', { parent: org.project })
    const file = graph['new_graph_export'] as Record<string, unknown>
    expect((await linesOf(file['download_url'])).map(line => line['resource_type'])).toEqual([
      ...['project', ...Array.from({ length: 7 }, () => 'task')],
    ])
    const resources = await finished('/exports/resource', {
      ...{ workspace: org.workspace, export_request_parameters: [{ resource_type: 'team' }] },
    })
    const other = resources['new_resource_export'] as Record<string, unknown>
    expect(namesOf(await linesOf(other['download_url']))).toEqual(['Product'])
  })

  test.each([
    ['/exports/graph', {}, 'parent: Missing input'],
    ['/exports/graph', { parent: '12' }, 'parent: Unknown object: 12'],
    ['/exports/resource', { workspace: 'w' }, 'export_request_parameters: Missing input'],
    ['/organization_exports', {}, 'organization: Missing input'],
  ])('POST %s %j is refused', async (path, data: Record<string, unknown>, message) => {
    const sent = data['workspace'] === 'w' ? { workspace: org.workspace } : data
    expect(await org.api('POST', path, sent)).toMatchObject({ status: 400, message })
  })
})
