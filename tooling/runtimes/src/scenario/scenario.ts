import { ASANA, AuthManager } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { SandboxControl } from './sandbox-control.ts'
import type { ScenarioSettings, Step } from './settings.ts'

const CALLERS = 50
const PAGE = 5
const TWO_HOURS_MS = 2 * 3_600_000
const subject = 'user-123'
const row = { provider: ASANA, subject }

/**
 * The life of a connection, on Web APIs alone: the same on every runtime.
 * @returns what was seen, up to the first thing that was not so
 */
export async function runScenario(settings: ScenarioSettings): Promise<readonly Step[]> {
  const steps: Step[] = []
  try {
    for await (const name of connection(settings)) steps.push({ name })
  } catch (error) {
    steps.push({ name: `after "${steps.at(-1)?.name ?? 'nothing'}"`, failure: explain(error) })
  }
  return steps
}

/** Yields the name of each step that held. */
async function* connection({ sandboxUrl, environment, encryptionKey, sealedOnNode }: ScenarioSettings) {
  const sandbox = new SandboxControl(sandboxUrl)
  const store = new MemoryStore()
  let aheadMs = 0
  const auth = new AuthManager({
    environment,
    store,
    encryption: { keys: [encryptionKey], allowPlaintext: false },
    clock: { now: () => Date.now() + aheadMs },
  })

  const step = await auth.asana.oauth2.authorize()
  const callbackUrl = await sandbox.approve(step.authorizationUrl)
  expect('the callback', callbackUrl.startsWith(step.redirectUri), true)
  yield 'consent'

  const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl, subject })
  expect('a refresh token came', typeof credentials.refreshToken, 'string')
  yield 'exchange'

  await auth.storeCredentials(ASANA, subject, credentials)
  const payload = (await store.get(row))?.record.payload ?? ''
  expect('what is stored is an envelope', payload.startsWith(`v1.${encryptionKey.id}.`), true)
  expect('what is stored shows the token', payload.includes(credentials.accessToken), false)
  yield 'sealed'

  await store.put({ provider: ASANA, subject: 'from-node' }, sealedOnNode)
  const opened = await auth.loadCredentials(ASANA, 'from-node')
  expect('what Node sealed', opened?.accessToken, 'sealed-on-node')
  yield 'opens what Node sealed'

  aheadMs = TWO_HOURS_MS
  const before = await sandbox.refreshes()
  const session = await auth.session({ subject })
  const tokens = await Promise.all(Array.from({ length: CALLERS }, () => session.getAccessToken()))
  expect('different tokens', new Set(tokens).size, 1)
  expect('it is another token', tokens[0] === credentials.accessToken, false)
  expect(`refreshes for ${CALLERS} callers`, (await sandbox.refreshes()) - before, 1)
  yield `one refresh for ${CALLERS} callers`

  const me = await session.asana.getUser('me', { opt_fields: ['name', 'workspaces.name'] })
  expect('the user', me.name, opened?.identity?.name ?? me.name)
  yield 'getUser'

  const [workspace] = me.workspaces ?? []
  const filter = { workspace: workspace?.gid ?? '', assignee: 'me', limit: 1 }
  const first = await session.asana.getTasks(filter)
  let listed = 0
  for await (const task of session.asana.getTasks({ ...filter, limit: PAGE })) {
    expect('a task has a gid', typeof task.gid, 'string')
    listed += 1
  }
  expect('there is a second page', first.nextPage !== null, true)
  expect('more tasks than one', listed > 1, true)
  yield 'pages'

  const ended = await sandbox.revokedGrants()
  await auth.disconnect(subject)
  expect('grants that ended', (await sandbox.revokedGrants()) - ended, 1)
  expect('the state', (await auth.status(subject)).state, 'not_connected')
  expect('what is stored', await store.get(row), undefined)
  await auth.close()
  yield 'disconnect'
}

function expect(what: string, found: unknown, wanted: unknown): void {
  if (!Object.is(found, wanted)) throw new Error(`${what}: ${String(found)}, not ${String(wanted)}`)
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.stack ?? error.message}${error.cause ? `\ncaused by ${explain(error.cause)}` : ''}`
}
