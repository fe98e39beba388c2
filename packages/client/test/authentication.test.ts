import { describe, expect, it, vi } from 'vitest'
import { AsanaClient, AsanaRequestError, type GetAccessToken, UnauthorizedError } from '../src/index.ts'
import { rejection, serve } from './scripted-server.ts'

const expired = { status: 401, body: { errors: [{ message: 'The bearer token has expired.' }] } }
const me = { body: { data: { gid: '1', name: 'Greg' } } }

/** Gives these tokens in turn, and the last one from then on. */
function tokens(...values: string[]) {
  return vi.fn<GetAccessToken>(() => (values.length > 1 ? values.shift() : values[0]) ?? '')
}

describe('the token', () => {
  it('is sent as a bearer token', async () => {
    const server = await serve(me)
    await server.client({ accessToken: '2/123/456:abc' }).getUser('me')
    expect(server.requests[0]?.headers.authorization).toBe('Bearer 2/123/456:abc')
  })

  it('is asked for before every request, so that the client never holds an old one', async () => {
    const server = await serve(me)
    const client = server.client({ accessToken: undefined, getAccessToken: tokens('a', 'b') })
    await client.getUser('me')
    await client.getUser('me')
    expect(server.requests.map(request => request.headers.authorization)).toEqual(['Bearer a', 'Bearer b'])
  })

  it('replaces an Authorization header of the caller', async () => {
    const server = await serve(me)
    const client = server.client({ headers: { authorization: 'Basic x' } })
    await client.fetch('/users/me', { headers: { Authorization: 'Basic y' } })
    expect(server.requests[0]?.headers.authorization).toBe('Bearer token-1')
  })

  it.each(['', 'secret\n', 'sécret', 'a secret', undefined])(
    'is refused if no header can carry it: %j',
    async token => {
      const server = await serve(me)
      const client = server.client({ accessToken: undefined, getAccessToken: () => token as string })
      const error = await rejection(client.getUser('me'))
      expect(error).toBeInstanceOf(AsanaRequestError)
      expect(error).toMatchObject({ code: 'invalid_access_token' })
      expect(String(error)).not.toMatch(/s[eé]cret/)
      expect(server.requests).toHaveLength(0)
    },
  )
})

describe('after a 401', () => {
  it('another token is asked for, and the request repeated once', async () => {
    const server = await serve(expired, me)
    const getAccessToken = tokens('old', 'new')
    const user = await server.client({ accessToken: undefined, getAccessToken }).getUser('me')
    expect(user).toEqual({ gid: '1', name: 'Greg' })
    expect(server.requests.map(request => request.headers.authorization)).toEqual([
      'Bearer old',
      'Bearer new',
    ])
    expect(getAccessToken).toHaveBeenCalledTimes(2)
    expect(getAccessToken).toHaveBeenLastCalledWith({ rejectedToken: 'old', signal: expect.any(AbortSignal) })
  })

  it('a write is repeated with its body', async () => {
    const server = await serve(expired, { status: 201, body: { data: { gid: '9' } } })
    const client = server.client({ accessToken: undefined, getAccessToken: tokens('old', 'new') })
    await client.createTask({ name: 'Plan', workspace: '1' })
    expect(server.requests.map(request => request.body)).toEqual(
      Array(2).fill('{"data":{"name":"Plan","workspace":"1"}}'),
    )
  })

  it('a second 401 is the end', async () => {
    const server = await serve(expired)
    const getAccessToken = tokens('old', 'new', 'newer')
    const client = server.client({ accessToken: undefined, getAccessToken })
    await expect(client.getUser('me')).rejects.toThrow(UnauthorizedError)
    expect(server.requests).toHaveLength(2)
    expect(getAccessToken).toHaveBeenCalledTimes(2)
  })

  it('the same token again is the end, without a second request', async () => {
    const server = await serve(expired)
    const client = server.client({ accessToken: undefined, getAccessToken: tokens('old') })
    await expect(client.getUser('me')).rejects.toThrow('The bearer token has expired.')
    expect(server.requests).toHaveLength(1)
  })

  it('a fixed token is the end, too', async () => {
    const server = await serve(expired)
    await expect(server.client().getUser('me')).rejects.toThrow(UnauthorizedError)
    expect(server.requests).toHaveLength(1)
  })

  it('the first answer is dropped, so that it holds no connection', async () => {
    const server = await serve({ ...expired, ending: 'hang' }, me)
    await server.client({ accessToken: undefined, getAccessToken: tokens('old', 'new') }).getUser('me')
    await server.dropped
  })

  it('a stream is not sent again, for it is gone', async () => {
    const server = await serve(expired)
    const getAccessToken = tokens('old', 'new')
    const client = server.client({ accessToken: undefined, getAccessToken })
    const body = new Blob(['bytes']).stream()
    const response = await client.fetch('/attachments', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual(expired.body)
    expect(server.requests).toHaveLength(1)
    // But it is told of, for the next call.
    expect(getAccessToken).toHaveBeenLastCalledWith(expect.objectContaining({ rejectedToken: 'old' }))
  })

  it('a form is sent again', async () => {
    const server = await serve(expired, me)
    const client = server.client({ accessToken: undefined, getAccessToken: tokens('old', 'new') })
    const body = new FormData()
    body.set('parent', '1')
    expect((await client.fetch('/attachments', { method: 'POST', body })).status).toBe(200)
    expect(server.requests[1]?.body).toContain('name="parent"')
  })
})

describe('an error of getAccessToken', () => {
  class SessionLost extends Error {}

  it('is thrown as it is', async () => {
    const server = await serve(me)
    const lost = new SessionLost('log in again')
    const getAccessToken = () => Promise.reject(lost)
    expect(await rejection(server.client({ accessToken: undefined, getAccessToken }).getUser('me'))).toBe(
      lost,
    )
    expect(server.requests).toHaveLength(0)
  })

  it('is thrown as it is when the function is not async, and after a 401', async () => {
    const server = await serve(expired)
    const lost = new SessionLost('log in again')
    const getAccessToken: GetAccessToken = request => {
      if (request?.rejectedToken) throw lost
      return 'old'
    }
    const client = server.client({ accessToken: undefined, getAccessToken })
    expect(await rejection(client.getUser('me'))).toBe(lost)
    expect(await rejection(client.fetch('/users/me'))).toBe(lost)
  })

  it('leaves no connection behind', async () => {
    const server = await serve({ ...expired, ending: 'hang' })
    const getAccessToken: GetAccessToken = request => {
      if (request?.rejectedToken) throw new SessionLost()
      return 'old'
    }
    await rejection(server.client({ accessToken: undefined, getAccessToken }).getUser('me'))
    await server.dropped
  })

  it.each([
    ['it throws', () => Promise.reject(new SessionLost())],
    ['what it returns is no token', () => Promise.resolve('')],
  ])('cancels the answer that refused the first token, also if %s', async (_, another) => {
    const cancelled = vi.fn()
    const body = new ReadableStream({ cancel: cancelled }, { highWaterMark: 0 })
    const client = new AsanaClient({
      getAccessToken: async request => (request?.rejectedToken ? another() : 'old'),
      fetch: async () => new Response(body, { status: 401 }),
    })
    await rejection(client.getUser('me'))
    expect(cancelled).toHaveBeenCalledOnce()
  })
})
