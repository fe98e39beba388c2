import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let task: string
beforeAll(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  const workspace = sandbox.workspaces[0]?.gid
  task = await gidNamed(api, `/tasks?assignee=me&workspace=${workspace}`, 'Write the landing page')
})
afterAll(() => sandbox.close())

const gid = expect.any(String)
const fields = async (paths: string) =>
  (await api('GET', `/tasks/${task}?opt_fields=${encodeURIComponent(paths)}`)).record

test.each([
  ['name', { gid, name: 'Write the landing page' }],
  ['gid', { gid }],
  ['name,completed', { gid, name: 'Write the landing page', completed: false }],
  ['this.name', { gid, name: 'Write the landing page' }],
  ['resource_type', { gid, resource_type: 'task' }],
  ['assignee', { gid, assignee: { gid, resource_type: 'user' } }],
  ['assignee.name', { gid, assignee: { gid, name: 'Ada Sample' } }],
  ['assignee.name,assignee.email', { gid, assignee: { gid, name: 'Ada Sample', email: 'ada@example.com' } }],
  ['projects.workspace.name', { gid, projects: [{ gid, workspace: { gid, name: 'Sample Organization' } }] }],
  ['(assignee|parent).name', { gid, assignee: { gid, name: 'Ada Sample' }, parent: null }],
  ['memberships.section.name', { gid, memberships: [{ section: { gid, name: 'To do' } }] }],
  ['num_subtasks', { gid, num_subtasks: 2 }],
  ['created_by.name', { gid, created_by: { gid, name: 'Ada Sample' } }],
  ['no_such_field,name.deeper', { gid, name: 'Write the landing page' }],
  ['__proto__,constructor', { gid }],
])('%s', async (paths, record) => {
  expect(await fields(paths)).toEqual(record)
})

test('works on lists', async () => {
  const { records } = await api('GET', `/tasks/${task}/subtasks?opt_fields=name`)
  expect(records).toEqual([
    { gid, name: 'Draft the headline' },
    { gid, name: 'Ask for a review' },
  ])
})

test('a write takes fields in options, or in the query', async () => {
  const options = { fields: ['name', 'assignee.name'] }
  const expected = { gid, name: 'x', assignee: { gid, name: 'Ada Sample' } }
  const workspace = sandbox.workspaces[0]?.gid
  const { record } = await api('POST', '/tasks', { name: 'x', workspace, assignee: 'me' }, options)
  expect(record).toEqual(expected)
  const path = `/tasks/${gidOf(record)}?opt_fields=name,assignee.name`
  expect((await api('PUT', path, { name: 'x' })).record).toEqual(expected)
})

test('opt_pretty spreads the JSON over lines', async () => {
  const headers = { authorization: `Bearer ${sandbox.createPersonalAccessToken('ada@example.com')}` }
  const text = async (query: string) =>
    (await fetch(`${sandbox.endpoints.baseUrl}/users/me?opt_fields=name${query}`, { headers })).text()
  expect(await text('&opt_pretty')).toMatch(/^\{\n {2}"data": \{\n/)
  expect(await text('&opt_pretty=false')).toMatch(/^\{"data":\{/)
})
