import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { describe, expect, it } from 'vitest'
import { requireService, startSecretsManager } from '../src/index.ts'
import { expectClosed, expectStopped } from './leftovers.ts'

const missing = await requireService('secrets-manager')

describe.skipIf(missing)(`Secrets Manager ${missing ?? ''}`, () => {
  it('starts, stops, comes back on the same port, and leaves nothing behind', async () => {
    const service = await startSecretsManager({ throwaway: true })
    const { endpoint, region, credentials } = service
    const port = Number(new URL(endpoint).port)
    const client = new SecretsManagerClient({ endpoint, region, credentials, maxAttempts: 1 })
    const read = () => client.send(new GetSecretValueCommand({ SecretId: 'a' }))
    try {
      await client.send(new CreateSecretCommand({ Name: 'a', SecretString: 'value' }))
      expect(await read()).toMatchObject({ SecretString: 'value' })
      await service.stop()
      await expectStopped(port)
      await expect(read()).rejects.toThrow()
      await service.start()
      await expect(read()).rejects.toThrow(ResourceNotFoundException)
    } finally {
      client.destroy()
      await service.close()
    }
    await expectClosed(port)
  })
})
