import { MemoryOneTimeStore } from '@x/asana-auth-store-memory'
import { describe, expect, it } from 'vitest'
import type { Page } from './browser.ts'
import { connect, consent, startTestApp, type TestApp } from './test-app.ts'

/** The callback was refused and nobody was connected. */
async function expectRefused(app: TestApp, page: Page, code: string, subject: string): Promise<void> {
  expect([page.status, JSON.parse(page.body).code]).toEqual([400, code])
  expect(app.errors.at(-1)?.name).toBe('InvalidStateError')
  expect(await app.auth.status(subject)).toEqual({ state: 'not_connected' })
}

describe('a callback is refused', () => {
  it('in a browser that did not start it (login CSRF)', async () => {
    const app = await startTestApp()
    const attackers = await consent(app, app.browser('mallory'))
    await expectRefused(app, await app.browser('ada').open(attackers), 'state_mismatch', 'ada')
  })

  it('under another user than the one who started it, in the same browser', async () => {
    const app = await startTestApp()
    const shared = app.browser('mallory')
    const callback = await consent(app, shared)
    shared.user = 'ada'
    await expectRefused(app, await shared.open(callback), 'state_mismatch', 'ada')
    // The cookie is gone: going back to the first user does not revive it.
    shared.user = 'mallory'
    await expectRefused(app, await shared.open(callback), 'state_mismatch', 'mallory')
  })

  it('with the cookies of another user planted beside it', async () => {
    const app = await startTestApp()
    const mallory = app.browser('mallory')
    const callback = await consent(app, mallory)
    await expectRefused(app, await mallory.steal('ada').open(callback), 'state_mismatch', 'ada')
  })

  it('when it comes a second time', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    expect((await ada.open(callback)).status).toBe(303)
    const replay = await ada.open(callback)
    expect([replay.status, JSON.parse(replay.body).code]).toEqual([400, 'state_mismatch'])
    expect(app.sandbox.counters.token.total).toBe(1)
    expect(await app.auth.status('ada')).toMatchObject({ state: 'connected' })
  })

  it('when it comes a second time with a copy of the cookie, given a one-time store', async () => {
    const oneTimeStore = new MemoryOneTimeStore()
    const app = await startTestApp({ express: { oneTimeStore } })
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    const thief = ada.steal()
    const ends = await Promise.all([ada.open(callback), thief.open(callback)])
    expect(ends.map(page => page.status).sort()).toEqual([303, 400])
    expect(app.sandbox.counters.token.total).toBe(1)
    expect((await (await app.browser('ada')).open('/name')).status).toBe(200)
  })

  it('with a cookie that was changed, at any place', async () => {
    const app = await startTestApp()
    for (const place of [0, 3, 10, 40, -1]) {
      const ada = app.browser('ada')
      const callback = await consent(app, ada)
      ada.replaceCookies(cookie => ({ ...cookie, value: flip(cookie.value, place) }))
      await expectRefused(app, await ada.open(callback), 'state_mismatch', 'ada')
      expect(ada.cookies).toEqual([])
    }
  })

  it('with the sealed value of another login under its name', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    await consent(app, ada)
    const [one, other] = ada.cookies
    ada.replaceCookies(cookie => ({ ...cookie, value: (cookie === one ? other : one)?.value ?? '' }))
    await expectRefused(app, await ada.open(callback), 'state_mismatch', 'ada')
  })

  it('after the time for the consent page', async () => {
    let lateMs = 0
    const app = await startTestApp({ auth: { clock: { now: () => Date.now() + lateMs } } })
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    lateMs = 10 * 60_000 + 1_000
    await expectRefused(app, await ada.open(callback), 'authorization_expired', 'ada')
    expect(ada.cookies).toEqual([])
  })

  it('without a state, with two, and without a code', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await expectRefused(app, await ada.open('/asana/callback'), 'state_missing', 'ada')
    const callback = new URL(await consent(app, ada))
    await expectRefused(app, await ada.open(`${callback}&state=x`), 'invalid_callback', 'ada')
    callback.searchParams.delete('code')
    await expectRefused(app, await ada.open(callback.href), 'invalid_callback', 'ada')
  })

  it('when the code is wrong, without touching what is stored', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    await connect(app, ada)
    const callback = new URL(await consent(app, ada))
    callback.searchParams.set('code', '0/wrong')
    expect((await ada.open(callback.href)).status).toBe(400)
    expect(app.errors.at(-1)).toMatchObject({ name: 'TokenRequestError', error: 'invalid_grant' })
    expect(ada.cookies).toEqual([])
    expect((await ada.open('/name')).status).toBe(200)
  })

  it('when nobody is signed in any more', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    ada.user = undefined
    const page = await ada.open(callback)
    expect([page.status, JSON.parse(page.body).code]).toEqual([401, 'not_signed_in'])
    expect(page.body).toContain('SameSite=Strict')
    expect(ada.cookies).toEqual([])
  })
})

describe('a refusal at Asana', () => {
  it('is an AuthorizationDeniedError, and the login can be repeated', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const page = await ada.open(await consent(app, ada, '/asana/login', true))
    expect([page.status, JSON.parse(page.body).code]).toEqual([403, 'access_denied'])
    expect(ada.cookies).toEqual([])
    await connect(app, ada)
  })

  it('counts only with the state of this browser', async () => {
    const app = await startTestApp()
    const forged = await app.browser('ada').open('/asana/callback?error=access_denied&state=forged')
    expect(JSON.parse(forged.body).code).toBe('state_mismatch')
  })
})

describe('methods', () => {
  it('GET alone starts and ends a login: a link checker that sends HEAD uses nothing up', async () => {
    const app = await startTestApp()
    const ada = app.browser('ada')
    const callback = await consent(app, ada)
    for (const method of ['HEAD', 'POST', 'DELETE']) {
      const page = await ada.open(callback, { method })
      expect([page.status, page.headers.get('allow')]).toEqual([405, 'GET'])
      expect((await ada.open('/asana/login', { method })).status).toBe(405)
    }
    expect((await ada.open(callback)).status).toBe(303)
  })
})

function flip(text: string, place: number): string {
  const at = place < 0 ? text.length + place : place
  // Two steps on: a last character of base64 may hold bits that do not count.
  const other = text.charAt(at) === 'Q' ? 'g' : 'Q'
  return text.slice(0, at) + other + text.slice(at + 1)
}
