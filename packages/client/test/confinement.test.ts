import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AsanaClient, AsanaRequestError, operation } from '../src/index.ts'
import { parseBaseUrl, resolveBelow } from '../src/request/base-url.ts'
import { buildRequest } from '../src/request/build-request.ts'
import { rejection, serve } from './scripted-server.ts'

const base = 'https://app.asana.com/api/1.0'

/** Strings made of what URL parsers stumble over. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '\\',
        '..',
        '.',
        '%2e',
        '%2E%2e',
        '%2f',
        '%5c',
        '%00',
        '?',
        '#',
        '@',
        ':',
        ';',
        '&',
        ' ',
        '\t',
        '\n',
        '\r',
        '\0',
        '\u2028',
        '\ud800',
        '／',
        '。',
        'https:',
        'http://',
        'javascript:',
        'data:',
        'evil.com',
        'app.asana.com',
        'api/1.0',
        'users',
        'me',
        base,
        `${base}/`,
        'user:pw@',
        '[::1]',
        '{user_gid}',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''))

describe('an address that client.fetch is given', () => {
  it.each([
    ['/users/me', '/users/me'],
    ['users/me', '/users/me'],
    ['/tasks?project=1&text=a//b..c', '/tasks?project=1&text=a//b..c'],
    ['/tasks/external:42', '/tasks/external:42'],
    [`${base}/users/me`, '/users/me'],
    ['HTTPS://APP.ASANA.COM:443/api/1.0/users/me', '/users/me'],
  ])('is taken below the base URL: %s', (target, expected) => {
    expect(resolveBelow(base, target).href).toBe(base + expected)
  })

  it.each([
    '//evil.com/x',
    '///evil.com/x',
    '\\\\evil.com',
    '/\\evil.com',
    'https:evil.com',
    'https:/evil.com',
    'https://evil.com/api/1.0/users/me',
    'http://app.asana.com/api/1.0/users/me',
    'https://app.asana.com:8443/api/1.0/users/me',
    'https://app.asana.com/-/oauth_token',
    'https://app.asana.com/api/1.0.evil/users',
    'https://app.asana.com.evil.com/api/1.0/users',
    'https://app.asana.com@evil.com/api/1.0/users',
    'https://user:password@app.asana.com/api/1.0/users/me',
    'ht\ntps://evil.com',
    ' https://evil.com',
    'javascript:alert(1)',
    'https://',
    '/../',
    '/..',
    '/../../-/oauth_token',
    '/users/%2e%2e/%2E./%2e%2e/x',
    '/users/..%2f..%2f..%2f-%2foauth_token',
    '/..\\..\\x',
  ])('is refused if it leads elsewhere: %j', target => {
    expect(() => resolveBelow(base, target)).toThrow(expect.objectContaining({ code: 'foreign_origin' }))
  })

  it('cannot leave the base URL, whatever it is', () => {
    fc.assert(
      fc.property(nasty, target => {
        let url: URL
        try {
          url = resolveBelow(base, target)
        } catch (error) {
          expect(error).toMatchObject({ name: 'AsanaRequestError', code: 'foreign_origin' })
          return
        }
        expect(url.origin).toBe('https://app.asana.com')
        expect(url.pathname.startsWith('/api/1.0/')).toBe(true)
        expect(decodeURIComponentOr(url.pathname)).not.toMatch(/\/\/|\\|\/\.\.?(\/|$)/)
        expect(url.username + url.password).toBe('')
        // And parsing it again, as fetch does, changes nothing.
        expect(new URL(url.href).href).toBe(url.href)
      }),
      { numRuns: 2000 },
    )
  })

  it('that is foreign reaches nobody, and the error does not repeat it', async () => {
    const [server, evil] = [await serve({}), await serve({})]
    const error = await rejection(server.client().fetch(`${evil.origin}/api/1.0/users?code=secret`))
    expect(error).toBeInstanceOf(AsanaRequestError)
    expect(error).toMatchObject({ code: 'foreign_origin' })
    expect(String(error)).not.toContain('secret')
    expect([...server.requests, ...evil.requests]).toEqual([])
  })

  it('may be a URL object, and the base URL may end with a slash', async () => {
    const server = await serve({})
    const client = server.client({ baseUrl: `${server.baseUrl}/` })
    await client.fetch(new URL(`${server.baseUrl}/users/me?opt_pretty`))
    await client.fetch('/users/me')
    expect(server.requests.map(request => request.url)).toEqual([
      '/api/1.0/users/me?opt_pretty',
      '/api/1.0/users/me',
    ])
  })
})

describe('a path parameter', () => {
  it.each(['me', '1204', 'greg@example.com', 'external:a b', 'a.b', 'ünï', '%2f'])('is encoded: %s', gid => {
    expect(buildRequest(operation('getUser'), [gid]).target).toBe(`/users/${encodeURIComponent(gid)}`)
  })

  it.each([
    '',
    ' ',
    '.',
    '..',
    'a..b',
    'a/b',
    'a\\b',
    'a?b',
    'a#b',
    'a\nb',
    '\ud800',
    undefined,
    null,
    42,
    {},
  ])('is refused if it could name another path: %j', gid => {
    expect(() => buildRequest(operation('getUser'), [gid])).toThrow(
      expect.objectContaining({
        code: 'invalid_path_parameter',
        message: expect.stringContaining('user_gid'),
      }),
    )
  })

  it('stays one segment, whatever it is', () => {
    fc.assert(
      fc.property(nasty, gid => {
        let target: string
        try {
          target = buildRequest(operation('getUser'), [gid]).target
        } catch (error) {
          expect(error).toMatchObject({ name: 'AsanaRequestError', code: 'invalid_path_parameter' })
          return
        }
        const url = resolveBelow(base, target)
        expect(url.pathname.split('/')).toHaveLength(5)
        expect(url.search + url.hash).toBe('')
        expect(decodeURIComponent(url.pathname)).toBe(`/api/1.0/users/${gid}`)
      }),
      { numRuns: 2000 },
    )
  })

  it('is checked before anything is sent', async () => {
    const server = await serve({})
    await expect(server.client().getUser('../../-/oauth_token')).rejects.toThrow(AsanaRequestError)
    expect(server.requests).toEqual([])
  })
})

describe('the base URL', () => {
  it.each([
    base,
    'http://localhost:4000',
    'http://127.0.0.1:4000/api/1.0/',
    'http://asana.localhost/',
    'http://[::1]:4000',
  ])('may be https, or http on this machine: %s', url =>
    expect(parseBaseUrl(url)).toBe(url.replace(/\/$/, '')),
  )

  it.each([
    '',
    'app.asana.com',
    'http://app.asana.com/api/1.0',
    'http://localhost.evil.com',
    'http://127.0.0.1.evil.com',
    'http://localhost@evil.com/',
    'http://evil.com/?.localhost/',
    'http://evil.com#.localhost/',
    'ftp://localhost/',
    `${base}?a=1`,
    `${base}?`,
    `${base}#a`,
    'https://user:pw@app.asana.com/api/1.0',
  ])('is refused if tokens are not safe there: %s', baseUrl => {
    expect(() => new AsanaClient({ accessToken: 'a', baseUrl })).toThrow(
      expect.objectContaining({ code: 'invalid_base_url' }),
    )
  })
})

describe('a redirect', () => {
  it('is not followed, and its target sees neither request nor token', async () => {
    const target = await serve({ body: { data: { gid: '1' } } })
    const server = await serve({ status: 302, headers: { location: `${target.origin}/api/1.0/users/me` } })
    await expect(server.client().getUser('me')).rejects.toMatchObject({
      name: 'AsanaApiError',
      code: 'unexpected_redirect',
      status: 302,
      path: '/users/me',
    })
    await expect(server.client().getWorkspaces()).rejects.toMatchObject({ code: 'unexpected_redirect' })
    expect(server.requests).toHaveLength(2)
    expect(target.requests).toEqual([])
  })

  it('is handed out by client.fetch, even if the caller wants it followed', async () => {
    const target = await serve({})
    const server = await serve({ status: 307, headers: { location: `${target.origin}/` } })
    const response = await server.client().fetch('/users/me', { redirect: 'follow' })
    expect(response.status).toBe(307)
    expect(target.requests).toEqual([])
  })

  it('that the runtime hides is an error as well', async () => {
    const fetch = async () => ({ status: 0, headers: new Headers(), text: async () => '' }) as Response
    const client = new AsanaClient({ accessToken: 'a', fetch })
    await expect(client.getUser('me')).rejects.toMatchObject({ code: 'unexpected_redirect', status: 0 })
  })
})

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
