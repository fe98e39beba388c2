import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { apiAs, gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization()
})
afterEach(() => org[Symbol.asyncDispose]())

const define = (resource_subtype: string, more: Record<string, unknown> = {}) =>
  org.create('/custom_fields', {
    ...{ name: `A ${resource_subtype}`, workspace: org.workspace, resource_subtype },
    ...more,
  })
const putOn = (custom_field: unknown, holder = `/projects/${org.project}`) =>
  org.api('POST', `${holder}/addCustomFieldSetting`, { custom_field })
const optionsOf = async (field: string) =>
  (await org.api('GET', `/custom_fields/${field}`)).record['enum_options'] as Record<string, unknown>[]
const valuesOf = async (path: string) => {
  const { record } = await org.api('GET', `${path}?opt_fields=custom_fields`)
  return record['custom_fields'] as Record<string, unknown>[]
}

describe('a definition', () => {
  test('has the members of its kind only', async () => {
    const number = (await org.api('GET', `/custom_fields/${await define('number', { precision: 2 })}`)).record
    expect(number).toMatchObject({ type: 'number', precision: 2, format: 'none' })
    expect(number).not.toHaveProperty('enum_options')
    const text = (await org.api('GET', `/custom_fields/${await define('text')}`)).record
    expect(text).toMatchObject({ type: 'text', representation_type: 'text' })
    expect(text).not.toHaveProperty('precision')
  })

  test('is listed in its workspace, renamed and deleted, and then is on nothing', async () => {
    const field = await define('text')
    await putOn(field)
    const listed = (await org.api('GET', `/workspaces/${org.workspace}/custom_fields`)).records
    expect(namesOf(listed)).toEqual(['A text'])
    expect((await org.api('PUT', `/custom_fields/${field}`, { name: 'Note' })).record).toMatchObject({
      name: 'Note',
    })
    await org.api('DELETE', `/custom_fields/${field}`)
    expect((await org.api('GET', `/custom_fields/${field}`)).status).toBe(404)
    expect((await org.api('GET', `/projects/${org.project}/custom_field_settings`)).records).toEqual([])
  })

  test.each([
    [{ resource_subtype: 'text' }, 'name: Missing input'],
    [{ name: 'x' }, 'resource_subtype: Missing input'],
    [{ name: 'x', resource_subtype: 'colour' }, 'resource_subtype: Not a valid value: colour'],
    [
      { name: 'x', resource_subtype: 'number', precision: 'many' },
      'precision: Value is not a number: "many"',
    ],
    [
      { name: 'x', resource_subtype: 'text', display_value: 'y' },
      'display_value: Cannot write this property',
    ],
    [{ name: 'x', resource_subtype: 'enum', enum_options: [{}] }, 'enum_options: [0]: name: Missing input'],
  ])('%j is refused', async (data, message) => {
    const refused = await org.api('POST', '/custom_fields', { workspace: org.workspace, ...data })
    expect(refused).toMatchObject({ status: 400, message })
    expect((await org.api('GET', `/workspaces/${org.workspace}/custom_fields`)).records).toEqual([])
  })

  test('of a kind does not become one of another', async () => {
    const field = await define('text')
    expect((await org.api('PUT', `/custom_fields/${field}`, { resource_subtype: 'date' })).message).toBe(
      'resource_subtype: Cannot write this property',
    )
  })
})

describe('enum options', () => {
  test('are added at a place, moved, renamed and switched off', async () => {
    const field = await define('enum', { enum_options: [{ name: 'High', color: 'red' }, { name: 'Low' }] })
    const [high, low] = (await optionsOf(field)).map(gidOf)
    const middle = await org.create(`/custom_fields/${field}/enum_options`, {
      ...{ name: 'Middle', insert_before: low },
    })
    expect(namesOf(await optionsOf(field))).toEqual(['High', 'Middle', 'Low'])
    await org.api('POST', `/custom_fields/${field}/enum_options/insert`, {
      ...{ enum_option: high, after_enum_option: low },
    })
    expect(namesOf(await optionsOf(field))).toEqual(['Middle', 'Low', 'High'])
    const changed = await org.api('PUT', `/enum_options/${middle}`, { name: 'Medium', enabled: false })
    expect(changed.record).toMatchObject({ name: 'Medium', enabled: false, color: 'none' })
  })

  test('belong to enums only', async () => {
    const field = await define('text')
    const refused = await org.api('POST', `/custom_fields/${field}/enum_options`, { name: 'x' })
    expect(refused.status).toBe(400)
  })
})

describe('a setting', () => {
  test('puts a field on a project, portfolio or goal, once, and takes it off', async () => {
    const field = await define('text')
    const holders = [
      `/projects/${org.project}`,
      `/portfolios/${await org.create('/portfolios', { name: 'P', workspace: org.workspace })}`,
      `/goals/${await org.create('/goals', { name: 'G', workspace: org.workspace })}`,
    ]
    for (const holder of holders) {
      expect((await putOn(field, holder)).record).toMatchObject({
        ...{ resource_type: 'custom_field_setting', is_important: false, custom_field: { gid: field } },
      })
      expect((await putOn(field, holder)).status).toBe(403)
      const listed = (await org.api('GET', `${holder}/custom_field_settings`)).records
      expect(listed).toMatchObject([{ custom_field: { name: 'A text' } }])
      await org.api('POST', `${holder}/removeCustomFieldSetting`, { custom_field: field })
      expect((await org.api('GET', `${holder}/custom_field_settings`)).records).toEqual([])
    }
  })

  test('may describe the field it brings', async () => {
    const described = { name: 'Brought', workspace: org.workspace, resource_subtype: 'text' }
    expect((await putOn(described)).record).toMatchObject({ custom_field: { name: 'Brought' } })
  })
})

describe('values', () => {
  test.each([
    ['text', 'a note', { text_value: 'a note', display_value: 'a note' }],
    ['number', 1.5, { number_value: 1.5, display_value: '1.50' }],
    ['date', { date: '2026-11-10' }, { date_value: { date: '2026-11-10', date_time: null } }],
    ['people', ['me'], { people_value: [{ name: 'Ada Sample' }], display_value: 'Ada Sample' }],
  ])('of a %s field', async (kind, value, shown) => {
    const field = await define(kind, kind === 'number' ? { precision: 2 } : {})
    await putOn(field)
    await org.api('PUT', `/tasks/${org.task}`, { custom_fields: { [field]: value } })
    const { record } = await org.api('GET', `/tasks/${org.task}`)
    expect(record['custom_fields']).toMatchObject([{ gid: field, type: kind, ...shown }])
    await org.api('PUT', `/tasks/${org.task}`, { custom_fields: { [field]: null } })
    expect(await valuesOf(`/tasks/${org.task}`)).toMatchObject([{ display_value: null }])
  })

  test('of enums are their options', async () => {
    const options = [{ name: 'High' }, { name: 'Low' }]
    const one = await define('enum', { enum_options: options })
    const several = await define('multi_enum', { enum_options: options })
    await putOn(one)
    await putOn(several)
    const [high] = (await optionsOf(one)).map(gidOf)
    const both = (await optionsOf(several)).map(gidOf)
    const custom_fields = { [one]: high, [several]: both }
    const task = await org.create('/tasks', { name: 'New', projects: [org.project], custom_fields })
    const { record } = await org.api('GET', `/tasks/${task}`)
    expect(record['custom_fields']).toMatchObject([
      { enum_value: { gid: high, name: 'High' }, display_value: 'High' },
      { multi_enum_values: [{ name: 'High' }, { name: 'Low' }], display_value: 'High, Low' },
    ])
    const foreign = await org.api('PUT', `/tasks/${task}`, { custom_fields: { [one]: both[0] } })
    expect(foreign).toMatchObject({ status: 400, message: `${one}: Unknown object: ${both[0]}` })
  })

  test('are taken by a portfolio for the projects in it, by goals and by people', async () => {
    const field = await define('text')
    const portfolio = await org.create('/portfolios', { name: 'P', workspace: org.workspace })
    const goal = await org.create('/goals', { name: 'G', workspace: org.workspace })
    await putOn(field, `/portfolios/${portfolio}`)
    await putOn(field, `/goals/${goal}`)
    await org.api('POST', `/portfolios/${portfolio}/addItem`, { item: org.project })
    for (const path of [`/projects/${org.project}`, `/goals/${goal}`, '/users/me']) {
      await org.api('PUT', path, { custom_fields: { [field]: 'x' } })
      expect(await valuesOf(path)).toMatchObject([{ text_value: 'x' }])
    }
  })

  test('are shown as far as opt_fields names them', async () => {
    await putOn(await define('text'))
    const { record } = await org.api('GET', `/tasks/${org.task}?opt_fields=custom_fields.name`)
    expect(record['custom_fields']).toEqual([{ gid: expect.any(String), name: 'A text' }])
  })

  test('of a field that is not on the task are refused, and nothing is created', async () => {
    const field = await define('text')
    const custom_fields = { [field]: 'x' }
    const refused = await org.api('POST', '/tasks', { name: 'New', projects: [org.project], custom_fields })
    expect(refused).toMatchObject({
      ...{ status: 400, message: `custom_fields: Custom field with ID ${field} is not on given object` },
    })
    const { records } = await org.api('GET', `/projects/${org.project}/tasks`)
    expect(namesOf(records)).not.toContain('New')
  })

  test('that number tasks find them', async () => {
    await putOn({ name: 'Id', workspace: org.workspace, resource_subtype: 'text', id_prefix: 'WEB' })
    const [first] = (await org.api('GET', `/projects/${org.project}/tasks`)).records
    const path = `/workspaces/${org.workspace}/tasks/custom_id`
    expect((await org.api('GET', `${path}/WEB-1`)).record).toMatchObject({ gid: first?.['gid'] })
    expect(await valuesOf(`/tasks/${gidOf(first)}`)).toMatchObject([{ display_value: 'WEB-1' }])
    expect((await org.api('GET', `${path}/WEB-99`)).status).toBe(404)
    expect((await org.api('GET', `${path}/WEB-8`)).status).toBe(404)
    const eighth = await org.create('/tasks', { name: 'Eighth', projects: [org.project] })
    expect((await org.api('GET', `${path}/WEB-8`)).record).toMatchObject({ gid: eighth })
    await org.api('DELETE', `/tasks/${eighth}`)
    const ninth = await org.create('/tasks', { name: 'Ninth', projects: [org.project] })
    expect((await org.api('GET', `${path}/WEB-9`)).record).toMatchObject({ gid: ninth })
  })
})

test('without the paid features, definitions, settings and values are 402', async () => {
  await using free = await startOrganization({ premium: false })
  const api = apiAs(free.sandbox)
  const data = { name: 'x', resource_subtype: 'text', workspace: free.workspace }
  const message = 'Custom Fields are not available for free users or guests.'
  expect(await api('POST', '/custom_fields', data)).toMatchObject({ status: 402, message })
  const setting = await api('POST', `/projects/${free.project}/addCustomFieldSetting`, { custom_field: data })
  expect(setting.status).toBe(402)
  expect((await api('PUT', `/tasks/${free.task}`, { custom_fields: { '1': 'x' } })).status).toBe(402)
})
