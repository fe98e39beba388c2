import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization()
})
afterEach(() => org[Symbol.asyncDispose]())

const parents: [string, () => Promise<string>][] = [
  ['project', async () => org.project],
  ['portfolio', () => org.create('/portfolios', { name: 'P', workspace: org.workspace })],
  ['goal', () => org.create('/goals', { name: 'G', workspace: org.workspace })],
  [
    'custom_field',
    () => org.create('/custom_fields', { name: 'F', resource_subtype: 'text', workspace: org.workspace }),
  ],
  ['custom_type', async () => org.sandbox.gidsOf('custom_type')[0] ?? ''],
]

test.each(parents)('a membership of a %s is made, changed and ended', async (type, make) => {
  const parent = await make()
  const data = { parent, member: 'ben@example.com', access_level: 'viewer' }
  const { status, record } = await org.api('POST', '/memberships', data)
  expect([status, record]).toMatchObject([
    201,
    {
      ...{ resource_type: 'membership', resource_subtype: `${type}_membership`, access_level: 'viewer' },
      ...{ parent: { gid: parent, resource_type: type }, member: { name: 'Ben Sample' } },
    },
  ])
  const path = `/memberships/${gidOf(record)}`
  expect((await org.api('PUT', path, { access_level: 'admin' })).record).toMatchObject({
    access_level: 'admin',
  })
  const ofBen = `/memberships?parent=${parent}&member=ben@example.com`
  expect((await org.api('GET', ofBen)).records.map(gidOf)).toEqual([gidOf(record)])
  expect((await org.api('DELETE', path)).body).toEqual({ data: {} })
  expect((await org.api('GET', ofBen)).records).toEqual([])
  expect((await org.api('GET', path)).status).toBe(404)
})

test('a goal says what its members are', async () => {
  const parent = await org.create('/goals', { name: 'G', workspace: org.workspace })
  const data = { parent, member: 'ben@example.com', role: 'commenter' }
  expect((await org.api('POST', '/memberships', data)).record).toMatchObject({
    ...{ role: 'commenter', access_level: 'commenter', goal: { gid: parent } },
  })
})

test('a team as a member lets its people in', async () => {
  const secret = { name: 'Secret', workspace: org.workspace, privacy_setting: 'private' }
  const project = await org.create('/projects', secret)
  expect((await org.ben('GET', `/projects/${project}`)).status).toBe(403)
  const added = await org.api('POST', '/memberships', { parent: project, member: org.team })
  expect(added.record).toMatchObject({ member: { resource_type: 'team', name: 'Product' } })
  expect((await org.ben('GET', `/projects/${project}`)).status).toBe(200)
})

test.each([
  ['/memberships', 'parent: Missing input'],
  ['/memberships?parent=12', 'parent: Unknown object: 12'],
  ['/memberships?parent=x', 'parent: Not a recognized ID: x'],
  ['/team_memberships', 'team: Missing input'],
  ['/portfolio_memberships', 'workspace: Missing input'],
])('GET %s is refused: %s', async (path, message) => {
  expect(await org.api('GET', path)).toMatchObject({ status: 400, message })
})

describe('every place has memberships of its own', () => {
  test('a project: whoever owns it may do all', async () => {
    await org.api('POST', `/projects/${org.project}/addMembers`, { members: 'ben@example.com' })
    const { records } = await org.api('GET', `/projects/${org.project}/project_memberships`)
    expect(records.map(one => one['access_level'])).toEqual(['admin', 'editor'])
    expect((await org.api('GET', `/project_memberships/${gidOf(records[1])}`)).record).toMatchObject({
      ...{ user: { name: 'Ben Sample' }, project: { gid: org.project }, write_access: 'full_write' },
    })
  })

  test('a portfolio', async () => {
    const portfolio = await org.create('/portfolios', { name: 'P', workspace: org.workspace })
    for (const path of [
      `/portfolios/${portfolio}/portfolio_memberships`,
      `/portfolio_memberships?portfolio=${portfolio}`,
      `/portfolio_memberships?workspace=${org.workspace}&user=me`,
    ]) {
      const { records } = await org.api('GET', path)
      expect(records).toMatchObject([{ user: { name: 'Ada Sample' }, access_level: 'admin' }])
      expect((await org.api('GET', `/portfolio_memberships/${gidOf(records[0])}`)).status).toBe(200)
    }
  })

  test('a team', async () => {
    for (const path of [
      `/teams/${org.team}/team_memberships`,
      `/team_memberships?team=${org.team}`,
      `/team_memberships?user=me&workspace=${org.workspace}`,
      `/users/me/team_memberships?workspace=${org.workspace}`,
    ]) {
      const [first] = (await org.api('GET', path)).records
      expect(first).toMatchObject({ user: { name: 'Ada Sample' }, is_admin: true, is_guest: false })
      expect((await org.api('GET', `/team_memberships/${gidOf(first)}`)).record).toMatchObject({
        team: { gid: org.team },
      })
    }
  })

  test('a workspace', async () => {
    const all = await org.api('GET', `/workspaces/${org.workspace}/workspace_memberships`)
    expect(all.records).toMatchObject([{ user: { name: 'Ada Sample' } }, { user: { name: 'Ben Sample' } }])
    const [own] = (await org.api('GET', '/users/me/workspace_memberships')).records
    expect((await org.api('GET', `/workspace_memberships/${gidOf(own)}`)).record).toMatchObject({
      ...{ is_active: true, is_admin: true, user_task_list: { name: 'My Tasks in Sample Organization' } },
    })
  })
})

describe('people join and leave', () => {
  test('a team', async () => {
    const carla = org.sandbox.addUser({ name: 'Carla Sample', email: 'carla@example.com' })
    const added = await org.api('POST', `/teams/${org.team}/addUser`, { user: carla.email })
    expect(added.record).toMatchObject({ resource_type: 'team_membership', user: { name: 'Carla Sample' } })
    await org.api('POST', `/teams/${org.team}/removeUser`, { user: carla.gid })
    expect(namesOf((await org.api('GET', `/teams/${org.team}/users`)).records)).toEqual([
      'Ada Sample',
      'Ben Sample',
    ])
    expect((await org.api('GET', `/team_memberships/${gidOf(added.record)}`)).status).toBe(404)
  })

  test('a workspace, and its teams with it', async () => {
    const path = `/workspaces/${org.workspace}`
    const invited = await org.api('POST', `${path}/addUser`, { user: 'new@example.com' })
    expect(invited.record).toMatchObject({ email: 'new@example.com', resource_type: 'user' })
    await org.api('POST', `/teams/${org.team}/addUser`, { user: 'new@example.com' })
    await org.api('POST', `${path}/removeUser`, { user: 'new@example.com' })
    expect((await org.api('GET', `${path}/users`)).records).toHaveLength(2)
    expect((await org.api('GET', `/teams/${org.team}/users`)).records).toHaveLength(2)
  })

  test.each(['12', 'nobody'])('%s is nobody', async user => {
    const refused = await org.api('POST', `/workspaces/${org.workspace}/addUser`, { user })
    expect(refused).toMatchObject({ status: 400, message: `user: Unknown object: ${user}` })
  })
})
