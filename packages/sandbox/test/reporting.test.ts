import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { gidOf } from './support/api-client.ts'
import { type Organization, startOrganization } from './support/organization.ts'

let org: Organization
let project: string
beforeEach(async () => {
  org = await startOrganization()
  project = `/projects/${org.project}`
})
afterEach(() => org[Symbol.asyncDispose]())

describe('status updates', () => {
  test.each(['project', 'portfolio', 'goal'])('are on a %s', async type => {
    const data = { name: 'x', workspace: org.workspace }
    const parent = type === 'project' ? org.project : await org.create(`/${type}s`, data)
    const update = {
      parent,
      title: 'Week 1',
      html_text: '<body>Going <b>well</b></body>',
      status_type: 'on_track',
    }
    const { status, record } = await org.api('POST', '/status_updates', update)
    expect([status, record]).toMatchObject([
      201,
      { resource_subtype: `${type}_status_update`, text: 'Going well', parent: { gid: parent } },
    ])
    const shown = await org.api('GET', `/${type}s/${parent}?opt_fields=current_status_update.title`)
    expect(shown.record).toMatchObject({ current_status_update: { title: 'Week 1' } })
    const list = `/status_updates?parent=${parent}`
    expect((await org.api('GET', list)).records).toMatchObject([{ title: 'Week 1' }])
    const later = new Date(org.sandbox.clock.now() + 1000).toISOString()
    expect((await org.api('GET', `${list}&created_since=${later}`)).records).toEqual([])
    await org.api('DELETE', `/status_updates/${gidOf(record)}`)
    expect((await org.api('GET', `/status_updates/${gidOf(record)}`)).status).toBe(404)
  })

  test.each([
    [{ text: 'x', status_type: 'on_track' }, 'parent: Missing input'],
    [{ parent: 'p', status_type: 'on_track' }, 'text: Missing input'],
    [{ parent: 'p', text: 'x' }, 'status_type: Missing input'],
    [{ parent: 'p', text: 'x', status_type: 'fine' }, 'status_type: Not a valid value: fine'],
    [{ parent: 'p', text: 'x', status_type: 'achieved' }, 'status_type: Not a valid value: achieved'],
    [{ parent: 'p', text: 'x', status_type: 'on_track', author: 'me' }, 'author: Cannot write this property'],
  ])('%j is refused', async (data: Record<string, unknown>, message) => {
    const sent = data['parent'] === 'p' ? { ...data, parent: org.project } : data
    expect(await org.api('POST', '/status_updates', sent)).toMatchObject({ status: 400, message })
  })

  test('go with what they are on', async () => {
    const update = { parent: org.project, text: 'x', status_type: 'on_track' }
    const gid = await org.create('/status_updates', update)
    await org.api('DELETE', project)
    expect((await org.api('GET', `/status_updates/${gid}`)).status).toBe(404)
  })

  test('are events of what they are on', async () => {
    const { sync } = (await org.api('GET', `/events?resource=${org.project}`)).body
    await org.create('/status_updates', { parent: org.project, text: 'x', status_type: 'on_track' })
    const { records } = await org.api('GET', `/events?resource=${org.project}&sync=${sync}`)
    expect(records).toMatchObject([{ type: 'status_update', action: 'added', parent: { gid: org.project } }])
  })
})

test('project statuses are made, listed, shown by the project and deleted', async () => {
  const { record } = await org.api('POST', `${project}/project_statuses`, { text: 'Late', color: 'red' })
  expect(record).toMatchObject({ text: 'Late', color: 'red', author: { name: 'Ada Sample' } })
  expect((await org.api('GET', `${project}/project_statuses`)).records).toHaveLength(1)
  expect((await org.api('GET', project)).record).toMatchObject({ current_status: { gid: gidOf(record) } })
  const path = `/project_statuses/${gidOf(record)}`
  expect((await org.api('GET', path)).status).toBe(200)
  await org.api('DELETE', path)
  expect((await org.api('GET', project)).record).toMatchObject({ current_status: null })
})

test('a project has one brief', async () => {
  const { record } = await org.api('POST', `${project}/project_briefs`, { title: 'Why', text: 'Because' })
  expect(record).toMatchObject({ title: 'Why', text: 'Because', project: { gid: org.project } })
  expect((await org.api('POST', `${project}/project_briefs`, { text: 'Again' })).status).toBe(400)
  const path = `/project_briefs/${gidOf(record)}`
  expect((await org.api('PUT', path, { html_text: '<body>So</body>' })).record).toMatchObject({ text: 'So' })
  const shown = await org.api('GET', `${project}?opt_fields=project_brief`)
  expect(shown.record).toMatchObject({ project_brief: { gid: gidOf(record) } })
  await org.api('DELETE', path)
  expect((await org.api('POST', `${project}/project_briefs`, { text: 'Again' })).status).toBe(201)
})

test('reactions on a comment are listed by character', async () => {
  const [story] = org.sandbox.gidsOf('story')
  const list = (emoji: string) => org.api('GET', `/reactions?target=${story}&emoji_base=${emoji}`)
  expect((await list('👍')).records).toMatchObject([{ emoji: '👍', user: { name: 'Ben Sample' } }])
  expect((await list('🎉')).records).toEqual([])
  expect((await org.api('GET', `/reactions?target=${org.task}&emoji_base=x`)).status).toBe(400)
  expect((await org.api('GET', `/reactions?target=${story}`)).message).toBe('emoji_base: Missing input')
})
