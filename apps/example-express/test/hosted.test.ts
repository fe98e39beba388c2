import { AsanaConnector } from '@x/asana-connector'
import { describe, expect, it } from 'vitest'
import type { Browser, Page } from '../../../packages/express/test/browser.ts'
import {
  connectHosted,
  hostedReturnUrl,
  makeTwoConnections,
  realApp,
  startTestExample,
  startWith,
  submit,
  type TestExample,
} from './start-example.ts'

describe('the hosted page', () => {
  it('connects, lists, creates, completes and disconnects, and this app has no token', async () => {
    const example = await startTestExample()
    const { sandbox } = example.localAsana
    const ada = example.browser()
    const welcome = await ada.open('/hosted')
    expect(welcome.body).toContain('this app’s backend holds no Asana token')
    expect(welcome.body).toContain('href="/hosted/connect"')

    const connected = await connectHosted(example, ada)
    for (const text of ['Connected. The hosted server', 'Ada’s tasks', 'ada@example.com', 'Reply to the'])
      expect(connected.body).toContain(text)

    const task = { name: 'Feed the <cat>', due_on: '2099-12-31', workspace: workspaceOf(example) }
    const created = await submit(ada, connected, '/hosted/tasks', task)
    expect([created.status, created.location]).toEqual([303, `${example.origin}/hosted`])
    const listed = await ada.open('/hosted')
    expect(listed.body).toContain('Feed the &lt;cat&gt;')
    expect(listed.body).toContain('Task created in Asana.')
    const gid = /action="\/hosted\/tasks\/(\d+)\/complete"/.exec(listed.body)?.[1]
    await submit(ada, listed, `/hosted/tasks/${gid}/complete`)
    expect((await ada.open('/hosted')).body).not.toContain(`/tasks/${gid}/complete`)

    expect((await example.auth.listCredentials()).keys).toEqual([])
    expect((await ada.open('/')).body).toContain('Connect to Asana')

    const question = await ada.open('/hosted/disconnect')
    await submit(ada, question, '/hosted/disconnect')
    const end = await ada.open('/hosted')
    expect(end.body).toContain('The hosted server has told Asana')
    expect(end.body).toContain('href="/hosted/connect"')
    expect(sandbox.grants.map(({ revoked }) => revoked)).toEqual([true])
  })

  it('connects again after a disconnection', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await submit(ada, await connectHosted(example, ada), '/hosted/disconnect')
    expect((await connectHosted(example, ada)).body).toContain('Ada’s tasks')
  })

  it('keeps two visitors apart, and the workspace that one has chosen', async () => {
    const example = await startTestExample()
    const [ada, cleo] = [example.browser(), example.browser()]
    await connectHosted(example, ada)
    const page = await connectHosted(example, cleo, 'cleo@example.com')
    const garden = example.localAsana.sandbox.workspaces[1]?.gid ?? ''
    await submit(cleo, page, '/hosted/workspace', { workspace: garden })
    expect((await cleo.open('/hosted')).body).toContain('Nothing open in Garden club')
    expect((await ada.open('/hosted')).body).toContain('ada@example.com')
  })

  it('gives a refused form back with what was in it', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const fields = { name: ' ', due_on: '2026-02-31', workspace: '1' }
    const page = await submit(ada, await connectHosted(example, ada), '/hosted/tasks', fields)
    expect([page.status, page.body.includes('value="2026-02-31"')]).toEqual([422, true])
    expect(page.body).toContain('action="/hosted/tasks"')
  })

  it('does not notice that an hour has passed: the server renews', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await submit(ada, await connectHosted(example, ada), '/hosted/sandbox/skip-hour')
    expect((await ada.open('/hosted')).body).toContain('Ada’s tasks')
    expect(example.localAsana.sandbox.counters.token.refresh_token.total).toBe(1)
  })
})

describe('the way back from the consent', () => {
  it('says how to go on after a refusal, and works then', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const denied = await ada.open(await hostedReturnUrl(example, ada, { deny: true }))
    expectProblem(denied, 403, 'You did not allow access', '/hosted/connect')
    expect((await connectHosted(example, ada)).body).toContain('Ada’s tasks')
  })

  it('works once', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const back = await hostedReturnUrl(example, ada)
    expect((await ada.open(back)).location).toBe(`${example.origin}/hosted`)
    expectStale(await ada.open(back), 'state_mismatch')
    expect((await ada.open('/hosted')).body).toContain('Ada’s tasks')
    expect(await connectionsOf(example, ada)).toHaveLength(1)
  })

  it('is refused to another visitor, and then to the first one, too', async () => {
    const example = await startTestExample()
    const [ada, mallory] = [example.browser(), example.browser()]
    const back = await hostedReturnUrl(example, ada)
    expectStale(await mallory.open(back), 'state_mismatch')
    expectStale(await ada.open(back), 'state_mismatch')
    expect((await mallory.open('/hosted')).body).toContain('href="/hosted/connect"')
  })

  it('is refused with no state, a changed one, two of them', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const changes: ((url: URL) => void)[] = [
      url => url.searchParams.delete('state'),
      url => url.searchParams.set('state', 'x'.repeat(43)),
      url => url.searchParams.append('state', url.searchParams.get('state') ?? ''),
    ]
    for (const change of changes) {
      const back = new URL(await hostedReturnUrl(example, ada))
      change(back)
      expectStale(await ada.open(back.href), 'state_mismatch')
    }
  })

  it('is refused with the secret id of another visitor', async () => {
    const example = await startTestExample()
    const [ada, mallory] = [example.browser(), example.browser()]
    const adas = new URL(await hostedReturnUrl(example, ada))
    const back = new URL(await hostedReturnUrl(example, mallory, { user: 'ben@example.com' }))
    back.searchParams.set('secret_id', adas.searchParams.get('secret_id') ?? '')
    expectStale(await mallory.open(back.href), 'invalid_secret_id')
    // Hers is still good: nobody has used it.
    expect((await ada.open(adas.href)).location).toBe(`${example.origin}/hosted`)
  })
})

describe('a connection that needs consent again', () => {
  it('says so with the server’s code and the call that mends it, and is renewed in place', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const connected = await connectHosted(example, ada)
    await submit(ada, connected, '/hosted/sandbox/remove-app')
    const page = await ada.open('/hosted')
    const url = `${example.localHosted.settings.baseUrl}/v1/integrations/connectors/oauth/initiate`
    for (const text of ['Asana needs you to connect again', 'reauthorization_required', `POST ${url}`])
      expect(page.body).toContain(text)
    expect(page.body).toContain('href="/hosted/connect"')
    const refused = await submit(ada, connected, '/hosted/tasks', { name: 'Tea', workspace: '1' })
    expectProblem(refused, 403, 'Asana needs you to connect again', '/hosted/connect')

    const before = await connectionsOf(example, ada)
    expect(before).toHaveLength(1)
    expect((await connectHosted(example, ada)).body).toContain('Ada’s tasks')
    expect(await connectionsOf(example, ada)).toEqual(before)
  })

  it('is told from one that is there twice, which one disconnection ends', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await ada.open('/hosted/connect')
    await makeTwoConnections(example)
    const page = await ada.open('/hosted')
    expect([page.status, page.body.includes('You are connected more than once')]).toEqual([409, true])
    await submit(ada, await ada.open('/hosted/disconnect'), '/hosted/disconnect')
    const end = await ada.open('/hosted')
    expect(end.body).toContain('href="/hosted/connect"')
    // A personal access token is its owner's to revoke.
    expect(end.body).toContain('could not tell Asana')
  })
})

describe('an outage', () => {
  it('of the hosted server is told from a lost connection', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const connected = await connectHosted(example, ada)
    await example.localHosted.close()
    const page = await ada.open('/hosted')
    expect([page.status, /<h2>(The hosted[^<]*)/.exec(page.body)?.[1]]).toEqual([
      503,
      'The hosted server is not answering',
    ])
    expect(page.body).toContain('hosted_unreachable')
    const tasks = await submit(ada, connected, '/hosted/tasks', { name: 'Tea', workspace: '1' })
    expectProblem(tasks, 503, 'The hosted server is not answering', '/hosted')
    expectProblem(await ada.open('/hosted/connect'), 503, 'The hosted server is not answering', '/hosted')
    const disconnect = await submit(ada, connected, '/hosted/disconnect')
    expectProblem(disconnect, 503, 'The hosted server is not answering', '/hosted')
  })

  it('of Asana leaves half of the page', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await submit(ada, await connectHosted(example, ada), '/hosted/sandbox/outage')
    const page = await ada.open('/hosted')
    expect([page.status, page.body.includes('Asana is not answering')]).toEqual([503, true])
    expect(page.body).toContain('asana_server_error')
    expect((await ada.open('/hosted')).status).toBe(200)
  })

  it('for a while, at a limit, says for how long', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    await connectHosted(example, ada)
    const headers = { 'retry-after': '90' }
    example.localAsana.sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 429, headers } })
    const page = await ada.open('/hosted')
    expect([page.status, page.body.includes('A little slower, please')]).toEqual([429, true])
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThanOrEqual(89)
  })
})

describe('the settings', () => {
  it('are asked for where there are none', async () => {
    const { browser } = await startWith(realApp())
    const ada = browser()
    const page = await ada.open('/hosted')
    expect(page.status).toBe(200)
    for (const text of [
      'No hosted server is set up',
      'HOSTED_URL',
      'HOSTED_CLIENT_ID',
      'HOSTED_CLIENT_SECRET',
    ])
      expect(page.body).toContain(text)
    expect(page.body).toMatch(/http:\/\/localhost:\d+\/hosted\/return/)
    expect((await ada.open('/hosted/connect')).status).toBe(404)
  })

  it('that the server does not know are whoever runs the app’s to correct', async () => {
    const other = await startTestExample()
    const { settings } = other.localHosted
    const { browser, logLines } = await startWith({
      HOSTED_URL: settings.baseUrl,
      HOSTED_CLIENT_ID: settings.clientId,
      HOSTED_CLIENT_SECRET: 'canary-wrong',
    })
    const page = await browser().open('/hosted/connect')
    expectProblem(page, 502, 'The hosted server does not take this app’s requests', '/hosted')
    expect(page.body).toContain('<code>invalid_client</code>')
    expect(logLines.join('')).not.toContain('canary-wrong')
  })

  it('that are right, but of an organization with other redirect URLs, as well', async () => {
    const { settings } = (await startTestExample()).localHosted
    const { browser } = await startWith({
      HOSTED_URL: settings.baseUrl,
      HOSTED_CLIENT_ID: settings.clientId,
      HOSTED_CLIENT_SECRET: settings.clientSecret,
    })
    const ada = browser()
    expect((await ada.open('/hosted')).body).toContain('href="/hosted/connect"')
    expect((await ada.open('/hosted/connect')).body).toContain('<code>redirect_url_not_allowed</code>')
  })
})

function expectProblem(page: Page, status: number, title: string, way: string): void {
  expect([page.status, /<h1>([^<]*)/.exec(page.body)?.[1]]).toEqual([status, title])
  expect(/<a class="button button-primary" href="([^"]*)"/.exec(page.body)?.[1]).toBe(way)
}

function expectStale(page: Page, code: string): void {
  expectProblem(page, 400, 'This sign-in is no longer valid', '/hosted/connect')
  expect(page.body).toContain(`<code>${code}</code>`)
}

function workspaceOf({ localAsana }: TestExample): string {
  return localAsana.sandbox.workspaces[0]?.gid ?? ''
}

/** The visitor's id, as the page shows it. */
function userIn({ body }: Page): string {
  return /You, to the server<\/dt><dd><code>([^<]+)/.exec(body)?.[1] ?? ''
}

async function connectionsOf(
  { localAsana, localHosted }: TestExample,
  browser: Browser,
): Promise<readonly string[]> {
  const externalUserId = userIn(await browser.open('/hosted'))
  const options = { ...localHosted.settings, now: () => localAsana.sandbox.clock.now(), externalUserId }
  const { connections } = await AsanaConnector.listHosted(options)
  return connections.map(({ connectorId }) => connectorId)
}
