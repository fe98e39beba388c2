import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidOf } from './support/api-client.ts'
import { namesOf, type Organization, startOrganization } from './support/organization.ts'

let org: Organization
let goal: string
let path: string
beforeEach(async () => {
  org = await startOrganization()
  goal = await org.create('/goals', { name: 'Grow', workspace: org.workspace, owner: 'me' })
  path = `/goals/${goal}`
})
afterEach(() => org[Symbol.asyncDispose]())

const subgoal = (name: string) => org.create('/goals', { name, workspace: org.workspace })
const support = (supporting_resource: string, more = {}) =>
  org.api('POST', `${path}/addSupportingRelationship`, { supporting_resource, ...more })

test('a goal is of a workspace, or of the one of its team', async () => {
  expect((await org.api('GET', path)).record).toMatchObject({
    ...{ name: 'Grow', owner: { name: 'Ada Sample' }, workspace: { gid: org.workspace }, team: null },
    ...{ metric: null, liked: false, num_likes: 0, status: null, followers: [] },
  })
  const ofTeam = await org.api('POST', '/goals', { name: 'Team goal', team: org.team })
  expect(ofTeam.record).toMatchObject({ workspace: { gid: org.workspace }, team: { gid: org.team } })
  expect((await org.api('POST', '/goals', { name: 'x' })).message).toBe('workspace: Missing input')
})

test('each of its people likes it or not', async () => {
  expect((await org.api('PUT', path, { liked: true })).record).toMatchObject({ liked: true, num_likes: 1 })
  expect((await org.ben('GET', path)).record).toMatchObject({
    ...{ liked: false, likes: [{ user: { name: 'Ada Sample' } }] },
  })
})

test('followers come and go', async () => {
  const followers = ['ben@example.com']
  const added = await org.api('POST', `${path}/addFollowers`, { followers })
  expect(added.record).toMatchObject({ followers: [{ name: 'Ben Sample' }] })
  const removed = await org.api('POST', `${path}/removeFollowers`, { followers })
  expect(removed.record).toMatchObject({ followers: [] })
})

test('the last status update is the current one', async () => {
  const update = { parent: goal, text: 'Late', status_type: 'at_risk', title: 'November' }
  await org.create('/status_updates', update)
  expect((await org.api('GET', path)).record).toMatchObject({
    ...{ status: 'yellow', current_status_update: { title: 'November' } },
  })
})

describe('the metric', () => {
  test('is set, moved, and replaced', async () => {
    const early = await org.api('POST', `${path}/setMetricCurrentValue`, { current_number_value: 1 })
    expect(early.status).toBe(400)
    const set = await org.api('POST', `${path}/setMetric`, { precision: 1, target_number_value: 20 })
    expect(set.record).toMatchObject({ metric: { target_number_value: 20, current_display_value: '0.0' } })
    const moved = await org.api('POST', `${path}/setMetricCurrentValue`, { current_number_value: 7 })
    expect(moved.record).toMatchObject({ metric: { current_number_value: 7, current_display_value: '7.0' } })
    const again = await org.api('POST', `${path}/setMetric`, { unit: 'percentage' })
    expect(again.record).toMatchObject({ metric: { unit: 'percentage', current_number_value: 0 } })
  })

  test('needs a number', async () => {
    await org.api('POST', `${path}/setMetric`, {})
    const text = await org.api('POST', `${path}/setMetricCurrentValue`, { current_number_value: 'many' })
    expect(text.message).toBe('current_number_value: Value is not a number: "many"')
  })
})

describe('what supports it', () => {
  test('is goals and work, in order', async () => {
    const first = await subgoal('First')
    expect((await support(org.project)).record).toMatchObject({
      ...{ resource_subtype: 'supporting_work', supporting_resource: { name: 'Website launch' } },
      ...{ supported_goal: { name: 'Grow' }, contribution_weight: 0 },
    })
    await support(first, { insert_before: org.project, contribution_weight: 0.5 })
    const list = `/goal_relationships?supported_goal=${goal}`
    const { records } = await org.api('GET', list)
    expect(records.map(one => one['resource_subtype'])).toEqual(['subgoal', 'supporting_work'])
    expect((await org.api('GET', `${list}&resource_subtype=subgoal`)).records).toHaveLength(1)
    const own = `/goal_relationships/${gidOf(records[0])}`
    expect((await org.api('PUT', own, { contribution_weight: 1 })).record).toMatchObject({
      contribution_weight: 1,
    })
    expect(namesOf((await org.api('GET', `/goals/${first}/parentGoals`)).records)).toEqual(['Grow'])
    await org.api('POST', `${path}/removeSupportingRelationship`, { supporting_resource: first })
    expect((await org.api('GET', list)).records).toHaveLength(1)
    await org.api('DELETE', `/projects/${org.project}`)
    expect((await org.api('GET', list)).records).toEqual([])
  })

  test('filters goals', async () => {
    await subgoal('Other')
    await support(org.project)
    const found = await org.api('GET', `/goals?project=${org.project}`)
    expect(namesOf(found.records)).toEqual(['Grow'])
  })

  test('is no circle, and not twice the same', async () => {
    const below = await subgoal('Below')
    await support(below)
    const circle = await org.api('POST', `/goals/${below}/addSupportingRelationship`, {
      supporting_resource: goal,
    })
    expect(circle).toMatchObject({
      ...{ status: 400, message: 'supporting_resource: A goal cannot support itself' },
    })
    expect((await support(below)).status).toBe(400)
  })
})

test('comments on it are stories', async () => {
  const story = await org.api('POST', `${path}/stories`, { text: 'Well done', is_pinned: true })
  expect(story.record).toMatchObject({ text: 'Well done', is_pinned: true, target: { gid: goal } })
  expect((await org.api('GET', `${path}/stories`)).records).toMatchObject([{ text: 'Well done' }])
})

test('time periods are the year, its halves and its quarters', async () => {
  const { records } = await org.api('GET', `/time_periods?workspace=${org.workspace}`)
  expect(records.map(one => one['period'])).toEqual(['FY', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4'])
  const quarter = (await org.api('GET', `/time_periods/${gidOf(records[3])}`)).record
  expect(quarter).toMatchObject({ parent: { period: 'H1' }, end_on: expect.stringMatching(/-03-31$/) })
  await org.api('PUT', path, { time_period: gidOf(quarter) })
  const found = await org.api('GET', `/goals?workspace=${org.workspace}&time_periods=${gidOf(quarter)}`)
  expect(namesOf(found.records)).toEqual(['Grow'])
})
