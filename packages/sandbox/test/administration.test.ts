import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization()
})
afterEach(() => org[Symbol.asyncDispose]())

test('a workspace is renamed', async () => {
  const path = `/workspaces/${org.workspace}`
  expect((await org.api('PUT', path, { name: 'Renamed' })).record).toMatchObject({ name: 'Renamed' })
  expect((await org.api('PUT', path, { is_organization: false })).status).toBe(400)
})

test('a team is created by its first member, and changed', async () => {
  const data = { name: 'Design', organization: org.workspace, visibility: 'secret' }
  const { record } = await org.api('POST', '/teams', data)
  expect(record).toMatchObject({ name: 'Design', visibility: 'secret', organization: { gid: org.workspace } })
  const path = `/teams/${gidOf(record)}`
  expect(namesOf((await org.api('GET', `${path}/users`)).records)).toEqual(['Ada Sample'])
  const changed = await org.api('PUT', path, { member_invite_management_access_level: 'only_team_admins' })
  expect(changed.record).toMatchObject({
    ...{ visibility: 'secret', member_invite_management_access_level: 'only_team_admins' },
    guest_invite_management_access_level: 'all_team_members',
  })
  expect((await org.api('POST', '/teams', { name: 'x' })).message).toBe('organization: Missing input')
})

test('people change their own name', async () => {
  expect((await org.api('PUT', '/users/me', { name: 'Ada L.' })).record).toMatchObject({ name: 'Ada L.' })
  const path = `/workspaces/${org.workspace}/users/ben@example.com`
  expect((await org.api('PUT', path, { name: 'Benny' })).status).toBe(403)
})

test('favorites are listed by kind', async () => {
  const list = (type: string) =>
    org.api('GET', `/users/me/favorites?workspace=${org.workspace}&resource_type=${type}`)
  expect(namesOf((await list('project')).records)).toEqual(['Website launch'])
  expect((await list('tag')).records).toEqual([])
})

test('roles are defined, changed and deleted', async () => {
  const data = { name: 'Helper', description: 'Helps', base_role_type: 'member', workspace: org.workspace }
  const gid = await org.create('/roles', { ...data, permissions: { create_team: true } })
  const path = `/roles/${gid}`
  const changed = await org.api('PUT', path, { permissions: { import_data: true } })
  expect(changed.record).toMatchObject({ permissions: { create_team: true, import_data: true } })
  expect(namesOf((await org.api('GET', `/roles?workspace=${org.workspace}`)).records)).toEqual(['Helper'])
  expect((await org.api('POST', '/roles', { ...data, base_role_type: 'king' })).message).toBe(
    'base_role_type: Not a valid value: king',
  )
  await org.api('DELETE', path)
  expect((await org.api('GET', path)).status).toBe(404)
})

describe('access requests', () => {
  let project: string
  beforeEach(async () => {
    const secret = { name: 'Secret', workspace: org.workspace, privacy_setting: 'private' }
    project = await org.create('/projects', secret)
  })
  const ask = () => org.ben('POST', '/access_requests', { target: project, message: 'Please' })

  test('ask for what one cannot see, and open it', async () => {
    expect((await org.ben('GET', `/projects/${project}`)).status).toBe(403)
    const request = (await ask()).record
    expect(request).toMatchObject({ approval_status: 'pending', requester: { name: 'Ben Sample' } })
    const path = `/access_requests/${gidOf(request)}`
    expect((await org.ben('POST', `${path}/approve`)).status).toBe(403)
    expect((await org.api('GET', `/access_requests?target=${project}`)).records).toHaveLength(1)
    expect((await org.api('POST', `${path}/approve`)).body).toEqual({ data: {} })
    expect((await org.ben('GET', `/projects/${project}`)).status).toBe(200)
    expect((await org.api('POST', `${path}/reject`)).status).toBe(400)
  })

  test('are rejected', async () => {
    const path = `/access_requests/${gidOf((await ask()).record)}`
    await org.api('POST', `${path}/reject`)
    const { records } = await org.api('GET', `/access_requests?target=${project}&user=ben@example.com`)
    expect(records).toMatchObject([{ approval_status: 'denied' }])
    expect((await org.ben('GET', `/projects/${project}`)).status).toBe(403)
  })

  test('are for projects and portfolios', async () => {
    const refused = await org.api('POST', '/access_requests', { target: org.task })
    expect(refused.message).toBe(`target: Unknown object: ${org.task}`)
  })
})

test('the audit log has who did what, oldest first, and is filtered', async () => {
  const tag = await org.create('/tags', { name: 'one', workspace: org.workspace })
  await org.api('DELETE', `/tags/${tag}`)
  const path = `/workspaces/${org.workspace}/audit_log_events`
  const { records } = await org.api('GET', `${path}?resource_gid=${tag}`)
  expect(records).toMatchObject([
    { event_type: 'tag_created', actor: { email: 'ada@example.com' }, resource: { gid: tag, name: 'one' } },
    { event_type: 'tag_deleted', context: { context_type: 'api' } },
  ])
  expect((await org.api('GET', `${path}?event_type=tag_deleted`)).records).toHaveLength(1)
  expect((await org.api('GET', `${path}?limit=1`)).body['next_page']).not.toBeNull()
  const later = new Date(org.sandbox.clock.now() + 1000).toISOString()
  expect((await org.api('GET', `${path}?start_at=${later}`)).records).toEqual([])
})

test('events of a workspace are of everything in it', async () => {
  const path = `/workspaces/${org.workspace}/events`
  const first = await org.api('GET', path)
  expect(first.status).toBe(412)
  await org.create('/goals', { name: 'G', workspace: org.workspace })
  await org.api('PUT', `/tasks/${org.task}`, { completed: true })
  const { records, body } = await org.api('GET', `${path}?sync=${first.body['sync']}`)
  expect(records.map(one => one['type'])).toEqual(['goal', 'task'])
  expect(body).toMatchObject({ has_more: false, sync: expect.any(String) })
  const foreign = await org.api('GET', `/events?resource=${org.workspace}&sync=${first.body['sync']}`)
  expect(foreign.status).toBe(412)
})

describe('what only Asana makes', () => {
  test('agents are listed and shown', async () => {
    const [agent] = (await org.api('GET', `/workspaces/${org.workspace}/agents`)).records
    expect(agent).toMatchObject({ name: 'Triage teammate', resource_subtype: 'asana_teammate' })
    expect((await org.api('GET', `/agents/${gidOf(agent)}`)).record).toMatchObject({ photo: null })
  })

  test('a custom type is written into a task with one of its statuses', async () => {
    const [type] = (await org.api('GET', `/custom_types?project=${org.project}`)).records
    const { record } = await org.api('GET', `/custom_types/${gidOf(type)}`)
    const [received] = record['status_options'] as Record<string, unknown>[]
    const data = { custom_type: gidOf(type), custom_type_status_option: gidOf(received) }
    expect((await org.api('PUT', `/tasks/${org.task}`, data)).record).toMatchObject({
      ...{ custom_type: { name: 'Request' }, custom_type_status_option: { name: 'Received' } },
    })
    const other = await org.create('/tasks', { name: 'x', projects: [org.project] })
    const without = await org.api('PUT', `/tasks/${other}`, { custom_type_status_option: gidOf(received) })
    expect(without.status).toBe(400)
  })

  test('a rule that is run leaves a line in the history of the task', async () => {
    const [trigger] = org.sandbox.gidsOf('rule_trigger')
    const run = (data: Record<string, unknown>) => org.api('POST', `/rule_triggers/${trigger}/run`, data)
    expect((await run({ resource: org.task, action_data: { a: 1 } })).record).toHaveProperty('message')
    const { records } = await org.api('GET', `/tasks/${org.task}/stories`)
    expect(records.at(-1)).toMatchObject({ text: `Rule ${trigger} ran with {"a":1}` })
    expect((await run({ resource: org.task })).message).toBe('action_data: Missing input')
  })
})
