import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type FoundChromium, findChromium } from './find-chromium.ts'
import { capture } from './screenshots.ts'
import {
  makeTwoConnections,
  realApp,
  startTestExample,
  startWith,
  type TestExample,
} from './start-example.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let found: FoundChromium
let browser: Browser | undefined

beforeAll(async () => {
  found = findChromium()
  // Playwright gives every launch a new profile folder and deletes it.
  if (found.path) browser = await chromium.launch({ executablePath: found.path, headless: true, args: flags })
}, 300_000)
afterAll(() => browser?.close())

describe('in a browser', { timeout: 60_000 }, () => {
  beforeEach(({ skip }) => {
    if (found.path === undefined) skip(found.reason)
  })

  it('connects, lists, creates, refreshes and disconnects', async () => {
    const { page, example } = await openExample()
    await capture(page, 'welcome')
    await page.getByRole('link', { name: 'Connect to Asana' }).click()
    await page.getByRole('heading', { name: /Daylist/ }).waitFor()
    await capture(page, 'sandbox-consent')
    await page.getByRole('button', { name: 'Allow' }).click()

    await page.getByRole('heading', { name: 'Ada’s tasks' }).waitFor()
    expect(page.url()).toBe(`${example.origin}/`)
    expect(await page.getByRole('status').textContent()).toContain('Connected')
    await capture(page, 'tasks')

    await page.getByLabel('New task').fill('Water the plants')
    await page.getByLabel('Due').fill('2099-05-01')
    await page.getByRole('button', { name: 'Add' }).click()
    const task = page.getByRole('listitem').filter({ hasText: 'Water the plants' })
    expect(await task.locator('time').getAttribute('datetime')).toBe('2099-05-01')
    expect(await page.getByRole('status').textContent()).toContain('Task created')

    await task.getByRole('button', { name: 'Complete' }).click()
    await page.getByText('Task completed.').waitFor()
    expect(await task.count()).toBe(0)

    await page.getByRole('button', { name: 'Refresh now' }).click()
    await page.getByText('Refreshed: there is a new access token.').waitFor()
    await page.getByRole('button', { name: 'Let an hour pass' }).click()
    await page.getByText('expires in 59 minutes').waitFor()
    expect(example.localAsana.sandbox.counters.token.refresh_token.total).toBe(2)

    await page.getByRole('link', { name: 'Disconnect' }).click()
    await capture(page, 'disconnect')
    await page.getByRole('link', { name: 'Keep it' }).click()
    await page.getByRole('link', { name: 'Disconnect' }).click()
    await page.getByRole('button', { name: 'Yes, disconnect' }).click()
    await page.getByText('Asana no longer accepts our access').waitFor()
    await capture(page, 'disconnected')
  })

  it('says how to go on after a refusal at Asana', async () => {
    const { page } = await openExample()
    await page.getByRole('link', { name: 'Connect to Asana' }).click()
    await page.getByRole('button', { name: 'Deny' }).click()
    await page.getByRole('heading', { name: 'You did not allow access' }).waitFor()
    await capture(page, 'problem-denied')
    await page.getByRole('link', { name: 'Connect to Asana' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('heading', { name: 'Ada’s tasks' }).waitFor()
  })

  it('shows the banner when the app was removed, and reconnects', async () => {
    const { page } = await openExample()
    await connect(page)
    await page.getByRole('button', { name: 'Remove the app in Asana' }).click()
    await page.getByRole('alert').getByText('Asana needs you to connect again').waitFor()
    await page.getByText('ada@example.com').waitFor()
    await capture(page, 'reconnect')
    await page.getByRole('link', { name: 'Reconnect' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('Write the landing page').waitFor()
  })

  it('lets who is in several workspaces choose', async () => {
    const { page } = await openExample()
    await connect(page, 'Cleo Sample')
    await capture(page, 'workspaces')
    await page.getByLabel('Workspace').selectOption('Garden club')
    await page.getByRole('button', { name: 'Switch' }).click()
    await page.getByRole('heading', { name: 'All clear' }).waitFor()
    await capture(page, 'empty')
  })

  it('works with the keyboard alone', async () => {
    const { page } = await openExample()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Connect to Asana')
    await capture(page, 'focus')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Allow' }).waitFor()
  })

  it('shows what went wrong', async () => {
    const { page, example } = await openExample()
    await connect(page)
    const { sandbox } = example.localAsana
    await page.goto(`${example.origin}/nowhere`)
    await capture(page, 'not-found')
    await page.goto(`${example.origin}/asana/callback?state=old&code=1`)
    await capture(page, 'problem-stale-login')

    await page.goto(example.origin)
    await page.getByRole('button', { name: 'Let Asana fail' }).click()
    await page.getByRole('heading', { name: 'Asana is not answering' }).waitFor()
    await capture(page, 'outage')
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByText('Write the landing page').waitFor()

    await page.getByLabel('New task').fill('   ')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Give the task a name.').waitFor()
    await capture(page, 'refused-form')

    sandbox.faults.add({
      at: 'api',
      path: '/tasks',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '9' } },
    })
    await page.getByLabel('New task').fill('Too much')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('heading', { name: 'A little slower, please' }).waitFor()
    await capture(page, 'problem-rate-limit')
  })

  it('goes the whole way through the hosted server', async () => {
    const { page, example } = await openExample()
    await page.getByRole('link', { name: 'Hosted server' }).click()
    await page.getByRole('heading', { name: /No tokens here/ }).waitFor()
    await capture(page, 'hosted-welcome')
    await page.getByRole('link', { name: 'Connect via the server' }).click()
    await page.getByRole('heading', { name: /Daylist, hosted/ }).waitFor()
    const [returned] = await Promise.all([
      page.waitForRequest(request => request.url().includes('/hosted/return')),
      page.getByRole('button', { name: 'Allow' }).click(),
    ])
    await page.getByRole('heading', { name: 'Ada’s tasks' }).waitFor()
    expect(page.url()).toBe(`${example.origin}/hosted`)
    await capture(page, 'hosted-tasks')

    await page.getByLabel('New task').fill('Water the plants')
    await page.getByRole('button', { name: 'Add' }).click()
    const task = page.getByRole('listitem').filter({ hasText: 'Water the plants' })
    await task.getByRole('button', { name: 'Complete' }).click()
    await page.getByText('Task completed.').waitFor()
    expect(await task.count()).toBe(0)

    await page.goto(returned.url())
    await page.getByRole('heading', { name: 'This sign-in is no longer valid' }).waitFor()
    await capture(page, 'hosted-replay')
    await page.getByRole('link', { name: 'Back to Daylist' }).click()
    await page.getByRole('heading', { name: 'Ada’s tasks' }).waitFor()

    await page.getByRole('link', { name: 'Disconnect' }).click()
    await capture(page, 'hosted-disconnect')
    await page.getByRole('button', { name: 'Yes, disconnect' }).click()
    await page.getByText('The hosted server has told Asana').waitFor()
    await capture(page, 'hosted-disconnected')
    expect(example.localAsana.sandbox.grants.every(({ revoked }) => revoked)).toBe(true)
  })

  it('says how to go on after a refusal on the way through the hosted server', async () => {
    const { page } = await openExample('/hosted')
    await page.getByRole('link', { name: 'Connect via the server' }).click()
    await page.getByRole('button', { name: 'Deny' }).click()
    await page.getByRole('heading', { name: 'You did not allow access' }).waitFor()
    await capture(page, 'hosted-denied')
    await page.getByRole('link', { name: 'Connect to Asana' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByRole('heading', { name: 'Ada’s tasks' }).waitFor()
  })

  it('reconnects through the hosted server, and says when it is down', async () => {
    const { page, example } = await openExample('/hosted')
    await page.getByRole('link', { name: 'Connect via the server' }).click()
    await page.getByLabel('Cleo Sample').check()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByLabel('Workspace').waitFor()
    await capture(page, 'hosted-workspaces')
    await page.getByRole('button', { name: 'Remove the app in Asana' }).click()
    await page.getByRole('alert').getByText('reauthorization_required').waitFor()
    await capture(page, 'hosted-reconnect')
    await page.getByRole('link', { name: 'Reconnect' }).click()
    await page.getByRole('button', { name: 'Allow' }).click()
    await page.getByText('Write the landing page').waitFor()

    await page.getByRole('button', { name: 'Let Asana fail' }).click()
    await page.getByRole('heading', { name: 'Asana is not answering' }).waitFor()
    await capture(page, 'hosted-outage')
    await example.localHosted.close()
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'The hosted server is not answering' }).waitFor()
    await capture(page, 'hosted-down')
    await page.getByRole('link', { name: 'Disconnect' }).click()
    await page.getByRole('button', { name: 'Yes, disconnect' }).click()
    await page.getByRole('heading', { name: 'The hosted server is not answering' }).waitFor()
    await capture(page, 'hosted-down-form')
  })

  it('ends connections that are there twice', async () => {
    const { page, example } = await openExample('/hosted')
    await page.getByRole('link', { name: 'Connect via the server' }).click()
    await page.getByRole('button', { name: 'Allow' }).waitFor()
    await makeTwoConnections(example)
    await page.goto(`${example.origin}/hosted`)
    await page.getByRole('heading', { name: 'You are connected more than once' }).waitFor()
    await capture(page, 'hosted-twice')
    await page.getByRole('alert').getByRole('link', { name: 'Disconnect' }).click()
    await page.getByRole('button', { name: 'Yes, disconnect' }).click()
    await page.getByText('could not tell Asana').waitFor()
    await capture(page, 'hosted-disconnected-there')
  })

  it('says what to set where there is no hosted server', async () => {
    const { origin } = await startWith(realApp())
    const page = await openPage(`${origin}/hosted`)
    await page.getByRole('heading', { name: 'No hosted server is set up' }).waitFor()
    await capture(page, 'hosted-setup')
  })
})

async function openExample(path = '/'): Promise<{ readonly page: Page; readonly example: TestExample }> {
  const example = await startTestExample()
  return { page: await openPage(example.origin + path), example }
}

async function openPage(url: string): Promise<Page> {
  if (!browser) throw new Error('There is no browser')
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    // A page that is an error counts as a resource that failed to load; it is meant to.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  onTestFinished(async () => {
    await context.close()
    expect(complaints).toEqual([])
  })
  await page.goto(url)
  return page
}

async function connect(page: Page, person = 'Ada Sample'): Promise<void> {
  await page.getByRole('link', { name: 'Connect to Asana' }).click()
  await page.getByLabel(person).check()
  await page.getByRole('button', { name: 'Allow' }).click()
  await page.getByText('Connected. Your Asana tasks').waitFor()
}
