import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
beforeEach(async () => {
  org = await startOrganization()
})
afterEach(() => org[Symbol.asyncDispose]())

const days = { start_date: '2026-11-02', end_date: '2026-11-06' }

describe('time tracking', () => {
  const enter = (duration_minutes: number, entered_on: string, more = {}) =>
    org.create(`/tasks/${org.task}/time_tracking_entries`, { duration_minutes, entered_on, ...more })

  test('entries add up on their task, and are changed and deleted', async () => {
    const gid = await enter(30, '2026-11-02')
    await enter(15, '2026-11-03')
    expect((await org.api('GET', `/tasks/${org.task}`)).record).toMatchObject({ actual_time_minutes: 45 })
    const path = `/time_tracking_entries/${gid}`
    expect((await org.api('GET', path)).record).toMatchObject({
      ...{ task: { gid: org.task }, attributable_to: { gid: org.project }, approval_status: 'DRAFT' },
    })
    await org.api('PUT', path, { duration_minutes: 60 })
    await org.api('DELETE', `/time_tracking_entries/${await enter(5, '2026-11-04')}`)
    expect((await org.api('GET', `/tasks/${org.task}`)).record).toMatchObject({ actual_time_minutes: 75 })
    expect((await org.api('GET', `/tasks/${org.task}/time_tracking_entries`)).records).toHaveLength(2)
  })

  test('entries are found by category, person and day', async () => {
    const category = await org.create('/time_tracking_categories', {
      name: 'Design',
      workspace: org.workspace,
    })
    await enter(30, '2026-11-02', { categories: [category] })
    await enter(15, '2026-11-09')
    const count = async (path: string) => (await org.api('GET', path)).records.length
    const byCategory = `/time_tracking_categories/${category}/time_tracking_entries`
    expect(await count(byCategory)).toBe(1)
    expect(await count(`${byCategory}?start_date=2026-11-03`)).toBe(0)
    const all = `/time_tracking_entries?workspace=${org.workspace}&entered_on_start_date=2026-11-01`
    expect(await count(all)).toBe(2)
    expect(await count(`${all}&entered_on_end_date=2026-11-05`)).toBe(1)
    expect(await count(`${all}&user=ben@example.com`)).toBe(0)
    expect((await org.api('GET', `/time_tracking_entries?workspace=${org.workspace}`)).message).toBe(
      'entered_on_start_date: Missing input',
    )
  })

  test('categories are archived, recoloured and deleted', async () => {
    const list = async (query: string) =>
      namesOf((await org.api('GET', `/time_tracking_categories?workspace=${org.workspace}${query}`)).records)
    const gid = await org.create('/time_tracking_categories', { name: 'Design', workspace: org.workspace })
    const path = `/time_tracking_categories/${gid}`
    expect((await org.api('PUT', path, { is_archived: true, color: 'aqua' })).record).toMatchObject({
      ...{ is_archived: true, color: 'aqua' },
    })
    expect(await list('&is_archived=true')).toEqual(['Design'])
    expect(await list('&is_archived=false')).toEqual([])
    await org.api('DELETE', path)
    expect(await list('')).toEqual([])
  })

  test('a timesheet approves the entries of its days', async () => {
    const sheet = { user: 'me', workspace: org.workspace, ...days }
    const gid = await org.create('/timesheet_approval_statuses', sheet)
    const entry = await enter(30, '2026-11-03')
    const later = await enter(30, '2026-11-20')
    const path = `/tasks/${org.task}/time_tracking_entries`
    const day = { duration_minutes: 5, entered_on: '2026-11-03' }
    const bens = gidOf((await org.ben('POST', path, day)).record)
    await org.api('PUT', `/timesheet_approval_statuses/${gid}`, { approval_status: 'approved' })
    const statusOf = async (one: string) =>
      (await org.api('GET', `/time_tracking_entries/${one}`)).record['approval_status']
    expect(await Promise.all([entry, later, bens].map(statusOf))).toEqual(['APPROVED', 'DRAFT', 'DRAFT'])
    const list = (status: string) =>
      org.api('GET', `/timesheet_approval_statuses?workspace=${org.workspace}&approval_statuses=${status}`)
    expect((await list('approved')).records.map(gidOf)).toEqual([gid])
    expect((await list('rejected')).records).toEqual([])
  })
})

describe('capacity', () => {
  test('allocations are of a person to a project', async () => {
    const data = { parent: org.project, assignee: 'ben@example.com', ...days }
    const gid = await org.create('/allocations', { ...data, effort: { type: 'percent', value: 50 } })
    const path = `/allocations/${gid}`
    expect((await org.api('GET', path)).record).toMatchObject({
      ...{
        assignee: { name: 'Ben Sample' },
        effort: { type: 'percent', value: 50 },
        created_by: { name: 'Ada Sample' },
      },
    })
    expect((await org.api('PUT', path, { effort: { value: 80 } })).record).toMatchObject({
      effort: { type: 'percent', value: 80 },
    })
    const count = async (query: string) => (await org.api('GET', `/allocations?${query}`)).records.length
    expect(await count(`parent=${org.project}`)).toBe(1)
    expect(await count('assignee=me')).toBe(0)
    expect(await count(`workspace=${org.workspace}&limit=1`)).toBe(1)
    await org.api('DELETE', path)
    expect(await count(`parent=${org.project}`)).toBe(0)
  })

  test('budgets count what was entered', async () => {
    const total = { enabled: true, value: 600 }
    const gid = await org.create('/budgets', { parent: org.project, budget_type: 'time', total })
    await org.create(`/tasks/${org.task}/time_tracking_entries`, { duration_minutes: 90 })
    expect((await org.api('GET', `/budgets/${gid}`)).record).toMatchObject({
      ...{ total: { enabled: true, value: 600, units: 'minutes' }, actual: { value: 90 } },
    })
    const list = await org.api('GET', `/budgets?parent=${org.project}`)
    expect(list.records.map(gidOf)).toEqual([gid])
    expect(list.body).not.toHaveProperty('next_page')
  })

  test('rates are of a person on a project', async () => {
    const gid = await org.create('/rates', { parent: org.project, resource: 'me', rate: 90 })
    const path = `/rates/${gid}`
    expect((await org.api('PUT', path, { rate: 95.5 })).record).toMatchObject({
      ...{ rate: 95.5, resource: { name: 'Ada Sample' }, currency_code: 'USD' },
    })
    const moved = await org.api('PUT', path, { resource: 'ben@example.com' })
    expect(moved.message).toBe('resource: Cannot write this property')
    expect((await org.api('GET', `/rates?parent=${org.project}&resource=me`)).records).toHaveLength(1)
  })

  test.each([
    ['/allocations', { assignee: 'me', ...days }, 'parent: Missing input'],
    [
      '/allocations',
      { parent: 'p', assignee: 'nobody@example.com', ...days },
      'assignee: Not a recognized ID: nobody@example.com',
    ],
    ['/allocations', { parent: 'p', assignee: 'me', start_date: '2026-11-02' }, 'end_date: Missing input'],
    [
      '/allocations',
      { parent: 'p', assignee: 'me', ...days, effort: 'much' },
      'effort: Value is not a JSON object: much',
    ],
    [
      '/allocations',
      { parent: 'p', assignee: 'me', ...days, effort: { speed: 1 } },
      'speed: Cannot write this property',
    ],
    ['/budgets', {}, 'parent: Missing input'],
    ['/rates', { parent: 'p', resource: 'me' }, 'rate: Missing input'],
  ])('POST %s %j is refused', async (path, data: Record<string, unknown>, message) => {
    const sent = data['parent'] === 'p' ? { ...data, parent: org.project } : data
    expect(await org.api('POST', path, sent)).toMatchObject({ status: 400, message })
  })
})

test('absences are found by the days they touch', async () => {
  const ben = { user: 'ben@example.com', workspace: org.workspace }
  const gid = await org.create('/ooo_entries', { ...ben, ...days })
  const count = async (query: string) => {
    const path = `/ooo_entries?user=${ben.user}&workspace=${org.workspace}${query}`
    return (await org.api('GET', path)).records.length
  }
  expect(await count('')).toBe(1)
  expect(await count('&start_date=2026-11-06')).toBe(1)
  expect(await count('&start_date=2026-11-07')).toBe(0)
  expect(await count('&end_date=2026-11-01')).toBe(0)
  expect((await org.api('PUT', `/ooo_entries/${gid}`, { end_date: '2026-11-09' })).record).toMatchObject({
    ...{ start_date: '2026-11-02', end_date: '2026-11-09' },
  })
  await org.api('DELETE', `/ooo_entries/${gid}`)
  expect(await count('')).toBe(0)
})
