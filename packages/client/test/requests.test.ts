import { inspect } from 'node:util'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import {
  AsanaClient,
  type AsanaList,
  AsanaRequestError,
  operation,
  operationIds,
  type Task,
  type User,
} from '../src/index.ts'
import { buildRequest } from '../src/request/build-request.ts'
import { rejection, serve } from './scripted-server.ts'

describe('a typed call', () => {
  it('returns what Asana wrapped in data', async () => {
    const server = await serve({ body: { data: { gid: '1', name: 'Greg' } } })
    const user = await server.client().getUser('me', { opt_fields: ['name', 'email', 'workspaces.name'] })
    expect(user).toEqual({ gid: '1', name: 'Greg' })
    expectTypeOf(user).toEqualTypeOf<User>()
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      url: '/api/1.0/users/me?opt_fields=name%2Cemail%2Cworkspaces.name',
      body: '',
    })
  })

  it('sends data as JSON, and the fields to return in the query', async () => {
    const server = await serve({ status: 201, body: { data: { gid: '9' } } })
    const task = await server.client().createTask({ name: 'Plän', workspace: '1' }, { opt_fields: 'name' })
    expectTypeOf(task).toEqualTypeOf<Task>()
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/api/1.0/tasks?opt_fields=name',
      headers: { 'content-type': 'application/json' },
      body: '{"data":{"name":"Plän","workspace":"1"}}',
    })
  })

  it('sends the headers of the client, and those of the call before them', async () => {
    const server = await serve({ body: { data: {} } })
    const client = server.client({ userAgent: 'my-app/1', headers: { 'Asana-Enable': 'a', 'X-Own': '1' } })
    await client.getUser('me', { headers: { 'asana-enable': 'b' } })
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'my-app/1',
      'asana-enable': 'b',
      'x-own': '1',
    })
    expect(server.requests[0]?.url).toBe('/api/1.0/users/me')
  })

  it.each([
    ['userAgent', { userAgent: 's3cret\nx-evil: 1' }],
    ['userAgent', { userAgent: 's3cret → 1' }],
    ['headers', { headers: { 'x-key': 's3cret\0' } }],
    ['headers', { headers: { 'x key': 's3cret' } }],
  ])('cannot have %s that no header may hold: the client says so, and not what it was', (option, options) => {
    const make = () => new AsanaClient({ accessToken: 'a', ...options })
    expect(make).toThrow(
      expect.objectContaining({
        name: 'AsanaRequestError',
        code: 'invalid_option',
        message: expect.stringMatching(new RegExp(`^${option}(?!.*s3cret)`)),
      }),
    )
  })

  it.each([
    [{ 'x-key': 's3cret\0' }, { accessToken: 'a' }],
    [{ 'x key': 's3cret' }, { getAccessToken: async () => 'a' }],
  ])('cannot have %j either', async (headers, tokens) => {
    const server = await serve({ body: { data: {} } })
    const client = new AsanaClient({ baseUrl: server.baseUrl, ...tokens })
    for (const call of [client.getUser('me', { headers }), client.fetch('/users/me', { headers })]) {
      expect(await rejection(call)).toMatchObject({
        name: 'AsanaRequestError',
        code: 'invalid_option',
        message: expect.stringMatching(/^headers(?!.*s3cret)/),
      })
    }
    expect(server.requests).toHaveLength(0)
  })

  it('goes to Asana unless told otherwise', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ data: { gid: '1' } }))
    await new AsanaClient({ accessToken: 'a', fetch }).getUser('me')
    expect(fetch.mock.calls[0]?.[0]).toBe('https://app.asana.com/api/1.0/users/me')
    expect(new Headers(fetch.mock.calls[0]?.[1].headers).has('user-agent')).toBe(false)
  })

  it('calls fetch without a receiver, as some runtimes demand', async () => {
    let receiver: unknown
    async function fetch(this: unknown) {
      receiver = this
      return Response.json({ data: {} })
    }
    await new AsanaClient({ accessToken: 'a', fetch }).getUser('me')
    expect(receiver).toBeUndefined()
  })
})

describe('the query', () => {
  const target = (params: object) =>
    buildRequest({ ...operation('getUser'), path: '/x', pathParts: ['/x'] }, [params]).target

  it('joins arrays, writes dates as ISO 8601, and leaves out what is undefined', () => {
    const params = {
      ids: ['1', 2, undefined],
      done: false,
      opt_pretty: true,
      since: new Date(0),
      gone: undefined,
      none: [],
    }
    expect(target(params)).toBe('/x?ids=1%2C2&done=false&opt_pretty=true&since=1970-01-01T00%3A00%3A00.000Z')
    expect(target({})).toBe('/x')
  })

  it('encodes what it holds', () => {
    expect(target({ 'assignee.any': 'a&b=c#d', text: 'ü +' })).toBe(
      '/x?assignee.any=a%26b%3Dc%23d&text=%C3%BC+%2B',
    )
  })

  it.each([1, 100])('takes a limit of %i', limit => expect(target({ limit })).toBe(`/x?limit=${limit}`))

  it.each([0, 101, -1, 1.5, Number.NaN, 'all', { toString: 0 }])('refuses a limit of %j', limit => {
    expect(() => target({ limit })).toThrow(
      expect.objectContaining({ name: 'AsanaRequestError', code: 'invalid_limit' }),
    )
  })
})

describe('request', () => {
  it('takes path parameters, then data, then options, as many as there are', () => {
    const { target, init, send } = buildRequest(operation('addTagForTask'), [
      '1',
      { tag: '2' },
      { opt_pretty: true },
      { timeoutMs: 5 },
    ])
    expect([init.method, target, init.body, send.timeoutMs]).toEqual([
      'POST',
      '/tasks/1/addTag?opt_pretty=true',
      '{"data":{"tag":"2"}}',
      5,
    ])
  })

  it('calls an operation by name, with the types of its method', async () => {
    const server = await serve({ body: { data: { gid: '1' } } }, { body: { data: [{ gid: '2' }] } })
    const client = server.client()
    const user = await client.request('getUser', ['me', { opt_pretty: true }])
    expectTypeOf(user).toEqualTypeOf<User>()
    const list = client.request('getTasks', [{ project: '1' }])
    expectTypeOf(list).toEqualTypeOf<AsanaList<Task>>()
    expect([user, await list]).toEqual([{ gid: '1' }, { data: [{ gid: '2' }], nextPage: null }])
  })

  it.each<[string, (called: AsanaList<unknown>) => Promise<unknown>]>([
    ['await', async called => await called],
    ['catch', called => called.catch(error => Promise.reject(error))],
    ['toArray', called => called.toArray()],
    ['pages', called => called.pages().next()],
    [
      'for await',
      async called => {
        for await (const item of called) throw new Error(`There is an item: ${item}`)
      },
    ],
  ])('rejects a name that Asana does not have, before anything is sent: %s', async (_, use) => {
    const client = new AsanaClient({ accessToken: 'a', fetch: () => Promise.reject(new Error('sent')) })
    // Whoever takes names from elsewhere does not know whether it would have been a list.
    const called = client.request('getUsr' as string, ['me']) as AsanaList<unknown>
    const error = await rejection(use(called))
    expect(error).toBeInstanceOf(AsanaRequestError)
    expect(error).toMatchObject({ code: 'unknown_operation', message: expect.stringContaining('getUsr') })
  })

  it('is what each method of the table calls', async () => {
    const client = new AsanaClient({ accessToken: 'a' })
    const request = vi.spyOn(client, 'request').mockResolvedValue({ gid: '1' } as never)
    await client.getUser('me', { opt_pretty: true })
    expect(request).toHaveBeenCalledWith('getUser', ['me', { opt_pretty: true }])
    for (const id of operationIds) expect(client).toHaveProperty(id, expect.any(Function))
  })
})

describe('client.fetch', () => {
  it('returns the response as it is, whatever its status', async () => {
    const server = await serve({ status: 404, body: { errors: [{ message: 'No matching route' }] } })
    const response = await server.client().fetch('/tags', { method: 'POST', body: '{"data":{}}' })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ errors: [{ message: 'No matching route' }] })
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/api/1.0/tags', body: '{"data":{}}' })
  })
})

describe('a printed client', () => {
  it('shows no token', () => {
    const client = new AsanaClient({ accessToken: 'secret', headers: { 'x-own': 'secret' } })
    const shown = [
      inspect(client, { depth: null, showHidden: true }),
      JSON.stringify({ client }),
      String(client),
    ]
    expect(shown.join()).not.toContain('secret')
    expect(inspect(client)).toBe('AsanaClient {}')
  })

  it('nor do its errors', async () => {
    const server = await serve({ status: 401 }, { ending: 'break' })
    const client = server.client({ accessToken: 'secret' })
    for (const call of [() => client.getUser('me'), () => client.getUser('me')]) {
      const error: unknown = await call().catch(error => error)
      expect(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error)).not.toContain(
        'secret',
      )
    }
  })
})
