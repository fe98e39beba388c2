import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { testCredentialStore } from '@x/asana-auth-store-conformance'
import { SecretsManagerStore } from '@x/asana-auth-store-secrets-manager'
import { SealingStore } from '@x/fixtures'
import { requireService, startSecretsManager } from '@x/test-services'
import { afterAll, describe, it } from 'vitest'

const reason = await requireService('secrets-manager')

describe.skipIf(reason)(`Secrets Manager${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startSecretsManager({ throwaway: true })
  const { endpoint, region, credentials } = server
  const client = new SecretsManagerClient({ endpoint, region, credentials, maxAttempts: 2 })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  let elapsed = 0
  const now = () => Date.now() + elapsed
  const options = {
    // Longer than the two seconds that clocks may be apart; the store's own clock is moved, so it takes no time.
    minTtlMs: 6_000,
    sleep: (ms: number) => {
      elapsed += ms
    },
    contenders: 20,
    listingKeys: 60,
    maxPayloadBytes: 65_536,
  }
  const modes = { '': {}, ', with a recovery window': { recoveryWindowDays: 7 } }
  for (const [mode, settings] of Object.entries(modes)) {
    testCredentialStore(
      { describe, it },
      ({ namespace }) => new SecretsManagerStore({ client, namespace, now, ...settings }),
      {
        ...options,
        name: `SecretsManagerStore${mode}`,
        ...(mode === '' && { outage: { stop: () => server.stop(), start: () => server.start() } }),
      },
    )
  }
  testCredentialStore(
    { describe, it },
    ({ namespace }) => new SealingStore(new SecretsManagerStore({ client, namespace, now })),
    { ...options, name: 'SecretsManagerStore, sealed' },
  )
})
