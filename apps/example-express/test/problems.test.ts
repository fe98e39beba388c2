import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../packages/express/test/browser.ts'
import { connect, startTestExample, submit } from './start-example.ts'

/** A page for a person: a title, a way out, an id to quote, and nothing of the inside. */
function expectProblem(page: Page, status: number, title: string, way: string): void {
  expect([page.status, /<h1>([^<]*)/.exec(page.body)?.[1]]).toEqual([status, title])
  expect(page.body).toMatch(
    new RegExp(`<a class="button button-primary" href="[^"]*">(<svg.*?</svg>)? ?${way}`),
  )
  expect(page.body).toContain(`<code>${page.headers.get('x-request-id')}</code>`)
  expect(page.body).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|Error:/)
}

describe('what went wrong is told to a person', () => {
  it('at the consent page', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    const { sandbox } = example.localAsana
    const login = async () => (await ada.open('/asana/login')).location ?? ''

    const denied = await ada.open(await sandbox.approve(await login(), { deny: true }))
    expectProblem(denied, 403, 'You did not allow access', 'Connect to Asana')

    const callback = await sandbox.approve(await login())
    const stale = await example.browser().open(callback)
    expectProblem(stale, 400, 'This sign-in is no longer valid', 'Connect to Asana')

    sandbox.faults.add({ at: 'token', fault: { kind: 'html' } })
    expectProblem(await ada.open(callback), 503, 'Asana is not answering', 'Try again')

    const wrongCode = new URL(await sandbox.approve(await login()))
    wrongCode.searchParams.set('code', '0/wrong')
    expectProblem(await ada.open(wrongCode.href), 400, 'This sign-in is no longer valid', 'Connect to Asana')
  })

  it('at the store', async () => {
    const store = new MemoryStore()
    const example = await startTestExample({
      store,
      oneTimeStore: new MemoryOneTimeStore(),
      close: async () => {},
    })
    const ada = example.browser()
    await connect(example, ada)
    store.get = () => Promise.reject(new Error('connect ECONNREFUSED redis://:password@host'))
    const page = await ada.open('/')
    expectProblem(page, 503, 'Our store is not answering', 'Try again')
    expect(page.body).not.toContain('password')
  })

  it('at Asana, behind a form', async () => {
    const example = await startTestExample()
    const { sandbox, clientId } = example.localAsana
    const ada = example.browser()
    const connected = await connect(example, ada)
    const add = () =>
      submit(ada, connected, '/tasks', {
        name: 'Tea',
        due_on: '',
        workspace: sandbox.workspaces[0]?.gid ?? '',
      })

    sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 500 } })
    expectProblem(await add(), 503, 'Asana is not answering', 'Try again')
    sandbox.faults.add({ at: 'api', fault: { kind: 'drop', when: 'before' } })
    expectProblem(await add(), 503, 'Asana is not answering', 'Try again')
    const unknown = await submit(ada, connected, '/tasks/999/complete')
    expectProblem(unknown, 404, 'Asana does not know that', 'Back to Daylist')
    sandbox.deauthorize({ user: 'ada@example.com', clientId })
    expectProblem(await add(), 403, 'Asana needs you to connect again', 'Reconnect')
    expectProblem(
      await submit(example.browser(), connected, '/tasks'),
      403,
      'This form is out of date',
      'Back to Daylist',
    )
  })

  it('at a limit of Asana’s, at once and without asking again before it has passed', async () => {
    const example = await startTestExample()
    const { sandbox } = example.localAsana
    const ada = example.browser()
    const connected = await connect(example, ada)
    sandbox.faults.add({
      at: 'api',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '17' } },
    })
    const complete = () => submit(ada, connected, '/tasks/999/complete')
    const limited = await complete()
    expectProblem(limited, 429, 'A little slower, please', 'Try again')
    expect(limited.headers.get('retry-after')).toBe('17')
    const before = sandbox.counters.api.total
    expectProblem(await complete(), 429, 'A little slower, please', 'Try again')
    expect(sandbox.counters.api.total).toBe(before)
  })

  it('where nobody expected it', async () => {
    const example = await startTestExample()
    const ada = example.browser()
    example.auth.status = () => Promise.reject(new TypeError('x is not a function'))
    const page = await ada.open('/')
    expectProblem(page, 500, 'Something went wrong on our side', 'Try again')
    expect(page.body).not.toContain('x is not a function')
    const line = example.logLines.find(text => text.includes('x is not a function'))
    expect(JSON.parse(line ?? '').requestId).toBe(page.headers.get('x-request-id'))
  })

  it('where nothing is', async () => {
    const example = await startTestExample()
    const page = await example.browser().open('/nowhere?code=secret')
    expect([page.status, page.body.includes('Nothing lives here')]).toEqual([404, true])
  })
})
