import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { AuthManager } from '@x/asana-auth-core'
import { startSandbox } from '@x/asana-sandbox'
import { type Backend, connectStore, startBackend } from '@x/store-services'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Crew } from '../src/chaos/crew.ts'
import { ChaosRun } from '../src/chaos/run-chaos.ts'
import { managerOptions, type ProcessTask } from '../src/processes/process-task.ts'
import { runStampede } from '../src/stampede/run-stampede.ts'

const shared = ['redis', 'postgres', 'secrets-manager'] as const
const REDIRECT_URI = 'http://localhost:3000/callback'
const HOUR_MS = 3_600_000

if (!existsSync(new URL('../dist/chaos-worker.js', import.meta.url))) {
  throw new Error('These tests start real processes from the build: run `pnpm build` first.')
}

for (const kind of shared) {
  const reason = await requireService(kind)
  describe.skipIf(reason)(`real processes on ${kind}${reason ? `: ${reason}` : ''}`, () => {
    let backend: Backend
    beforeAll(async () => {
      backend = await startBackend(kind)
    })
    afterAll(() => backend.close())

    it('refresh once, whatever the provider does to the refresh token', { timeout: 120_000 }, async () => {
      const { connection } = backend
      for (const refresh of ['omit', 'echo', 'rotate'] as const) {
        const result = await runStampede({ connection, processes: 3, callers: 150, refresh, latencyMs: 50 })
        expect(result).toMatchObject({ tokenRequests: 1, failures: 0, distinctTokens: 1, callers: 150 })
      }
    })

    it('survive what goes wrong', { timeout: 240_000 }, async () => {
      const result = await new ChaosRun({ backend, rounds: 8, seed: 3 }).run()
      expect(result).toMatchObject({ lost: 0, stuck: 0, wrongUser: 0 })
    })

    it('see within revalidateAfterMs what another one changed', { timeout: 60_000 }, async () => {
      const { connection } = backend
      const sandbox = await startSandbox()
      const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [REDIRECT_URI] })
      const revalidateAfterMs = 60_000
      const task: ProcessTask = {
        connection,
        namespace: `two-${randomUUID()}`,
        asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri: REDIRECT_URI },
        encryptionKey: randomBytes(32).toString('base64'),
        clockOffsetMs: 0,
        tokens: { revalidateAfterMs },
      }
      const { store, close } = await connectStore(connection, task.namespace)
      const auth = new AuthManager({ ...managerOptions(task), store })
      const crew = await Crew.start(task, 1)
      const connect = async (user: string) => {
        const step = await auth.asana.oauth2.authorize()
        const callbackUrl = await sandbox.approve(step.authorizationUrl, { user })
        await auth.storeCredentials('asana', 'u', await auth.asana.oauth2.exchange({ ...step, callbackUrl }))
      }
      const other = (clockOffsetMs: number) => crew.ask(0, { subject: 'u', clockOffsetMs })
      try {
        const [ada, ben] = sandbox.users.map(({ gid }) => gid)
        await connect(ada ?? '')
        expect(await other(0)).toMatchObject({ ok: true, gid: ada })
        await connect(ben ?? '')
        // Within the time it may still be the old one; after it, it must not.
        expect(await other(revalidateAfterMs)).toMatchObject({ ok: true, gid: ben })
        await auth.disconnect('u')
        expect(await other(2 * revalidateAfterMs)).toMatchObject({
          ok: false,
          code: 'credentials_not_found',
        })
      } finally {
        await crew.end()
        await auth.close()
        await close()
        await sandbox.close()
      }
    })

    it('tell an outage of the store from a refusal by Asana', { timeout: 60_000 }, async () => {
      const { connection, restart } = backend
      const sandbox = await startSandbox()
      const { clientId, clientSecret } = sandbox.registerApp({ redirectUris: [REDIRECT_URI] })
      const { store, close } = await connectStore(connection, `outage-${randomUUID()}`)
      const auth = new AuthManager({
        store,
        asana: { ...sandbox.endpoints, clientId, clientSecret, redirectUri: REDIRECT_URI },
        clock: sandbox.clock,
        environment: {},
      })
      try {
        const step = await auth.asana.oauth2.authorize()
        const callbackUrl = await sandbox.approve(step.authorizationUrl)
        await auth.storeCredentials('asana', 'u', await auth.asana.oauth2.exchange({ ...step, callbackUrl }))
        const session = await auth.session({ subject: 'u' })
        await restart?.stop()
        // The token still works: nobody notices.
        sandbox.clock.advance(HOUR_MS - 10_000)
        await expect(session.getAccessToken()).resolves.toEqual(expect.any(String))
        sandbox.clock.advance(HOUR_MS)
        await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'store_unavailable' })
        expect(sandbox.counters.token.refresh_token.total).toBe(0)
        await restart?.start()
        await expect
          .poll(
            () =>
              session.getAccessToken().then(
                () => 'works',
                () => 'not yet',
              ),
            { timeout: 10_000 },
          )
          .toBe('works')
        sandbox.deauthorize({ user: sandbox.users[0]?.gid ?? '', clientId })
        sandbox.clock.advance(HOUR_MS)
        await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'reauthorization_required' })
      } finally {
        await auth.close()
        await close()
        await sandbox.close()
      }
    })
  })
}
