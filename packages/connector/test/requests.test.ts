import { AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import type { Task } from '@x/asana-client'
import { createFrozenClock } from '@x/asana-sandbox'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { AsanaConnector } from '../src/index.ts'
import { type ConnectorScene, connectorScene } from './scene.ts'

describe('a failing Asana', () => {
  it('is waited for as long as it says, and no longer', async () => {
    const { sandbox, connector } = await connectorScene()
    sandbox.faults.add({
      at: 'api',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    })
    const startedAt = performance.now()
    await connector.users.get({ user_gid: 'me' })
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990)
    expect(sandbox.counters.api.faulted).toBe(1)
  })

  it('is not asked twice to create something', async () => {
    const { sandbox, connector, workspace } = await connectorScene()
    const name = 'Only one of me'
    sandbox.faults.add({
      at: 'api',
      method: 'POST',
      path: '/tasks',
      fault: { kind: 'status', status: 500, when: 'after_commit' },
    })
    await expect(connector.tasks.create({ name, workspace, assignee: 'me' })).rejects.toMatchObject({
      code: 'server_error',
    })
    const { data } = await connector.tasks.list({ assignee: 'me', workspace, allPages: true })
    expect(data.filter(task => task.name === name)).toHaveLength(1)
  })
})

describe('a list', () => {
  it('is a page, and says where the next one begins', async () => {
    const { connector, workspace, sandbox } = await connectorScene()
    const project = (await connector.projects.create({ data: { name: 'Long', workspace } })).data.gid
    sandbox.addTasks(project, 250)
    const first = await connector.tasks.list({ project, limit: 100 })
    expect(first.data).toHaveLength(100)
    const offset = first.meta.nextPage?.offset ?? ''
    const second = await connector.tasks.list({ project, limit: 100, offset })
    expect(second.data[0]?.gid).not.toBe(first.data[0]?.gid)
    expect(
      (await connector.tasks.list({ project, limit: 100, offset: second.meta.nextPage?.offset ?? '' })).meta
        .nextPage,
    ).toBeNull()
  })

  it('is all of them with allPages, up to maxItems', async () => {
    const { connector, workspace, sandbox } = await connectorScene()
    const project = (await connector.projects.create({ name: 'Long', workspace })).data.gid
    sandbox.addTasks(project, 250)
    const all = await connector.tasks.list({ project, allPages: true, opt_fields: ['name', 'completed'] })
    expect(new Set(all.data.map(({ gid }) => gid)).size).toBe(250)
    expect(all.data[0]).toEqual({ gid: expect.any(String), name: expect.any(String), completed: false })
    expect(all.meta.nextPage).toBeNull()
    const some = await connector.tasks.list({ project, allPages: true, maxItems: 120 })
    expect(some.data).toHaveLength(120)
    const rest = await connector.tasks.list({
      project,
      allPages: true,
      offset: some.meta.nextPage?.offset ?? '',
    })
    expect(rest.data).toHaveLength(130)
    expect([...some.data, ...rest.data].map(({ gid }) => gid)).toEqual(all.data.map(({ gid }) => gid))
  })

  it('has typed items', async () => {
    const { connector, workspace } = await connectorScene()
    const { data } = await connector.tasks.list({ assignee: 'me', workspace })
    expectTypeOf(data).toEqualTypeOf<readonly Task[]>()
    expectTypeOf<Task>().toHaveProperty('name')
    expectTypeOf<Task>().toHaveProperty('due_on')
    // @ts-expect-error a parameter that Asana does not have
    await expect(connector.tasks.list({ projct: '1' })).rejects.toThrow('project')
  })
})

describe('a search', () => {
  it('takes dotted names and names with underscores', async () => {
    const { connector, workspace } = await connectorScene({ premium: true })
    const one = await connector.workspace_task_search.list({ workspace_gid: workspace, assignee_any: ['me'] })
    const other = await connector.workspace_task_search.list({
      workspace_gid: workspace,
      'assignee.any': 'me',
    })
    expect(one.data.length).toBeGreaterThan(0)
    expect(one).toEqual(other)
  })

  it('has no offset, which is said before anything is sent', async () => {
    const { connector, workspace, sandbox } = await connectorScene({ premium: true })
    const before = sandbox.counters.api.total
    const params = { workspace_gid: workspace, text: 'a', offset: 'abc' }
    await expect(connector.execute('workspace_task_search', 'list', params)).rejects.toMatchObject({
      code: 'invalid_parameter',
      message: expect.stringContaining('allPages'),
    })
    expect(sandbox.counters.api.total).toBe(before)
  })

  it.each([false, true])(
    'gives all results, by when they were created (ascending: %s)',
    async sort_ascending => {
      const { connector, workspace, sandbox } = await connectorScene({ premium: true })
      const project = (await connector.projects.create({ name: 'Many', workspace })).data.gid
      // Bulk tasks share a moment; three moments, so that a page can end in the middle of one.
      for (const count of [90, 90, 90]) {
        sandbox.addTasks(project, count)
        sandbox.clock.advance(1000)
      }
      const params = { workspace_gid: workspace, projects_any: project, allPages: true, sort_ascending }
      const { data, meta } = await connector.workspace_task_search.list(params)
      expect(new Set(data.map(({ gid }) => gid)).size).toBe(270)
      expect(data).toHaveLength(270)
      expect(meta).toEqual({ nextPage: null })
      const times = data.map(task => Date.parse(task.created_at ?? ''))
      expect(times).toEqual([...times].sort((a, b) => (sort_ascending ? a - b : b - a)))
    },
  )

  it('says when there is more than it can get at', async () => {
    const { connector, workspace, sandbox } = await connectorScene({
      premium: true,
      clock: createFrozenClock(),
    })
    const project = (await connector.projects.create({ name: 'One moment', workspace })).data.gid
    sandbox.addTasks(project, 150)
    const params = { workspace_gid: workspace, projects_any: project, allPages: true }
    const { data, meta } = await connector.workspace_task_search.list(params)
    expect(data).toHaveLength(100)
    expect(meta.truncated).toBe(true)
  })

  it('is paged through in no other order', async () => {
    const { connector, workspace } = await connectorScene({ premium: true })
    const params = { workspace_gid: workspace, text: 'a', allPages: true, sort_by: 'due_date' } as const
    await expect(connector.workspace_task_search.list(params)).rejects.toMatchObject({
      code: 'invalid_parameter',
    })
  })
})

describe('a download', () => {
  const upload = async ({ connector, workspace }: ConnectorScene, content: Uint8Array<ArrayBuffer>) => {
    const parent = (await connector.tasks.create({ name: 'With file', workspace })).data.gid
    const file = { parent, name: 'büro.bin', file: new Blob([content]) }
    return (await connector.attachments.create(file)).data.gid
  }

  it('streams, also after the token had to be refreshed, and never sends the token to the storage', async () => {
    const scene = await connectorScene()
    const { sandbox, tokens, app, manager } = scene
    const content = new Uint8Array(3_000_000).fill(7)
    const gid = await upload(scene, content)
    await using connector = new AsanaConnector({ authConfig: { ...tokens, ...app }, manager })
    sandbox.clock.advance(2 * 3_600_000)
    const { stream, name, sizeBytes } = await connector.download(gid)
    expect(sandbox.counters.token.refresh_token.ok).toBe(1)
    expect([name, sizeBytes]).toEqual(['büro.bin', content.length])
    let chunks = 0
    let bytes = 0
    for await (const chunk of stream) {
      chunks++
      bytes += chunk.length
    }
    expect(bytes).toBe(content.length)
    expect(chunks).toBeGreaterThan(1)
    const authorized = sandbox.requests.filter(
      ({ endpoint, authorization }) => endpoint === 'download' && authorization,
    )
    expect(authorized).toEqual([])
  })

  it('is of a range, if one is asked for', async () => {
    const scene = await connectorScene()
    const gid = await upload(scene, new TextEncoder().encode('0123456789'))
    const { stream, sizeBytes, contentRange } = await scene.connector.download(gid, { range: 'bytes=2-4' })
    expect(await new Response(stream).text()).toBe('234')
    expect([sizeBytes, contentRange]).toEqual([10, 'bytes 2-4/10'])
    await expect(scene.connector.download(gid, { range: 'bytes=0-1,4-5' })).rejects.toMatchObject({
      code: 'invalid_parameter',
    })
    await expect(scene.connector.download('../users/me')).rejects.toMatchObject({ code: 'invalid_parameter' })
  })
})

describe('close', () => {
  it('waits for a refresh that is under way', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    let kept = false
    const connector = new AsanaConnector({
      authConfig: { refreshToken: tokens.refreshToken, ...app },
      manager,
      onTokenRefresh: () => {
        kept = true
      },
    })
    const slow = sandbox.faults.add({ at: 'token', fault: { kind: 'delay', ms: 50 } })
    const caller = new AbortController()
    const call = connector.users.get({ user_gid: 'me' }, { signal: caller.signal })
    await slow.hit()
    caller.abort(new Error('enough'))
    await expect(call).rejects.toThrow('enough')
    await connector.close()
    expect(kept).toBe(true)
  })

  it('leaves a manager alone that was handed in', async () => {
    const scene = await connectorScene()
    await using auth = new AuthManager({
      asana: { ...scene.sandbox.endpoints, ...scene.app },
      store: new MemoryStore(),
      environment: {},
    })
    await auth.storeCredentials('asana', 'ada', scene.tokens)
    const first = new AsanaConnector({ auth, subject: 'ada' })
    expect(await first.check()).toMatchObject({ status: 'healthy' })
    await first.close()
    expect(await new AsanaConnector({ auth, subject: 'ada' }).check()).toMatchObject({ status: 'healthy' })
    expect(await new AsanaConnector({ auth, subject: 'ben' }).check()).toMatchObject({
      status: 'unhealthy',
      code: 'credentials_not_found',
    })
  })
})

describe('what is not Asana', () => {
  it.each([
    ['a proxy’s page', { kind: 'html', status: 200 }, 'invalid_response'],
    ['a body that was cut off', { kind: 'truncate', ending: 'clean' }, 'invalid_response'],
    [
      'a redirect to another host',
      { kind: 'status', status: 302, headers: { location: 'https://evil.example/' } },
      'unexpected_redirect',
    ],
  ] as const)('is not believed: %s', async (_, fault, code) => {
    const { sandbox, connector } = await connectorScene()
    sandbox.faults.add({ at: 'api', fault, times: Number.POSITIVE_INFINITY })
    await expect(connector.users.get({ user_gid: 'me' })).rejects.toMatchObject({ code })
  })
})
