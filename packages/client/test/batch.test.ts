import { startSandbox } from '@x/asana-sandbox'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { encodeAction } from '../src/batch/batch-action.ts'
import { AsanaClient, type BatchAction, ForbiddenError, NotFoundError } from '../src/index.ts'
import { type ReceivedRequest, type Reply, rejection, serve } from './scripted-server.ts'

/** Answers each action with its own path. */
function echo({ body }: ReceivedRequest): Reply {
  const { data } = JSON.parse(body) as { data: { actions: { relative_path: string }[] } }
  const results = data.actions.map(({ relative_path }) => ({
    status_code: 200,
    headers: { location: relative_path },
    body: { data: { gid: relative_path } },
  }))
  return { body: { data: results } }
}

/** As whoever passes on options of their own has it: the types of an action do not stop them. */
const given = <T extends object>(options: T): Omit<T, 'signal' | 'timeoutMs'> => options

describe('an action of a batch', () => {
  it.each<[BatchAction, object]>([
    [['getTask', '1'], { method: 'get', relative_path: '/tasks/1' }],
    [
      ['getTask', '1', { opt_fields: ['name', 'notes'] }],
      { method: 'get', relative_path: '/tasks/1', options: { fields: ['name', 'notes'] } },
    ],
    [
      ['getTask', '1', { opt_fields: 'name' }],
      { method: 'get', relative_path: '/tasks/1', options: { fields: ['name'] } },
    ],
    [
      ['getTasks', { project: '5', limit: 7, offset: 'x' }],
      { method: 'get', relative_path: '/tasks', data: { project: '5' }, options: { limit: 7, offset: 'x' } },
    ],
    [
      ['createTask', { name: 'A', workspace: '1' }, { opt_fields: ['name'] }],
      {
        method: 'post',
        relative_path: '/tasks',
        data: { name: 'A', workspace: '1' },
        options: { fields: ['name'] },
      },
    ],
    [
      ['updateTask', '1', { completed: true }],
      { method: 'put', relative_path: '/tasks/1', data: { completed: true } },
    ],
    [['deleteTag', '2'], { method: 'delete', relative_path: '/tags/2' }],
    [
      ['deleteTag', '2', given({ signal: undefined, opt_pretty: undefined })],
      { method: 'delete', relative_path: '/tags/2' },
    ],
    [['getTask', '1', { opt_fields: undefined }], { method: 'get', relative_path: '/tasks/1' }],
    [
      ['getTasks', given({ project: '5', section: undefined, timeoutMs: undefined })],
      { method: 'get', relative_path: '/tasks', data: { project: '5' } },
    ],
  ])('%j says what its method says', (action, encoded) => {
    expect(encodeAction(action)).toEqual(encoded)
  })

  it.each([
    [['getTsk', '1'], 'unknown_operation'],
    [['getTask', '../users/me'], 'invalid_path_parameter'],
    [['getTask', 'a/b'], 'invalid_path_parameter'],
    [['getTask'], 'invalid_path_parameter'],
    [['createBatchRequest', { actions: [] }], 'invalid_batch_action'],
    [['createAttachmentForObject', { parent: '1' }], 'invalid_batch_action'],
    [['getTask', '1', { timeoutMs: 5 }], 'invalid_batch_action'],
    [['deleteTag', '1', { force: true }], 'invalid_batch_action'],
  ] as const)('%j is refused before anything is sent', async (action, code) => {
    const server = await serve({})
    const actions = [['getTask', '1'], action] as unknown as BatchAction[]
    expect(await rejection(server.client().batch(actions))).toMatchObject({ name: 'AsanaRequestError', code })
    expect(server.requests).toEqual([])
  })
})

describe('the type of an action', () => {
  it('is that of its method', () => {
    expectTypeOf<['getTask', string, { opt_fields: 'name'[] }]>().toExtend<BatchAction>()
    expectTypeOf<['createTask', { name: string }]>().toExtend<BatchAction>()
    expectTypeOf<['getTasks', { project: string; limit: number }]>().toExtend<BatchAction>()
    expectTypeOf<['getTask', number]>().not.toExtend<BatchAction>()
    expectTypeOf<['createTask', { name: number }]>().not.toExtend<BatchAction>()
  })

  it('admits nothing that is always refused', () => {
    expectTypeOf<BatchAction[0] & ('createAttachmentForObject' | 'createBatchRequest')>().toBeNever()
    expectTypeOf<['getTask', string, { signal: AbortSignal }]>().not.toExtend<BatchAction>()
    expectTypeOf<['getTask', string, { timeoutMs: number }]>().not.toExtend<BatchAction>()
    expectTypeOf<['deleteTask', string, { retry: false }]>().not.toExtend<BatchAction>()
    expectTypeOf<['getTasks', { headers: Headers }]>().not.toExtend<BatchAction>()
  })
})

describe('a batch', () => {
  it('goes by tens, and its results are in order', async () => {
    const server = await serve(echo)
    const gids = Array.from({ length: 25 }, (_, i) => String(i))
    const results = await server.client().batch(gids.map(gid => ['getTask', gid] as const))
    expect(results.map(result => 'body' in result && result.body)).toEqual(
      gids.map(gid => ({ data: { gid: `/tasks/${gid}` } })),
    )
    expect(server.requests.map(({ body }) => JSON.parse(body).data.actions.length)).toEqual([10, 10, 5])
  })

  it('of nothing sends nothing', async () => {
    const server = await serve(echo)
    expect(await server.client().batch([])).toEqual([])
    expect(server.requests).toEqual([])
  })

  it('has an error where an action failed, of the kind that its method throws', async () => {
    const server = await serve({
      body: {
        data: [
          { status_code: 404, body: { errors: [{ message: 'task: Unknown object: 1' }] } },
          { status_code: 200, headers: {}, body: { data: { gid: '2' } } },
          { status_code: 403, body: {} },
          {},
        ],
      },
    })
    const [missing, found, closed, odd] = await server
      .client()
      .batch(['1', '2', '3', '4'].map(gid => ['getTask', gid] as const))
    expect(missing).toBeInstanceOf(NotFoundError)
    expect(missing).toMatchObject({
      method: 'GET',
      path: '/tasks/1',
      errors: [{ message: 'task: Unknown object: 1' }],
    })
    expect(found).toEqual({ status: 200, headers: {}, body: { data: { gid: '2' } } })
    expect(closed).toBeInstanceOf(ForbiddenError)
    expect(odd).toBeInstanceOf(Error)
  })

  it('throws where the whole request fails', async () => {
    const server = await serve({ status: 402 })
    expect(await rejection(server.client().batch([['getTask', '1']]))).toMatchObject({
      code: 'payment_required',
    })
  })

  it('does at the sandbox what its methods do', async () => {
    await using sandbox = await startSandbox()
    const accessToken = sandbox.createPersonalAccessToken('ada@example.com')
    const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
    const [workspace] = (await client.getWorkspaces()).data
    const names = Array.from({ length: 12 }, (_, i) => `Task ${i}`)
    const created = await client.batch(
      names.map(
        name => ['createTask', { name, workspace: workspace?.gid }, { opt_fields: ['name'] }] as const,
      ),
    )
    expect(created.map(result => 'body' in result && result.body)).toEqual(
      names.map(name => ({ data: expect.objectContaining({ name }) })),
    )
    const [me, missing] = await client.batch([
      ['getUser', 'me', { opt_fields: ['email'] }],
      ['getTask', '404'],
    ])
    expect(me).toMatchObject({ status: 200, body: { data: { email: 'ada@example.com' } } })
    expect(missing).toBeInstanceOf(NotFoundError)
  })
})
