import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { apiAs, apiWith, gidNamed, gidOf } from './support/api-client.ts'
import { newClient } from './support/oauth-client.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => sandbox.close())

const help =
  'For more information on API status codes and how to handle them, read the docs on errors: https://developers.asana.com/docs/errors'

describe('401', () => {
  test.each([
    ['no token', {}],
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['another scheme', { authorization: 'Basic eDp5' }],
  ])('%s is, byte for byte, what was recorded from Asana', async (_name, headers: Record<string, string>) => {
    const response = await fetch(`${sandbox.endpoints.baseUrl}/users/me`, { headers })
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(await response.text()).toBe(`{"errors":[{"message":"Not Authorized","help":"${help}"}]}`)
  })

  test('an expired token says so', async () => {
    const { accessToken } = await newClient(sandbox).connect()
    const api = apiWith(sandbox, accessToken)
    sandbox.clock.advance(3_599_000)
    expect((await api('GET', '/users/me')).status).toBe(200)
    sandbox.clock.advance(1000)
    expect(await api('GET', '/users/me')).toMatchObject({
      status: 401,
      message:
        'The bearer token has expired. If you have a refresh token, please use it to request a new bearer token, otherwise allow the user to re-authenticate.',
    })
  })

  test('a refresh token is not for the API', async () => {
    const { refreshToken } = await newClient(sandbox).connect()
    expect((await apiWith(sandbox, refreshToken)('GET', '/users/me')).message).toBe('Not Authorized')
  })

  test('a revoked personal access token is not authorized', async () => {
    const token = sandbox.createPersonalAccessToken('ada@example.com')
    sandbox.revokePersonalAccessToken(token)
    expect((await apiWith(sandbox, token)('GET', '/users/me')).message).toBe('Not Authorized')
  })

  test('can carry WWW-Authenticate', async () => {
    await using other = await startSandbox({ wwwAuthenticate: true })
    const response = await fetch(`${other.endpoints.baseUrl}/users/me`)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('404', () => {
  test.each([
    ['GET', '/nothing/here'],
    ['PATCH', '/tasks/1'],
    ['DELETE', '/workspaces'],
    ['POST', '/users/me'],
  ])('%s %s matches no route, token or not', async (method, path) => {
    const response = await fetch(sandbox.endpoints.baseUrl + path, { method })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ errors: [{ message: 'No matching route for request', help }] })
  })

  test('an id that names nothing', async () => {
    const api = apiAs(sandbox)
    expect(await api('GET', '/tasks/0')).toMatchObject({
      status: 404,
      message: 'task: Not a recognized ID: 0',
    })
    expect(await api('GET', '/projects/1299999999999999')).toMatchObject({
      status: 404,
      message: 'project: Not a recognized ID: 1299999999999999',
    })
  })

  test('the id of something else', async () => {
    const workspace = sandbox.workspaces[0]?.gid
    expect((await apiAs(sandbox)('GET', `/tasks/${workspace}`)).message).toBe(
      `task: Not a recognized ID: ${workspace}`,
    )
  })

  test('the id of what was deleted', async () => {
    const api = apiAs(sandbox)
    const gid = await gidNamed(api, '/projects', 'Bugs')
    await api('DELETE', `/projects/${gid}`)
    expect(await api('GET', `/projects/${gid}`)).toMatchObject({
      status: 404,
      message: `project: Unknown object: ${gid}`,
    })
  })
})

describe('403', () => {
  test("another user's private project, and its tasks", async () => {
    const ada = apiAs(sandbox)
    const workspace = sandbox.workspaces[0]?.gid
    const { record: project } = await ada('POST', '/projects', {
      ...{ name: 'Secret', workspace, privacy_setting: 'private' },
    })
    const { record: task } = await ada('POST', '/tasks', { name: 'Hush', projects: [project['gid']] })

    const ben = apiAs(sandbox, 'ben@example.com')
    expect(await ben('GET', `/projects/${gidOf(project)}`)).toMatchObject({
      status: 403,
      message: 'You do not have access to this project.',
    })
    expect((await ben('GET', `/tasks/${gidOf(task)}`)).message).toBe('You do not have access to this task.')
    const names = (await ben('GET', '/projects')).records.map(record => record['name'])
    expect(names).not.toContain('Secret')
  })

  test('a task in a private project that I am on does not tell me about the project', async () => {
    const ada = apiAs(sandbox)
    const workspace = sandbox.workspaces[0]?.gid
    const { record: project } = await ada('POST', '/projects', {
      ...{ name: 'Secret', workspace, privacy_setting: 'private' },
    })
    const { record: task } = await ada('POST', '/tasks', {
      ...{ name: 'For Ben', projects: [project['gid']], assignee: 'ben@example.com' },
    })
    const { status, record } = await apiAs(sandbox, 'ben@example.com')('GET', `/tasks/${gidOf(task)}`)
    expect([status, record['projects'], record['memberships']]).toEqual([200, [], []])
  })

  test("a workspace that I am not in, and everyone's but mine are not listed", async () => {
    const other = sandbox.addWorkspace({ name: 'Elsewhere' })
    sandbox.addUser({ name: 'Cy', email: 'cy@example.com', workspaces: [other.gid] })
    const cy = apiAs(sandbox, 'cy@example.com')
    expect((await cy('GET', '/workspaces')).records).toMatchObject([{ name: 'Elsewhere' }])
    expect((await cy('GET', '/projects')).records).toEqual([])
    expect((await cy('GET', '/users')).records).toMatchObject([{ name: 'Cy' }])
    expect((await cy('GET', `/workspaces/${sandbox.workspaces[0]?.gid}`)).status).toBe(403)
  })
})

describe('granular scopes', () => {
  const scopes = ['tasks:read', 'tasks:write', 'projects:read', 'users:read', 'workspaces:read']
  const connect = async (scope: string) => {
    const { accessToken } = await newClient(sandbox, scopes).connect({ scope })
    return apiWith(sandbox, accessToken)
  }

  test('an operation needs its scope', async () => {
    const api = await connect('workspaces:read')
    expect((await api('GET', '/workspaces')).status).toBe(200)
    const { status, message } = await api('GET', '/users/me')
    expect([status, message]).toEqual([403, expect.stringContaining('users:read')])
  })

  test('write does not imply read, nor delete', async () => {
    const api = await connect('tasks:write')
    const { record } = await api('POST', '/tasks', { name: 'x', workspace: sandbox.workspaces[0]?.gid })
    expect((await api('GET', `/tasks/${gidOf(record)}`)).status).toBe(403)
    expect((await api('DELETE', `/tasks/${gidOf(record)}`)).status).toBe(403)
  })

  test('sections, batch and events have none: only full permissions open them', async () => {
    const api = await connect(scopes.join(' '))
    const project = await gidNamed(apiAs(sandbox), '/projects', 'Bugs')
    expect((await api('GET', `/projects/${project}/sections`)).status).toBe(403)
    expect((await api('GET', `/events?resource=${project}`)).status).toBe(403)
    expect((await api('POST', '/batch', { actions: [] })).status).toBe(403)
  })

  test('a related object shows its name and kind without its scope, and no more', async () => {
    const api = await connect('tasks:read')
    const project = await gidNamed(apiAs(sandbox), '/projects', 'Bugs')
    const path = `/tasks?project=${project}&opt_fields=name,projects.name`
    expect((await api('GET', path)).records[0]).toMatchObject({ projects: [{ name: 'Bugs' }] })
    expect((await api('GET', `${path},projects.notes`)).status).toBe(403)
    const both = await connect('tasks:read projects:read')
    expect((await both('GET', `${path},projects.notes`)).status).toBe(200)
  })

  test('open the resources that have them, and hide what others would show', async () => {
    const { accessToken } = await newClient(sandbox, ['portfolios:read', 'portfolios:write']).connect({
      scope: 'portfolios:read portfolios:write',
    })
    const api = apiWith(sandbox, accessToken)
    const workspace = sandbox.workspaces[0]?.gid
    const { record } = await api('POST', '/portfolios', { name: 'P', workspace })
    const path = `/portfolios/${gidOf(record)}`
    expect((await api('GET', `${path}?opt_fields=owner.name`)).record).toMatchObject({
      owner: { name: 'Ada Sample' },
    })
    expect((await api('GET', `${path}?opt_fields=owner.email`)).status).toBe(403)
    // Deleting one has no granular scope, goals have others.
    expect((await api('DELETE', path)).status).toBe(403)
    expect((await api('GET', `/goals?workspace=${workspace}`)).status).toBe(403)
  })

  test('only OpenID scopes do not open the API', async () => {
    const { accessToken } = await newClient(sandbox).connect({ scope: 'openid' })
    expect((await apiWith(sandbox, accessToken)('GET', '/users/me')).status).toBe(403)
  })

  test('the status of a missing scope is an option', async () => {
    await using other = await startSandbox({ missingScopeStatus: 401 })
    const { accessToken } = await newClient(other, ['tasks:read']).connect({ scope: 'tasks:read' })
    expect((await apiWith(other, accessToken)('GET', '/users/me')).status).toBe(401)
  })
})

test('every answer has the headers that Asana sends', async () => {
  const { headers } = await apiAs(sandbox)('GET', '/users/me')
  expect(headers.get('x-asana-api-version')).toBe('1.1')
  const changes = headers.get('asana-change')?.split(',') ?? []
  expect(changes).toHaveLength(5)
  expect(changes[2]).toMatch(/^name=new_goal_memberships;info=https:.*;affected=true$/)
})
