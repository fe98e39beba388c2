import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../src/index.ts'
import { type ApiClient, apiAs, gidNamed, gidOf } from './support/api-client.ts'

let sandbox: Sandbox
let api: ApiClient
let project: string
beforeEach(async () => {
  sandbox = await startSandbox()
  api = apiAs(sandbox)
  project = await gidNamed(api, '/projects', 'Bugs')
})
afterEach(() => sandbox.close())

describe('events', () => {
  const message =
    'Sync token invalid or too old. If you are attempting to keep resources in sync, you must fetch the full dataset for this query now and use the new sync token for the next sync.'
  const syncOf = (body: Record<string, unknown>) => String(body['sync'])
  const events = (sync = '') => api('GET', `/events?resource=${project}&sync=${sync}`)

  test('begin with a 412 that brings the token to begin with', async () => {
    const first = await events()
    expect(first).toMatchObject({
      status: 412,
      message,
      body: { sync: expect.stringMatching(/^[0-9a-f]{32}$/) },
    })
    const second = await events(syncOf(first.body))
    expect(second).toMatchObject({ status: 200, records: [], body: { has_more: false } })
  })

  test('tell what happened since, once', async () => {
    const start = syncOf((await events()).body)
    const { record } = await api('POST', '/tasks', { name: 'New', projects: [project] })
    await api('PUT', `/tasks/${gidOf(record)}`, { completed: true })
    await api('POST', `/tasks/${gidOf(record)}/stories`, { text: 'Done' })
    const { records, body } = await events(start)
    expect(records).toMatchObject([
      { action: 'added', type: 'task', resource: { name: 'New' }, parent: { gid: project } },
      { action: 'changed', change: { field: 'completed', action: 'changed' }, user: { name: 'Ada Sample' } },
      { action: 'added', type: 'story', parent: { gid: gidOf(record) } },
    ])
    expect((await events(syncOf(body))).records).toEqual([])
  })

  test('come a hundred at a time', async () => {
    const start = syncOf((await events()).body)
    const { record } = await api('POST', '/tasks', { name: 'New', projects: [project] })
    for (let index = 0; index < 101; index += 1) {
      await api('PUT', `/tasks/${gidOf(record)}`, { name: `Name ${index}` })
    }
    const first = await events(start)
    expect([first.records.length, first.body['has_more']]).toEqual([100, true])
    const second = await events(syncOf(first.body))
    expect([second.records.length, second.body['has_more']]).toEqual([2, false])
  })

  test('a token lives for 24 hours, and for its resource', async () => {
    const sync = syncOf((await events()).body)
    const other = await gidNamed(api, '/projects', 'Website launch')
    expect((await api('GET', `/events?resource=${other}&sync=${sync}`)).status).toBe(412)
    sandbox.clock.advance(86_400_000)
    expect((await events(sync)).status).toBe(412)
  })

  test('need a resource', async () => {
    expect((await api('GET', '/events')).message).toBe('resource: Missing input')
  })
})

describe('webhooks', () => {
  interface Delivery {
    headers: IncomingHttpHeaders
    body: string
  }
  let receiver: Server
  let target: string
  let deliveries: Delivery[]
  let echo: boolean

  beforeEach(async () => {
    deliveries = []
    echo = true
    receiver = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const secret = request.headers['x-hook-secret']
      if (secret === undefined) deliveries.push({ headers: request.headers, body })
      else if (echo) response.setHeader('x-hook-secret', secret)
      response.end()
    })
    await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
    target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  })
  afterEach(() => {
    receiver.closeAllConnections()
    receiver.close()
  })

  test('shake hands while they are created, then deliver signed changes', async () => {
    const created = await api('POST', '/webhooks', { resource: project, target })
    expect(created).toMatchObject({
      status: 201,
      record: { active: true, target, resource: { gid: project } },
    })
    const secret = String(created.body['X-Hook-Secret'])
    await expect.poll(() => deliveries).toHaveLength(1)

    await api('POST', '/tasks', { name: 'New', projects: [project] })
    await expect.poll(() => deliveries).toHaveLength(2)
    for (const { headers, body } of deliveries) {
      const signature = createHmac('sha256', secret).update(body).digest('hex')
      expect(headers['x-hook-signature']).toBe(signature)
    }
    expect(deliveries.map(({ body }) => JSON.parse(body))).toMatchObject([
      { events: [] },
      { events: [{ action: 'added', resource: { resource_type: 'task' }, parent: { gid: project } }] },
    ])
    const workspace = sandbox.workspaces[0]?.gid
    expect((await api('GET', `/webhooks?workspace=${workspace}`)).records).toHaveLength(1)
  })

  test('are not created where the secret does not come back', async () => {
    echo = false
    const refused = await api('POST', '/webhooks', { resource: project, target })
    expect([refused.status, refused.message]).toEqual([400, expect.stringContaining('handshake secret')])
  })

  test('filter', async () => {
    const filters = [{ resource_type: 'task', action: 'changed', fields: ['completed'] }]
    await api('POST', '/webhooks', { resource: project, target, filters })
    await expect.poll(() => deliveries).toHaveLength(1)
    const { record } = await api('POST', '/tasks', { name: 'New', projects: [project] })
    await api('PUT', `/tasks/${gidOf(record)}`, { name: 'Other' })
    await api('PUT', `/tasks/${gidOf(record)}`, { completed: true })
    await expect.poll(() => deliveries).toHaveLength(2)
    expect(JSON.parse(deliveries[1]?.body ?? '')).toMatchObject({
      events: [{ change: { field: 'completed' } }],
    })
  })

  test('end where they are deleted', async () => {
    const { record } = await api('POST', '/webhooks', { resource: project, target })
    await expect.poll(() => deliveries).toHaveLength(1)
    await api('DELETE', `/webhooks/${gidOf(record)}`)
    await api('POST', '/tasks', { name: 'New', projects: [project] })
    expect((await api('GET', `/webhooks/${gidOf(record)}`)).status).toBe(404)
    expect(deliveries).toHaveLength(1)
  })
})

describe('a batch', () => {
  const batch = (actions: unknown) => api('POST', '/batch', { actions })

  test('answers each action by itself', async () => {
    const workspace = sandbox.workspaces[0]?.gid
    const { status, records } = await batch([
      { method: 'get', relative_path: '/users/me', options: { fields: ['name'] } },
      { method: 'POST', relative_path: '/tags', data: { name: 'new', workspace } },
      { method: 'get', relative_path: '/tasks/0' },
      { method: 'get', relative_path: '/projects', data: { workspace }, options: { limit: 1 } },
    ])
    expect(status).toBe(200)
    expect(records).toMatchObject([
      { status_code: 200, body: { data: { name: 'Ada Sample' } }, headers: {} },
      { status_code: 201, headers: { location: expect.stringMatching(/^\/tags\/\d+$/) } },
      { status_code: 404, body: { errors: [{ message: 'task: Not a recognized ID: 0' }] } },
      {
        status_code: 200,
        body: { data: [{ name: 'Website launch' }], next_page: { offset: expect.any(String) } },
      },
    ])
  })

  test('takes ten actions, and no query in a path', async () => {
    const action = { method: 'get', relative_path: '/users/me' }
    expect((await batch(Array(11).fill(action))).status).toBe(400)
    expect((await batch([{ ...action, relative_path: '/users/me?opt_fields=name' }])).message).toContain(
      'Parameters are not accepted in a batch action path',
    )
    expect((await batch([{ method: 'POST', relative_path: '/batch' }])).status).toBe(400)
    expect((await batch('x')).message).toBe('actions: Missing input')
  })
})
