import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let workspace: string
beforeEach(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  workspace = sandbox.workspaces[0]?.gid ?? ''
})
afterEach(() => sandbox.close())

const names = (records: Record<string, unknown>[]) => records.map(record => record['name'])

describe('users', () => {
  test('me is the owner of the token, with their workspaces', async () => {
    expect((await api('GET', '/users/me')).body).toEqual({
      data: {
        gid: sandbox.users[0]?.gid,
        resource_type: 'user',
        name: 'Ada Sample',
        email: 'ada@example.com',
        photo: null,
        workspaces: [{ gid: workspace, resource_type: 'workspace', name: 'Sample Organization' }],
      },
    })
  })

  test('by gid and by e-mail address', async () => {
    expect((await api('GET', `/users/${sandbox.users[1]?.gid}`)).record['name']).toBe('Ben Sample')
    expect((await api('GET', '/users/ben@example.com')).record['name']).toBe('Ben Sample')
    expect((await api('GET', '/users/nobody@example.com')).status).toBe(404)
  })

  test('listed compact, without an address until it is asked for', async () => {
    const team = await gidNamed(api, `/workspaces/${workspace}/teams`, 'Product')
    for (const path of [
      `/users?workspace=${workspace}`,
      `/users?team=${team}`,
      `/workspaces/${workspace}/users`,
      `/teams/${team}/users`,
    ]) {
      const { records } = await api('GET', path)
      expect(records).toEqual([
        { gid: expect.any(String), resource_type: 'user', name: 'Ada Sample' },
        { gid: expect.any(String), resource_type: 'user', name: 'Ben Sample' },
      ])
    }
    const { records } = await api('GET', `/users?workspace=${workspace}&opt_fields=email`)
    expect(records[1]).toEqual({ gid: expect.any(String), email: 'ben@example.com' })
  })
})

describe('workspaces and teams', () => {
  test('a workspace', async () => {
    expect((await api('GET', `/workspaces/${workspace}`)).record).toEqual({
      gid: workspace,
      resource_type: 'workspace',
      name: 'Sample Organization',
      email_domains: ['example.com'],
      is_organization: true,
    })
  })

  test("a team, and a user's teams in an organization", async () => {
    const team = await gidNamed(api, `/users/me/teams?organization=${workspace}`, 'Product')
    expect((await api('GET', `/teams/${team}`)).record).toMatchObject({ organization: { gid: workspace } })
    expect((await api('GET', '/users/me/teams')).message).toBe('organization: Missing input')
  })
})

describe('projects', () => {
  test('are created in a workspace or a team, updated and deleted', async () => {
    const team = await gidNamed(api, `/workspaces/${workspace}/teams`, 'Product')
    const paths = ['/projects', `/workspaces/${workspace}/projects`, `/teams/${team}/projects`]
    for (const path of paths) {
      const data = path === '/projects' ? { name: 'New', workspace } : { name: 'New' }
      const { status, record } = await api('POST', path, data)
      expect([status, record]).toMatchObject([
        201,
        { name: 'New', owner: { name: 'Ada Sample' }, members: [{ name: 'Ada Sample' }], archived: false },
      ])
      const gid = gidOf(record)
      expect(
        (await api('PUT', `/projects/${gid}`, { archived: true, color: 'dark-red' })).record,
      ).toMatchObject({ archived: true, color: 'dark-red', name: 'New' })
      expect((await api('DELETE', `/projects/${gid}`)).body).toEqual({ data: {} })
      expect((await api('GET', `/projects/${gid}`)).status).toBe(404)
    }
  })

  test('deleting one leaves its tasks', async () => {
    const project = await gidNamed(api, '/projects', 'Bugs')
    const [task] = (await api('GET', `/projects/${project}/tasks`)).records
    await api('DELETE', `/projects/${project}`)
    expect((await api('GET', `/tasks/${gidOf(task)}`)).record).toMatchObject({ projects: [] })
  })

  test('are listed by workspace, team and whether they are archived', async () => {
    const project = await gidNamed(api, '/projects', 'Bugs')
    await api('PUT', `/projects/${project}`, { archived: true })
    const list = async (query: string) => names((await api('GET', `/projects?${query}`)).records)
    expect(await list(`workspace=${workspace}`)).toEqual(['Website launch', 'Bugs'])
    expect(await list(`workspace=${workspace}&archived=true`)).toEqual(['Bugs'])
    expect(await list(`workspace=${workspace}&archived=false`)).toEqual(['Website launch'])
  })

  test('have members and followers', async () => {
    const project = await gidNamed(api, '/projects', 'Website launch')
    const members = ['ben@example.com']
    const ben = { name: 'Ben Sample' }
    expect((await api('POST', `/projects/${project}/addMembers`, { members })).record).toMatchObject({
      ...{ members: [{ name: 'Ada Sample' }, ben], followers: [{ name: 'Ada Sample' }] },
    })
    expect((await api('POST', `/projects/${project}/removeMembers`, { members })).record).toMatchObject({
      members: [{ name: 'Ada Sample' }],
    })
    const followers = 'me,ben@example.com'
    expect((await api('POST', `/projects/${project}/addFollowers`, { followers })).record).toMatchObject({
      followers: [{ name: 'Ada Sample' }, ben],
    })
  })

  test('count their tasks, as far as opt_fields names the counts', async () => {
    const project = await gidNamed(api, '/projects', 'Website launch')
    expect((await api('GET', `/projects/${project}/task_counts`)).record).toEqual({})
    const path = `/projects/${project}/task_counts?opt_fields=num_tasks,num_completed_tasks`
    expect((await api('GET', path)).record).toEqual({ num_tasks: 7, num_completed_tasks: 2 })
  })
})

describe('sections', () => {
  let project: string
  beforeEach(async () => {
    project = await gidNamed(api, '/projects', 'Website launch')
  })
  const list = async () => names((await api('GET', `/projects/${project}/sections`)).records)

  test('are created at a place, renamed, moved and deleted', async () => {
    const done = await gidNamed(api, `/projects/${project}/sections`, 'Done')
    const { record } = await api('POST', `/projects/${project}/sections`, {
      ...{ name: 'Review', insert_before: done },
    })
    const gid = gidOf(record)
    expect(record).toMatchObject({ project: { gid: project } })
    expect(await list()).toEqual(['To do', 'In progress', 'Review', 'Done'])
    await api('PUT', `/sections/${gid}`, { name: 'Check' })
    await api('POST', `/projects/${project}/sections/insert`, { section: gid, after_section: done })
    expect(await list()).toEqual(['To do', 'In progress', 'Done', 'Check'])
    expect((await api('DELETE', `/sections/${gid}`)).status).toBe(200)
    expect(await list()).toEqual(['To do', 'In progress', 'Done'])
  })

  test('with tasks are not deleted', async () => {
    const done = await gidNamed(api, `/projects/${project}/sections`, 'Done')
    expect((await api('DELETE', `/sections/${done}`)).status).toBe(400)
  })
})

describe('stories', () => {
  test('comments are written, edited and deleted by their author', async () => {
    const task = await gidNamed(api, `/tasks?assignee=me&workspace=${workspace}`, 'Write the landing page')
    const { status, record } = await api('POST', `/tasks/${task}/stories`, { text: 'First' })
    expect([status, record]).toMatchObject([
      201,
      {
        text: 'First',
        type: 'comment',
        resource_subtype: 'comment_added',
        created_by: { name: 'Ada Sample' },
      },
    ])
    const path = `/stories/${gidOf(record)}`
    expect((await api('PUT', path, { text: 'Second' })).record).toMatchObject({
      ...{ text: 'Second', is_edited: true },
    })
    expect((await apiAs(sandbox, 'ben@example.com')('PUT', path, { text: 'Mine' })).status).toBe(403)
    expect(names((await api('GET', `/tasks/${task}/stories?opt_fields=name`)).records)).toHaveLength(2)
    expect((await api('DELETE', path)).body).toEqual({ data: {} })
    expect((await api('GET', path)).status).toBe(404)
  })
})

describe('tags', () => {
  test('are created, updated, listed and deleted', async () => {
    const { record } = await api('POST', '/tags', { name: 'later', workspace })
    expect((await api('PUT', `/tags/${gidOf(record)}`, { color: 'light-red' })).record).toMatchObject({
      ...{ name: 'later', color: 'light-red', workspace: { gid: workspace } },
    })
    await api('POST', `/workspaces/${workspace}/tags`, { name: 'never' })
    expect(names((await api('GET', `/workspaces/${workspace}/tags`)).records)).toEqual([
      ...['urgent', 'customer', 'later', 'never'],
    ])
    await api('DELETE', `/tags/${gidOf(record)}`)
    expect(names((await api('GET', `/tags?workspace=${workspace}`)).records)).not.toContain('later')
  })
})

test('a sandbox can start empty', async () => {
  await using empty = await startSandbox({ seed: false })
  expect([empty.users, empty.workspaces]).toEqual([[], []])
  empty.addWorkspace({ name: 'Home', isOrganization: false })
  empty.addUser({ name: 'Cy', email: 'cy@example.com' })
  expect((await apiAs(empty, 'cy@example.com')('GET', '/workspaces')).records).toMatchObject([
    { name: 'Home' },
  ])
})
