import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidNamed, gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
let portfolio: string
beforeEach(async () => {
  org = await startOrganization()
  portfolio = await org.create('/portfolios', { name: 'Launches', workspace: org.workspace })
})
afterEach(() => org[Symbol.asyncDispose]())

test('a portfolio belongs to whoever creates it, and is changed, listed and deleted', async () => {
  const path = `/portfolios/${portfolio}`
  expect((await org.api('GET', path)).record).toMatchObject({
    ...{ name: 'Launches', owner: { name: 'Ada Sample' }, members: [{ name: 'Ada Sample' }], public: false },
    ...{
      archived: false,
      color: 'light-green',
      privacy_setting: 'members_only',
      current_status_update: null,
    },
  })
  const changed = await org.api('PUT', path, { archived: true, due_on: '2026-12-01' })
  expect(changed.record).toMatchObject({ archived: true, due_on: '2026-12-01', name: 'Launches' })
  const list = (owner: string) => org.api('GET', `/portfolios?workspace=${org.workspace}&owner=${owner}`)
  expect((await list('me')).records).toEqual([
    { gid: portfolio, resource_type: 'portfolio', name: 'Launches' },
  ])
  expect((await list('ben@example.com')).records).toEqual([])
  expect((await org.api('DELETE', path)).body).toEqual({ data: {} })
  expect(await org.api('GET', path)).toMatchObject({
    ...{ status: 404, message: `portfolio: Unknown object: ${portfolio}` },
  })
})

test.each([
  [{ workspace: 'w' }, 'name: Missing input'],
  [{ name: 'x' }, 'workspace: Missing input'],
  [{ name: 'x', workspace: '12' }, 'workspace: Unknown object: 12'],
  [{ name: 'x', workspace: 'w', color: 'mauve' }, 'color: Not a valid value: mauve'],
  [
    { name: 'x', workspace: 'w', due_on: 'soon' },
    'due_on: Date must be in ISO-8601 (yyyy-mm-dd) format, not: soon',
  ],
  [{ name: 'x', workspace: 'w', owner: 'me' }, 'owner: Cannot write this property'],
])('%j is refused', async (data: Record<string, unknown>, message) => {
  const sent = data['workspace'] === 'w' ? { ...data, workspace: org.workspace } : data
  expect(await org.api('POST', '/portfolios', sent)).toMatchObject({ status: 400, message })
})

test('its workspace is not changed, and the list needs one', async () => {
  const moved = await org.api('PUT', `/portfolios/${portfolio}`, { workspace: org.workspace })
  expect(moved.message).toBe('workspace: Cannot write this property')
  expect((await org.api('GET', '/portfolios')).message).toBe('workspace: Missing input')
})

describe('items', () => {
  const items = async () => namesOf((await org.api('GET', `/portfolios/${portfolio}/items`)).records)
  const put = (item: string, more = {}) =>
    org.api('POST', `/portfolios/${portfolio}/addItem`, { item, ...more })

  test('are projects and portfolios, in the order that was asked for', async () => {
    const bugs = await gidNamed(org.api, '/projects', 'Bugs')
    const inner = await org.create('/portfolios', { name: 'Inner', workspace: org.workspace })
    await put(org.project)
    await put(bugs, { insert_before: org.project })
    await put(inner)
    expect(await items()).toEqual(['Bugs', 'Website launch', 'Inner'])
    await org.api('POST', `/portfolios/${portfolio}/removeItem`, { item: bugs })
    expect(await items()).toEqual(['Website launch', 'Inner'])
    await org.api('DELETE', `/projects/${org.project}`)
    expect(await items()).toEqual(['Inner'])
  })

  test('are nothing else, and not itself', async () => {
    expect((await put(org.task)).message).toBe(`item: Unknown object: ${org.task}`)
    expect((await put(portfolio)).status).toBe(400)
  })

  test('each project has a setting, until it leaves', async () => {
    await put(org.project)
    const path = `/portfolios/${portfolio}/project_portfolio_settings`
    const [setting] = (await org.api('GET', path)).records
    expect(setting).toMatchObject({ project: { gid: org.project }, portfolio: { gid: portfolio } })
    const own = `/project_portfolio_settings/${gidOf(setting)}`
    const changed = await org.api('PUT', own, { is_access_control_inherited: false })
    expect(changed.record).toMatchObject({ is_access_control_inherited: false })
    expect(
      (await org.api('GET', `/projects/${org.project}/project_portfolio_settings`)).records,
    ).toHaveLength(1)
    await org.api('POST', `/portfolios/${portfolio}/removeItem`, { item: org.project })
    expect((await org.api('GET', path)).records).toEqual([])
  })
})

test('members come and go', async () => {
  const members = 'ben@example.com'
  const added = await org.api('POST', `/portfolios/${portfolio}/addMembers`, { members })
  expect(namesOf(added.record['members'] as Record<string, unknown>[])).toEqual(['Ada Sample', 'Ben Sample'])
  const removed = await org.api('POST', `/portfolios/${portfolio}/removeMembers`, { members })
  expect(namesOf(removed.record['members'] as Record<string, unknown>[])).toEqual(['Ada Sample'])
})

test('pages follow each other', async () => {
  for (const name of ['B', 'C']) await org.create('/portfolios', { name, workspace: org.workspace })
  const path = `/portfolios?workspace=${org.workspace}&limit=2`
  const first = await org.api('GET', path)
  const next = first.body['next_page'] as { path: string }
  const second = await org.api('GET', next.path)
  expect([namesOf(first.records), namesOf(second.records)]).toEqual([['Launches', 'B'], ['C']])
  expect(second.body['next_page']).toBeNull()
})
