import { describe, expect, it } from 'vitest'
import { type ReceivedRequest, type Reply, rejection, serve } from './scripted-server.ts'

/** A list of 5 workspaces in pages of 2, by offset as Asana does it. */
function pages({ url }: ReceivedRequest): Reply {
  const start = Number(new URL(url, 'http://a').searchParams.get('offset') ?? 0)
  const data = ['1', '2', '3', '4', '5'].slice(start, start + 2).map(gid => ({ gid }))
  const offset = String(start + 2)
  const next = {
    offset,
    path: `/workspaces?offset=${offset}`,
    uri: `http://evil.example/workspaces?offset=${offset}`,
  }
  return { body: { data, next_page: start + 2 < 5 ? next : null } }
}

async function gids(list: AsyncIterable<{ gid: string }>): Promise<string> {
  let all = ''
  for await (const { gid } of list) all += gid
  return all
}

describe('a list', () => {
  it('awaited is its first page', async () => {
    const server = await serve(pages)
    const { data, nextPage } = await server.client().getWorkspaces()
    expect(data).toEqual([{ gid: '1' }, { gid: '2' }])
    expect(nextPage).toMatchObject({ offset: '2' })
  })

  it('ends with a page without a next one', async () => {
    const server = await serve(pages)
    expect(await server.client().getWorkspaces({ offset: '4' })).toEqual({
      data: [{ gid: '5' }],
      nextPage: null,
    })
  })

  it('iterated is all items of all pages, each once', async () => {
    const server = await serve(pages)
    expect(await gids(server.client().getWorkspaces({ limit: 2, opt_fields: ['name'] }))).toBe('12345')
    expect(server.requests.map(request => request.url)).toEqual([
      '/api/1.0/workspaces?opt_fields=name&limit=2',
      '/api/1.0/workspaces?opt_fields=name&limit=2&offset=2',
      '/api/1.0/workspaces?opt_fields=name&limit=2&offset=4',
    ])
  })

  it('as an array is all items of all pages', async () => {
    const server = await serve(pages)
    const items = await server.client().getWorkspaces({ limit: 2 }).toArray()
    expect(items.map(({ gid }) => gid)).toEqual(['1', '2', '3', '4', '5'])
    expect(server.requests).toHaveLength(3)
  })

  it.each([
    [0, '', 0],
    [1, '1', 1],
    [2, '12', 1],
    [3, '123', 2],
    [9, '12345', 3],
  ])('as an array of at most %i items asks for no page too many', async (maxItems, expected, requests) => {
    const server = await serve(pages)
    const items = await server.client().getWorkspaces({ limit: 2 }).toArray({ maxItems })
    expect(items.map(({ gid }) => gid).join('')).toBe(expected)
    expect(server.requests).toHaveLength(requests)
  })

  it.each([-1, 1.5, Number.NaN])(
    'as an array of at most %d items is refused, and sends nothing',
    async maxItems => {
      const server = await serve(pages)
      const list = server.client().getWorkspaces()
      await expect(list.toArray({ maxItems })).rejects.toMatchObject({ code: 'invalid_option' })
      expect(server.requests).toEqual([])
    },
  )

  it('page by page asks for a page when it is its turn', async () => {
    const server = await serve(pages)
    const list = server.client().getWorkspaces({ limit: 2 })
    const seen: string[] = []
    for await (const { data } of list.pages()) {
      seen.push(`${data.map(({ gid }) => gid).join('')} after ${server.requests.length}`)
    }
    expect(seen).toEqual(['12 after 1', '34 after 2', '5 after 3'])
    for await (const _ of list.pages()) break
    // The first page was there already.
    expect(server.requests).toHaveLength(3)
  })

  it('starts at the offset that it was given', async () => {
    const server = await serve(pages)
    expect(await gids(server.client().getWorkspaces({ offset: '2' }))).toBe('345')
  })

  it('asks for full pages unless told otherwise, since Asana refuses long lists without a limit', async () => {
    const server = await serve(pages)
    await server.client().getTasks({ project: '7', limit: undefined })
    expect(server.requests[0]?.url).toBe('/api/1.0/tasks?project=7&limit=100')
  })

  it('sends nothing until it is awaited or iterated', async () => {
    const server = await serve(pages)
    const list = server.client().getWorkspaces()
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(server.requests).toEqual([])
    await list
    expect(server.requests).toHaveLength(1)
  })

  it('awaited twice sends once', async () => {
    const server = await serve(pages)
    const list = server.client().getWorkspaces()
    const [one, two] = [await list, await list]
    expect(one).toBe(two)
    await Promise.all([list, list.then(), list.catch(() => {}), list.finally(() => {})])
    expect(server.requests).toHaveLength(1)
  })

  it('iterated after it was awaited does not ask for the first page again', async () => {
    const server = await serve(pages)
    const list = server.client().getWorkspaces()
    await list
    expect(await gids(list)).toBe('12345')
    expect(server.requests).toHaveLength(3)
  })

  it('asks for no page that nobody wants', async () => {
    const server = await serve(pages)
    for await (const { gid } of server.client().getWorkspaces()) if (gid === '2') break
    expect(server.requests).toHaveLength(1)
  })

  it('throws where it fails, after the items before', async () => {
    const server = await serve(pages({ url: '/' } as ReceivedRequest), { status: 400 })
    const seen: string[] = []
    const error = await rejection(
      (async () => {
        for await (const { gid } of server.client().getWorkspaces()) seen.push(gid)
      })(),
    )
    expect(seen).toEqual(['1', '2'])
    expect(error).toMatchObject({ code: 'bad_request' })
  })

  it('asked for many items at once gives each once, and asks for each page once', async () => {
    const page = (gids: string[], offset?: string) => ({
      body: { data: gids.map(gid => ({ gid })), next_page: offset ? { offset, path: '', uri: '' } : null },
    })
    const server = await serve(page(['1', '2'], 'a'), page([], 'b'), page(['3']))
    const iterator = server.client().getTasks({ project: '1' })[Symbol.asyncIterator]()
    const results = await Promise.all([1, 2, 3, 4, 5].map(() => iterator.next()))
    expect(results.map(({ value }) => value?.gid)).toEqual(['1', '2', '3', undefined, undefined])
    expect(server.requests).toHaveLength(3)
  })

  it('left in the middle is over', async () => {
    const server = await serve({ body: { data: [{ gid: '1' }, { gid: '2' }], next_page: null } })
    const iterator = server.client().getTasks({ project: '1' })[Symbol.asyncIterator]()
    for await (const { gid } of iterator) {
      expect(gid).toBe('1')
      break
    }
    expect(await iterator.next()).toEqual({ value: undefined, done: true })
  })

  it('left while a page is on its way is over, whatever that page brings', async () => {
    const server = await serve({ body: { data: [{ gid: '1' }, { gid: '2' }], next_page: null } })
    const iterator = server.client().getTasks({ project: '1' })[Symbol.asyncIterator]()
    const first = iterator.next()
    await iterator.return?.()
    await first
    expect(await iterator.next()).toEqual({ value: undefined, done: true })
  })

  it('is a promise to everything that takes one', async () => {
    const server = await serve({ status: 403 }, pages)
    const client = server.client()
    expect(await client.getWorkspaces().catch(error => error)).toMatchObject({ code: 'forbidden' })
    let ended = false
    await client.getWorkspaces().finally(() => {
      ended = true
    })
    expect(ended).toBe(true)
    const [page] = await Promise.all([client.getWorkspaces()])
    expect(page.data[0]?.gid).toBe('1')
  })

  it('whose data is no array is an invalid_response', async () => {
    const server = await serve({ body: { data: { gid: '1' } } })
    await expect(server.client().getWorkspaces()).rejects.toMatchObject({ code: 'invalid_response' })
  })
})
