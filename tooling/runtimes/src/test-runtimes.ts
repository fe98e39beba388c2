import { randomBytes } from 'node:crypto'
import { ASANA, CredentialCodec, parseUserCredentials } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { failureOf, type Outcome, row } from './report.ts'
import { allRuntimes } from './runtimes/all-runtimes.ts'
import type { Runtime } from './runtimes/runtime.ts'
import { startSandboxProcess } from './sandbox-process.ts'
import type { ScenarioSettings, Step } from './scenario/settings.ts'

// `test-runtimes [name …]`: the same scenario on every runtime, one after the other, as a table.
const asked = process.argv.slice(2).map(name => name.toLowerCase())
const runtimes = allRuntimes(process).filter(
  ({ name }) =>
    asked.length === 0 ||
    asked.includes(name.toLowerCase()) ||
    asked.includes(name.replace(' ', '').toLowerCase()),
)
if (runtimes.length === 0) throw new Error(`There is no such runtime: ${asked.join(', ')}.`)

const encryptionKey = { id: '2026-11', key: randomBytes(32).toString('base64') }
const outcomes: Outcome[] = []
for (const runtime of runtimes) {
  const outcome = await tryOut(runtime)
  process.stdout.write(`${row(outcome)}\n`)
  outcomes.push(outcome)
}
for (const outcome of outcomes) {
  const failure = failureOf(outcome)
  if (failure) process.stdout.write(`\n${outcome.runtime}, ${failure.name}:\n${failure.failure}\n`)
}
const failed = outcomes.filter(failureOf).length
process.stdout.write(`\n${outcomes.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0

async function tryOut(runtime: Runtime): Promise<Outcome> {
  const { name, version } = runtime
  const sandbox = await startSandboxProcess()
  const start = performance.now()
  let steps: readonly Step[]
  try {
    steps = await runtime.run(await settingsFor(sandbox))
  } catch (error) {
    steps = [{ name: 'to start', failure: error instanceof Error ? error.message : String(error) }]
  } finally {
    await sandbox.close()
  }
  return { runtime: name, version, durationMs: performance.now() - start, steps }
}

async function settingsFor(sandbox: {
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
}): Promise<ScenarioSettings> {
  const codec = new CredentialCodec({ keys: [encryptionKey] })
  const credentials = parseUserCredentials({ access_token: 'sealed-on-node' })
  const key = { provider: ASANA, subject: 'from-node' }
  const meta = { status: 'active', updatedAt: Date.now() } as const
  const sealedOnNode = await codec.encode(new MemoryStore().namespace, key, credentials, meta)
  return { sandboxUrl: sandbox.url, environment: sandbox.environment, encryptionKey, sealedOnNode }
}
