import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let workspace: string
let project: string
beforeEach(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  workspace = sandbox.workspaces[0]?.gid ?? ''
  project = await gidNamed(api, '/projects', 'Website launch')
})
afterEach(() => sandbox.close())

const newTask = async (data: Record<string, unknown> = {}) =>
  gidOf((await api('POST', '/tasks', { name: 'New', workspace, ...data })).record)
const names = (records: Record<string, unknown>[]) => records.map(record => record['name'])

describe('creating', () => {
  test('answers 201, the full record and where it is', async () => {
    const { status, headers, record } = await api('POST', '/tasks', { name: 'New', workspace })
    expect(status).toBe(201)
    expect(headers.get('location')).toBe(`${sandbox.endpoints.baseUrl}/tasks/${gidOf(record)}`)
    expect(record).toMatchObject({
      resource_type: 'task',
      resource_subtype: 'default_task',
      name: 'New',
      completed: false,
      completed_at: null,
      assignee: null,
      due_on: null,
      notes: '',
      projects: [],
      tags: [],
      followers: [{ name: 'Ada Sample', resource_type: 'user' }],
      workspace: { gid: workspace, name: 'Sample Organization', resource_type: 'workspace' },
    })
    for (const optIn of ['created_by', 'dependencies', 'num_subtasks', 'html_notes', 'external']) {
      expect(record).not.toHaveProperty(optIn)
    }
  })

  test('in a project puts it in its first section', async () => {
    const { record } = await api('POST', '/tasks', { name: 'New', projects: [project] })
    expect(record).toMatchObject({
      memberships: [{ project: { gid: project, name: 'Website launch' }, section: { name: 'To do' } }],
    })
  })

  test('in a section, by memberships', async () => {
    const section = await gidNamed(api, `/projects/${project}/sections`, 'Done')
    const { record } = await api('POST', '/tasks', { name: 'New', memberships: [{ project, section }] })
    expect(record).toMatchObject({ memberships: [{ section: { gid: section } }] })
  })

  test('assigns by me, gid and e-mail address, and the assignee follows', async () => {
    for (const assignee of ['me', 'ben@example.com', sandbox.users[1]?.gid]) {
      const { record } = await api('POST', '/tasks', { name: 'New', workspace, assignee })
      const name = assignee === 'me' ? 'Ada Sample' : 'Ben Sample'
      expect(record).toMatchObject({ assignee: { name } })
      expect(names(record['followers'] as Record<string, unknown>[])).toContain(name)
    }
  })

  test('a subtask', async () => {
    const parent = await newTask()
    const { status, record } = await api('POST', `/tasks/${parent}/subtasks`, { name: 'Part' })
    expect([status, record['parent']]).toMatchObject([201, { gid: parent }])
    expect(names((await api('GET', `/tasks/${parent}/subtasks`)).records)).toEqual(['Part'])
  })

  test('from a form', async () => {
    const response = await fetch(`${sandbox.endpoints.baseUrl}/tasks`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}` },
      body: new URLSearchParams({ name: 'By form', workspace, completed: 'true', opt_fields: 'completed' }),
    })
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ data: { gid: expect.any(String), completed: true } })
  })

  test('that is refused leaves nothing behind', async () => {
    const mine = `/tasks?assignee=me&workspace=${workspace}`
    const before = (await api('GET', mine)).records
    await api('POST', '/tasks', { name: 'x', workspace, assignee: 'me', due_on: 'soon' })
    expect((await api('GET', mine)).records).toEqual(before)
  })
})

describe('updating', () => {
  test('changes what was sent and nothing else', async () => {
    const gid = await newTask({ notes: 'Keep me' })
    const { status, record } = await api('PUT', `/tasks/${gid}`, { name: 'Renamed', due_on: '2027-01-31' })
    expect(status).toBe(200)
    expect(record).toMatchObject({ name: 'Renamed', notes: 'Keep me', due_on: '2027-01-31', due_at: null })
  })

  test('completing notes who and when, and uncompleting forgets', async () => {
    const gid = await newTask()
    const { record } = await api('PUT', `/tasks/${gid}`, { completed: true })
    expect(record).toMatchObject({ completed_at: expect.any(String), completed_by: { name: 'Ada Sample' } })
    expect((await api('PUT', `/tasks/${gid}`, { completed: false })).record).toMatchObject({
      completed_at: null,
      completed_by: null,
    })
  })

  test('due_at is answered in UTC with milliseconds and brings due_on along; null clears both', async () => {
    const gid = await newTask({ due_at: '2027-01-31T12:00:00+02:00' })
    expect((await api('GET', `/tasks/${gid}`)).record).toMatchObject({
      due_at: '2027-01-31T10:00:00.000Z',
      due_on: '2027-01-31',
    })
    expect((await api('PUT', `/tasks/${gid}`, { due_on: null })).record).toMatchObject({
      due_at: null,
      due_on: null,
    })
  })

  test('rich text and plain text are one text', async () => {
    const gid = await newTask({ html_notes: '<body><strong>1 &lt; 2</strong></body>' })
    const { record } = await api('GET', `/tasks/${gid}?opt_fields=notes,html_notes`)
    expect(record).toMatchObject({ notes: '1 < 2', html_notes: '<body>1 &lt; 2</body>' })
  })
})

test('deleting answers {}, and takes subtasks and comments along', async () => {
  const gid = await newTask()
  const subtask = gidOf((await api('POST', `/tasks/${gid}/subtasks`, { name: 'Part' })).record)
  const story = gidOf((await api('POST', `/tasks/${gid}/stories`, { text: 'Hm' })).record)
  expect((await api('DELETE', `/tasks/${gid}`)).body).toEqual({ data: {} })
  for (const path of [`/tasks/${gid}`, `/tasks/${subtask}`, `/stories/${story}`]) {
    expect((await api('GET', path)).status).toBe(404)
  }
})

describe('listing', () => {
  const message = 'Must specify exactly one of project, tag, section, user task list, or assignee + workspace'

  test.each(['', '?workspace=1', '?assignee=me', '?project=1&section=2', '?project=1&tag=2'])(
    'GET /tasks%s is refused: exactly one way',
    async query => {
      expect(await api('GET', `/tasks${query}`)).toMatchObject({ status: 400, message })
    },
  )

  test('answers compact records', async () => {
    const { records } = await api('GET', `/tasks?project=${project}`)
    expect(records[0]).toEqual({
      gid: expect.any(String),
      resource_type: 'task',
      name: 'Write the landing page',
      resource_subtype: 'default_task',
    })
  })

  test('by project, section, tag, assignee and user task list', async () => {
    const section = await gidNamed(api, `/projects/${project}/sections`, 'In progress')
    const tag = await gidNamed(api, '/tags', 'urgent')
    const own = gidOf((await api('GET', `/users/me/user_task_list?workspace=${workspace}`)).record)
    const list = async (path: string) => names((await api('GET', path)).records)

    expect(await list(`/tasks?project=${project}`)).toHaveLength(7)
    expect(await list(`/projects/${project}/tasks`)).toHaveLength(7)
    expect(await list(`/tasks?section=${section}`)).toEqual(['Move the domain', 'Set up the redirects'])
    expect(await list(`/sections/${section}/tasks`)).toHaveLength(2)
    expect(await list(`/tasks?tag=${tag}`)).toEqual(['Login button is below the fold on phones'])
    expect(await list(`/tags/${tag}/tasks`)).toHaveLength(1)
    const mine = await list(`/tasks?assignee=me&workspace=${workspace}`)
    expect(mine).toContain('Write the landing page')
    expect(await list(`/user_task_lists/${own}/tasks`)).toEqual(mine)
    expect(await list(`/tasks?user_task_list=${own}`)).toEqual(mine)
  })

  test('completed_since=now leaves out what is done, modified_since what is old', async () => {
    const list = async (query: string) => (await api('GET', `/tasks?project=${project}&${query}`)).records
    expect(await list('completed_since=now')).toHaveLength(5)
    const moment = encodeURIComponent(new Date(sandbox.clock.now() + 1000).toISOString())
    sandbox.clock.advance(60_000)
    await newTask({ projects: [project] })
    expect(names(await list(`modified_since=${moment}`))).toEqual(['New'])
  })
})

describe('where a task is', () => {
  test('addProject, with a section, and removeProject', async () => {
    const gid = await newTask()
    const section = await gidNamed(api, `/projects/${project}/sections`, 'Done')
    expect((await api('POST', `/tasks/${gid}/addProject`, { project, section })).body).toEqual({ data: {} })
    expect((await api('GET', `/tasks/${gid}/projects`)).records).toMatchObject([{ gid: project }])
    expect((await api('GET', `/tasks/${gid}`)).record).toMatchObject({
      memberships: [{ section: { name: 'Done' } }],
    })
    await api('POST', `/tasks/${gid}/removeProject`, { project })
    expect((await api('GET', `/tasks/${gid}/projects`)).records).toEqual([])
  })

  test('addTask of a section moves it there, to the place that was asked', async () => {
    const section = await gidNamed(api, `/projects/${project}/sections`, 'Done')
    const [first] = (await api('GET', `/sections/${section}/tasks`)).records
    const gid = await newTask({ projects: [project] })
    await api('POST', `/sections/${section}/addTask`, { task: gid, insert_before: gidOf(first) })
    expect(gidOf((await api('GET', `/sections/${section}/tasks`)).records[0])).toBe(gid)
    expect((await api('GET', `/tasks/${gid}`)).record['memberships']).toHaveLength(1)
  })

  test('setParent, but not under itself', async () => {
    const [parent, child] = [await newTask({ name: 'Parent' }), await newTask()]
    const moved = await api('POST', `/tasks/${child}/setParent`, { parent })
    expect(moved).toMatchObject({ status: 200, record: { parent: { name: 'Parent' } } })
    expect((await api('POST', `/tasks/${parent}/setParent`, { parent: child })).status).toBe(400)
    expect((await api('POST', `/tasks/${child}/setParent`, { parent: null })).record['parent']).toBeNull()
  })
})

describe('what a task is tied to', () => {
  test('tags', async () => {
    const gid = await newTask()
    const tag = await gidNamed(api, '/tags', 'customer')
    await api('POST', `/tasks/${gid}/addTag`, { tag })
    expect(names((await api('GET', `/tasks/${gid}/tags`)).records)).toEqual(['customer'])
    await api('POST', `/tasks/${gid}/removeTag`, { tag })
    expect((await api('GET', `/tasks/${gid}/tags`)).records).toEqual([])
  })

  test('followers', async () => {
    const gid = await newTask()
    const followers = ['ben@example.com']
    const added = await api('POST', `/tasks/${gid}/addFollowers`, { followers })
    expect(added.record['followers']).toMatchObject([{ name: 'Ada Sample' }, { name: 'Ben Sample' }])
    const removed = await api('POST', `/tasks/${gid}/removeFollowers`, { followers })
    expect(removed.record['followers']).toMatchObject([{ name: 'Ada Sample' }])
  })

  test('dependencies, seen from both ends, never in a circle', async () => {
    const [first, second] = [await newTask({ name: 'First' }), await newTask({ name: 'Second' })]
    await api('POST', `/tasks/${second}/addDependencies`, { dependencies: [first] })
    expect(names((await api('GET', `/tasks/${second}/dependencies`)).records)).toEqual(['First'])
    expect(names((await api('GET', `/tasks/${first}/dependents`)).records)).toEqual(['Second'])
    const circle = await api('POST', `/tasks/${first}/addDependencies`, { dependencies: [second] })
    expect(circle.status).toBe(400)
    await api('POST', `/tasks/${first}/removeDependents`, { dependents: [second] })
    expect((await api('GET', `/tasks/${second}/dependencies`)).records).toEqual([])
  })
})

describe('searching', () => {
  test('is 402 without a paid plan', async () => {
    expect(await api('GET', `/workspaces/${workspace}/tasks/search?text=login`)).toMatchObject({
      status: 402,
      message: 'Search is only available to premium users.',
    })
  })

  test('finds by text, people, place and state with one', async () => {
    await using premium = await startSandbox({ premium: true })
    const search = async (query: string) => {
      const path = `/workspaces/${premium.workspaces[0]?.gid}/tasks/search?${query}`
      return names((await apiAs(premium)('GET', path)).records)
    }
    expect(await search('text=LOGIN')).toEqual(['Login button is below the fold on phones'])
    expect(await search('assignee.any=me&completed=true')).toHaveLength(2)
    expect(await search('is_subtask=true&limit=1')).toHaveLength(1)
  })

  test('typeahead needs no paid plan', async () => {
    const path = `/workspaces/${workspace}/typeahead?resource_type=project&query=bug`
    expect((await api('GET', path)).records).toMatchObject([{ name: 'Bugs' }])
  })
})
