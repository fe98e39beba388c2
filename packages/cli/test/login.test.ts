import { once } from 'node:events'
import { createServer } from 'node:http'
import { freePort, requireService } from '@x/test-services'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { browserCommand } from '../src/login/open-in-browser.ts'
import { redirectAddress } from '../src/login/redirect-address.ts'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`login ${missing ?? ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
  })
  afterAll(() => bench.close())

  let redirectUri = ''
  beforeEach(async () => {
    // A port of its own for each login: one that was listened at a moment ago may still be in use, because a
    // process that is being spawned elsewhere holds copies of all sockets until it runs its own program.
    redirectUri = `http://127.0.0.1:${await freePort()}/callback`
  })
  /** Does what the test says in the place of the user's browser. */
  const loginWith = (browser: (url: string) => Promise<unknown>, ...args: string[]) => {
    const { clientId, clientSecret } = bench.sandbox.registerApp({ redirectUris: [redirectUri] })
    let browsing: Promise<unknown> = Promise.resolve()
    const ran = bench.run(['login', 'ada', '--json', ...args], {
      env: {
        ASANA_CLIENT_ID: clientId,
        ASANA_CLIENT_SECRET: clientSecret,
        ASANA_REDIRECT_URI: redirectUri,
      },
      openUrl: url => (browsing = browser(url)),
    })
    return Promise.all([ran, ran.then(() => browsing)]).then(([result]) => result)
  }

  it('tells programs the URL and who was connected', async () => {
    const { code, documents, remarks } = await loginWith(async url => fetch(await bench.sandbox.approve(url)))
    const [user] = bench.sandbox.users
    expect(code).toBe(0)
    expect(remarks).toEqual([{ authorizationUrl: expect.stringContaining('code_challenge_method=S256') }])
    expect(documents).toEqual([
      { subject: 'ada', state: 'connected', identity: expect.objectContaining({ gid: user?.gid }) },
    ])
  })

  it('exits with 3 when the user refuses, and tells the browser', async () => {
    let page: Response | undefined
    const ran = await loginWith(async url => {
      page = await fetch(await bench.sandbox.approve(url, { deny: true }))
    })
    expect(ran).toMatchObject({
      code: 3,
      out: '',
      remarks: [{}, { error: { code: 'access_denied' } }],
    })
    expect(page?.status).toBe(400)
  })

  it('is not ended by what does not carry its state', async () => {
    const { code } = await loginWith(async url => {
      const strangers = [
        redirectUri,
        `${redirectUri}?code=stolen&state=guessed`,
        `${redirectUri}?error=access_denied&state=`,
        new URL('/favicon.ico', redirectUri).href,
      ]
      for (const stranger of strangers) expect((await fetch(stranger)).ok).toBe(false)
      await fetch(await bench.sandbox.approve(url))
    })
    expect(code).toBe(0)
  })

  it('does not answer to another host name, or to anything but a GET', async () => {
    const { code } = await loginWith(async url => {
      const callback = await bench.sandbox.approve(url)
      expect((await fetch(callback, { method: 'POST' })).status).toBe(404)
      const renamed = callback.replace('127.0.0.1', 'localhost')
      expect((await fetch(renamed)).status).toBe(404)
      await fetch(callback)
    })
    expect(code).toBe(0)
  })

  it('exits with 1 when nobody comes', async () => {
    const ran = await loginWith(async () => {}, '--timeout', '1')
    expect(ran).toMatchObject({ code: 1, remarks: [{}, { error: { code: 'login_timeout' } }] })
  })

  it('says so when the port is taken', async () => {
    const server = createServer().listen(Number(new URL(redirectUri).port), '127.0.0.1')
    await once(server, 'listening')
    const ran = await loginWith(async () => {})
    server.close()
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'redirect_not_local' } }] })
  })

  it('refuses a redirect URI of another machine before anything is opened', async () => {
    let opened = false
    const { code, remarks } = await bench.run(['login', 'ada', '--json'], {
      env: { ASANA_REDIRECT_URI: 'https://app.example.com/callback' },
      openUrl: () => (opened = true),
    })
    expect({ code, opened }).toEqual({ code: 2, opened: false })
    expect(remarks).toMatchObject([{ error: { code: 'redirect_not_local' } }])
  })

  it('exits with 3 for a pasted code that Asana does not know, and with 130 for none', async () => {
    expect((await bench.run(['login', 'ada', '--oob'], { stdin: '0/not-a-code\n' })).code).toBe(3)
    expect((await bench.run(['login', 'ada', '--oob'], { stdin: '' })).code).toBe(130)
  })
})

describe('where a login listens', () => {
  it.each([
    ['http://localhost:8976/callback', ['127.0.0.1', '::1'], 8976],
    ['http://127.0.0.1/', ['127.0.0.1'], 80],
    ['http://[::1]:9000/cb?x=1', ['::1'], 9000],
  ])('%s', (uri, addresses, port) => {
    expect(redirectAddress(uri)).toMatchObject({ addresses, port })
  })

  it.each(['https://localhost:8976/callback', 'urn:ietf:wg:oauth:2.0:oob', undefined])('not for %s', uri => {
    expect(() => redirectAddress(uri)).toThrow(/--oob/)
  })
})

describe('the browser', () => {
  const url = 'https://app.asana.com/?a=1&b=2'

  it.each([
    ['darwin', {}, ['open', url]],
    ['win32', {}, ['rundll32', 'url.dll,FileProtocolHandler', url]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', url]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', url]],
    ['linux', {}, undefined],
    ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, undefined],
  ] as const)('on %s with %j', (platform, env, command) => {
    expect(browserCommand(url, platform, env)).toEqual(command)
  })
})
