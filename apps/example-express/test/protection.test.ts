import { describe, expect, it } from 'vitest'
import { connect, connectHosted, csrfTokenOf, post, startTestExample, submit } from './start-example.ts'

describe('a form', () => {
  it('is refused without a token, with somebody else’s, and with an old cookie’s', async () => {
    const example = await startTestExample()
    const [ada, mallory] = [example.browser(), example.browser()]
    const page = await connect(example, ada)
    const foreign = csrfTokenOf(await connect(example, mallory))
    for (const fields of [{}, { _csrf: '' }, { _csrf: foreign }, { _csrf: `${csrfTokenOf(page)}0` }]) {
      for (const action of [
        '/tasks',
        '/asana/disconnect',
        '/connection/refresh',
        '/workspace',
        '/sandbox/remove-app',
        '/hosted/tasks',
        '/hosted/disconnect',
        '/hosted/workspace',
        '/hosted/sandbox/remove-app',
      ]) {
        const answer = await post(ada, action, fields)
        expect([action, answer.status]).toEqual([action, 403])
        expect(answer.body).toContain('This form is out of date')
      }
    }
    expect((await ada.open('/')).body).toContain('Connected')
  })

  it('is refused when it comes from elsewhere, even with the token', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const page = await connect(example, ada)
    const body = new URLSearchParams({ _csrf: csrfTokenOf(page) })
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      {},
    ]) {
      const answer = await ada.open('/connection/refresh', {
        method: 'POST',
        headers: headers as HeadersInit,
        body,
      })
      expect(answer.status).toBe(403)
    }
    expect(example.localAsana.sandbox.counters.token.refresh_token.total).toBe(0)
  })

  it('is refused when it is too large, without an outcry', async () => {
    const example = await startTestExample()
    const answer = await post(example.browser(), '/tasks', { name: 'x'.repeat(9_000) })
    expect([answer.status, answer.body.includes('We cannot use that request')]).toEqual([413, true])
  })
})

describe('every page', () => {
  it('has the headers that keep it to itself', async () => {
    const example = await startTestExample()
    const { headers } = await example.browser().open('/')
    const authorization = new URL(example.auth.asana.app.authorizationUrl).origin
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self' ${authorization};base-uri 'none';frame-ancestors 'none'`,
    )
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/)
  })

  it('has no script and no inline style', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const pages = [
      await ada.open('/'),
      await connect(example, ada),
      await ada.open('/disconnect'),
      await ada.open('/hosted'),
      await connectHosted(example, ada),
      await ada.open('/hosted/disconnect'),
      await ada.open('/nowhere'),
    ]
    for (const { body } of pages) expect(body).not.toMatch(/<script|<style| style=| on\w+=/)
  })

  it('loads a stylesheet and an icon that may be kept for good', async () => {
    const example = await startTestExample()
    const browser = example.browser()
    const { body } = await browser.open('/')
    for (const [url] of body.matchAll(/\/assets\/[\w.-]+/g)) {
      const { status, headers } = await browser.open(url)
      expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
    }
  })

  it('is on one host name', async () => {
    const example = await startTestExample()
    const other = example.origin.replace('localhost', '127.0.0.1')
    const answer = await fetch(`${other}/asana/login?returnTo=/x`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      307,
      `${example.origin}/asana/login?returnTo=/x`,
    ])
    expect(await (await fetch(`${other}/healthz`)).json()).toEqual({ status: 'ok' })
  })
})

describe('the visitor', () => {
  it('is a stranger with a changed cookie', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await connect(example, ada)
    expect(ada.setCookies.find(line => line.startsWith('visitor='))).toMatch(/; HttpOnly; SameSite=Lax$/)
    ada.replaceCookies(cookie =>
      cookie.name === 'visitor' ? { ...cookie, value: 'v1.this-run.AAAA.AAAA' } : cookie,
    )
    expect((await ada.open('/')).body).toContain('Connect to Asana')
  })

  it('is slowed down at last', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const page = await connect(example, ada)
    const statuses = new Set<number>()
    for (let i = 0; i < 61; i++)
      statuses.add((await submit(ada, page, '/workspace', { workspace: '1' })).status)
    expect([...statuses]).toEqual([303, 429])
    const slowed = await submit(ada, page, '/workspace')
    expect(slowed.body).toContain('A little slower, please')
    expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
