import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createOrganization } from '../organizations/create-organization.ts'
import { serveHosted } from '../serve-hosted.ts'
import { readHostedConfig } from './config.ts'
import { openStorage } from './open-storage.ts'

/** A package manager in front may pass on the Ctrl-C that the terminal sent to both. */
const SAME_SIGNAL_MS = 500

/** Runs the server until a signal ends it. */
export async function serve(env: NodeJS.ProcessEnv, say: (text: string) => void): Promise<void> {
  const config = readHostedConfig(env)
  const logger = pino({ level: config.logLevel, base: null })
  const storage = await openStorage(config.store)
  const server = await serveHosted({
    ...storage,
    port: config.port,
    host: config.host,
    publicUrl: config.publicUrl,
    encryption: { keys: config.encryptionKeys ?? [{ id: 'this-run', key: randomBytes(32) }] },
    ...(config.signingKeys && { signingKeys: config.signingKeys }),
    asana: { ...(config.scope !== undefined && { defaultScope: config.scope }) },
    environment: env,
    limits: config.limits,
    trustProxy: config.trustProxy,
    processMetrics: true,
    logger,
    ...(config.metricsToken !== undefined && { metricsToken: config.metricsToken }),
  })
  // Before anybody is told that it runs, and may end it.
  const ended = closeOnSignal(async () => {
    await server.close()
    await storage.close()
  })
  say(`Listening at ${config.publicUrl}, with the ${config.store.name} store.`)
  say(`Register this redirect URL with your Asana app: ${server.api.callbackUrl}`)
  if (config.store.name === 'memory') {
    // It would be gone with the process, so that there is no other moment to make one.
    const client = await createOrganization(storage.registry, {
      name: 'Local',
      redirectUrls: config.redirectUrls,
    })
    say(
      `Organization ${client.organizationId}, client_id ${client.clientId}, client_secret ${client.clientSecret}`,
    )
  }
  await ended
}

/** Resolves when the first SIGINT or SIGTERM has ended everything; the second ends the process at once. */
function closeOnSignal(close: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let firstAt: number | undefined
    const onSignal = () => {
      if (firstAt === undefined) {
        firstAt = performance.now()
        close().then(resolve, reject)
      } else if (performance.now() - firstAt > SAME_SIGNAL_MS) {
        process.exit(1)
      }
    }
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
  })
}
