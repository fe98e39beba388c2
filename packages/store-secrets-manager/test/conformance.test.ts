import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { CredentialStore } from '@x/asana-auth-core'
import { testCredentialStore } from '@x/asana-auth-store-conformance'
import { SecretsManagerStore, type SecretsManagerStoreOptions } from '@x/asana-auth-store-secrets-manager'
import { SealingStore } from '@x/fixtures'
import { requireService, startSecretsManager } from '@x/test-services'
import { afterAll, beforeEach, describe, it } from 'vitest'

const reason = await requireService('secrets-manager')

describe.skipIf(reason)(`Secrets Manager${reason ? `: ${reason}` : ''}`, async () => {
  if (reason) return
  const server = await startSecretsManager({ throwaway: true })
  const { endpoint, region, credentials } = server
  const client = new SecretsManagerClient({
    endpoint,
    region,
    credentials,
    maxAttempts: 2,
    cacheMiddleware: true,
  })
  afterAll(async () => {
    client.destroy()
    await server.close()
  })

  let elapsed = 0
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
  const outage = { stop: () => server.stop(), start: () => server.start() }

  const suite = (
    name: string,
    create: (options: SecretsManagerStoreOptions) => CredentialStore,
    {
      without = [],
      ...more
    }: { readonly without?: readonly string[]; readonly [option: string]: unknown } = {},
  ) => {
    const describeConcern = (concern: string, define: () => void) => {
      if (!without.includes(concern)) describe(concern, define)
    }
    describe(name, () => {
      // moto looks through all secrets for each request, and each case has a namespace of its own.
      beforeEach(async () => void (await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' })))
      const now = () => Date.now() + elapsed
      testCredentialStore(
        { describe: describeConcern, it },
        ({ namespace }) => create({ client, namespace, now }),
        {
          ...options,
          ...more,
        },
      )
    })
  }

  suite('plain', options => new SecretsManagerStore(options), { outage })
  // Each request takes some milliseconds here, so the other two leave out what they cannot make a difference to:
  // sealing sees keys and payloads and no lists, and a recovery window is about deleting.
  const lists = ['listing', 'listing by prefix']
  suite('sealed', options => new SealingStore(new SecretsManagerStore(options)), {
    // Base64 makes a third more of it.
    largestPayloadBytes: 45 * 1024,
    without: [...lists, 'listing under writes'],
  })
  suite('with a recovery window', options => new SecretsManagerStore({ ...options, recoveryWindowDays: 7 }), {
    without: [...lists, 'odd keys', 'large payloads', 'null and empty'],
  })
})
