import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, readApi } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let workspace: string
beforeEach(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  workspace = sandbox.workspaces[0]?.gid ?? ''
})
afterEach(() => sandbox.close())

async function post(path: string, body: string) {
  const authorization = `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}`
  const headers = { authorization, 'content-type': 'application/json' }
  return readApi(await fetch(sandbox.endpoints.baseUrl + path, { method: 'POST', headers, body }))
}

describe('the body', () => {
  test.each(['{', 'x', '[]', '"data"', 'null'])('%s is not a JSON object', async body => {
    expect(await post('/tasks', body)).toMatchObject({
      status: 400,
      message: 'Could not parse request data, invalid JSON',
    })
  })

  test('a field outside data is named', async () => {
    expect((await post('/tasks', '{"name":"x"}')).message).toBe(
      'Unrecognized request field `name`. The only allowed keys at the top level are: data, options. Is it possible you did not wrap object properties in a `data` object?',
    )
  })

  test('of more than 10 MB is refused', async () => {
    const response = await post('/tasks', JSON.stringify({ data: { notes: 'x'.repeat(11_000_000) } }))
    expect(response.status).toBe(413)
  })
})

test.each([
  [{ name: 'x' }, 'You should specify one of workspace, parent, projects'],
  [{ created_at: 'x' }, 'created_at: Cannot write this property'],
  [{ no_such_field: 1 }, 'no_such_field: Cannot write this property'],
  [{ workspace: 1 }, 'workspace: Not a valid GID type: number'],
  [{ workspace: 'x' }, 'workspace: Not a recognized ID: x'],
  [{ workspace: '1' }, 'workspace: Unknown object: 1'],
  [{ projects: ['1'] }, 'projects: [0]: Unknown object: 1'],
  [{ memberships: [{}] }, 'memberships: [0]: project: Missing required field'],
  [{ due_on: '2027-01-01', due_at: '2027-01-01T00:00:00Z' }, 'You may only provide one of due_on or due_at!'],
  [{ due_on: 'tomorrow' }, 'due_on: Date must be in ISO-8601 (yyyy-mm-dd) format, not: tomorrow'],
  [{ assignee: 'nobody@example.com' }, 'assignee: Not a user in Organization: nobody@example.com'],
  [{ custom_fields: 3 }, 'custom_fields: Value is not a JSON object: 3'],
])('POST /tasks %j', async (data: Record<string, unknown>, message) => {
  const inWorkspace = 'workspace' in data || 'name' in data ? data : { ...data, workspace }
  expect(await api('POST', '/tasks', inWorkspace)).toMatchObject({ status: 400, message })
})

test('custom fields need a paid plan', async () => {
  const data = { workspace, custom_fields: { '1': 'x' } }
  expect(await api('POST', '/tasks', data)).toMatchObject({
    status: 402,
    message: 'Custom Fields are not available for free users or guests.',
  })
})

test.each(['projects', 'tags', 'followers', 'parent', 'workspace'])(
  '%s is not written by an update',
  async field => {
    const task = await gidNamed(api, `/tasks?assignee=me&workspace=${workspace}`, 'Write the landing page')
    expect((await api('PUT', `/tasks/${task}`, { [field]: [] })).message).toBe(
      `${field}: Cannot write this property`,
    )
  },
)

test.each([
  ['/projects', { workspace: 'ws' }, 'name: Missing input'],
  ['/projects', { name: 'x' }, 'workspace: Missing input'],
  ['/projects', { name: ' ', workspace: 'ws' }, 'name: Missing input'],
  ['/tags', { name: 'x' }, 'workspace: Missing input'],
])('POST %s %j: %s', async (path, data: Record<string, string>, message) => {
  const filled = data['workspace'] === 'ws' ? { ...data, workspace } : data
  expect(await api('POST', path, filled)).toMatchObject({ status: 400, message })
})
