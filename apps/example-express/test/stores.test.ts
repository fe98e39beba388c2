import { type Backend, type StoreConnection, startBackend } from '@x/store-services'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createStores, type StoreConfig } from '../src/credential-store.ts'
import { connect, startTestExample, submit, visit } from './start-example.ts'

function configOf(connection: StoreConnection): StoreConfig {
  return {
    name: connection.kind,
    redisUrl: connection.kind === 'redis' ? connection.url : undefined,
    databaseUrl: connection.kind === 'postgres' ? connection.url : undefined,
  }
}

for (const kind of ['redis', 'postgres', 'secrets-manager'] as const) {
  const reason = await requireService(kind)
  describe.skipIf(reason)(`the app on ${kind}${reason ? `: ${reason}` : ''}`, () => {
    let backend: Backend
    beforeAll(async () => {
      backend = await startBackend(kind)
      const { connection } = backend
      if (connection.kind !== 'secrets-manager') return
      // Where the AWS SDK always looks.
      vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', connection.endpoint)
      vi.stubEnv('AWS_REGION', connection.region)
      vi.stubEnv('AWS_ACCESS_KEY_ID', connection.accessKeyId)
      vi.stubEnv('AWS_SECRET_ACCESS_KEY', connection.secretAccessKey)
    })
    afterAll(async () => {
      vi.unstubAllEnvs()
      await backend.close()
    })

    it('connects, shows where the connection is kept, and disconnects', { timeout: 60_000 }, async () => {
      const example = await startTestExample(await createStores(configOf(backend.connection)))
      const ada = example.browser()
      const connected = await connect(example, ada)
      expect(connected.body).toContain('Ada’s tasks')
      expect(connected.body).toMatch(new RegExp(`Stored in[^]*${kind}`))
      const question = await ada.open('/disconnect')
      const { location = '' } = await submit(ada, question, '/asana/disconnect')
      expect((await visit(example, ada, location)).body).toContain('Asana no longer accepts our access')
    })
  })
}
