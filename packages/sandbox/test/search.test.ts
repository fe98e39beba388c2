import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization()
})
afterEach(() => org[Symbol.asyncDispose]())

const find = async (kind: string, query: string) =>
  namesOf((await org.api('GET', `/workspaces/${org.workspace}/${kind}/search?${query}`)).records)

describe('tasks are searched', () => {
  const search = (query: string) => find('tasks', `sort_by=created_at&sort_ascending=true&${query}`)

  test('by relations of which any, all or none hold', async () => {
    const tags = (await org.api('GET', '/tags')).records
    const [urgent, customer] = tags.map(tag => String(tag['gid']))
    await org.api('POST', `/tasks/${org.task}/addTag`, { tag: urgent })
    const login = 'Login button is below the fold on phones'
    expect(await search(`tags.any=${urgent}`)).toEqual(['Write the landing page', login])
    expect(await search(`tags.all=${urgent},${customer}`)).toEqual([login])
    expect(await search(`tags.any=${urgent}&tags.not=${customer}`)).toEqual(['Write the landing page'])
    expect(await search(`teams.any=${org.team}&assignee.any=ben@x,me&completed=true`)).toEqual([
      'Book the hosting',
      'Agree on the date',
    ])
  })

  test('by what waits for what', async () => {
    expect(await search('is_blocked=true')).toEqual(['Write the landing page'])
    expect(await search('is_blocking=true')).toEqual(['Move the domain'])
    expect(await search('has_attachment=true')).toEqual([])
  })

  test('by days, of which both ends are left out', async () => {
    await org.api('PUT', `/tasks/${org.task}`, { due_on: '2030-01-02' })
    expect(await search('due_on=2030-01-02')).toEqual(['Write the landing page'])
    expect(await search('due_on.after=2030-01-01&due_on.before=2030-01-03')).toHaveLength(1)
    expect(await search('due_on.after=2030-01-02')).toEqual([])
    const { record } = await org.api('GET', `/tasks/${org.task}`)
    const day = String(record['created_at']).slice(0, 10)
    expect(await search(`created_on=${day}&text=landing`)).toEqual(['Write the landing page'])
  })

  test('by the value of a custom field', async () => {
    const field = await org.create('/custom_fields', {
      ...{ name: 'Note', resource_subtype: 'text', workspace: org.workspace },
    })
    await org.api('POST', `/projects/${org.project}/addCustomFieldSetting`, { custom_field: field })
    await org.api('PUT', `/tasks/${org.task}`, { custom_fields: { [field]: 'blue' } })
    expect(await search(`custom_fields.${field}.value=blue`)).toEqual(['Write the landing page'])
    expect(await search(`custom_fields.${field}.value=red`)).toEqual([])
    expect(await search(`custom_fields.${field}.is_set=true`)).toEqual(['Write the landing page'])
  })
})

test('projects are searched by name, people, team and date', async () => {
  expect(await find('projects', 'text=LAUNCH')).toEqual(['Website launch'])
  expect(await find('projects', 'owner.any=me')).toEqual(['Website launch'])
  expect(await find('projects', 'members.not=me')).toEqual(['Bugs'])
  expect(await find('projects', `teams.any=${org.team}&sort_by=created_at`)).toEqual([
    'Bugs',
    'Website launch',
  ])
  expect(await find('projects', 'completed=true')).toEqual([])
  await org.api('PUT', `/projects/${org.project}`, { due_on: '2026-12-01' })
  expect(await find('projects', 'due_on.before=2026-12-24')).toEqual(['Website launch'])
})

test.each(['tasks', 'projects'])('searching %s is 402 without the paid features', async kind => {
  await using free = await startOrganization({ premium: false })
  expect(await free.api('GET', `/workspaces/${free.workspace}/${kind}/search`)).toMatchObject({
    ...{ status: 402, message: 'Search is only available to premium users.' },
  })
})

test.each([
  ['portfolio', '/portfolios'],
  ['goal', '/goals'],
])('typeahead finds a %s by its name', async (type, path) => {
  await org.create(path, { name: 'Grow the garden', workspace: org.workspace })
  const query = `resource_type=${type}&query=garden`
  const { records } = await org.api('GET', `/workspaces/${org.workspace}/typeahead?${query}`)
  expect(records).toMatchObject([{ resource_type: type, name: 'Grow the garden' }])
})
