import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AuthManager } from '@x/asana-auth-core'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { createStores, type Stores } from './credential-store.ts'
import { type LocalHosted, startLocalHosted } from './hosted/local-hosted.ts'
import { type LocalAsana, startLocalAsana } from './local-asana.ts'
import { logAuthEvents } from './log-auth-events.ts'

/** The app, listening. */
export interface RunningExample {
  readonly auth: AuthManager
  readonly localAsana: LocalAsana | undefined
  readonly localHosted: LocalHosted | undefined
  readonly address: AddressInfo
  /** Lets requests that are under way end, writes what is still to be written, closes what was opened. */
  close(): Promise<void>
}

/** How long requests that are under way may take when the app ends. */
const GRACE_MS = 10_000

export async function startExample(config: Config, logger: Logger, stores?: Stores): Promise<RunningExample> {
  const { store, oneTimeStore, close: closeStores } = stores ?? (await createStores(config.credentialStore))
  const localAsana = config.asana ? undefined : await startLocalAsana(config.redirectUri, config.scope)
  const now = localAsana ? () => localAsana.sandbox.clock.now() : () => Date.now()
  const auth = new AuthManager({
    asana: {
      ...(localAsana
        ? {
            ...localAsana.sandbox.endpoints,
            clientId: localAsana.clientId,
            clientSecret: localAsana.clientSecret,
          }
        : config.asana),
      redirectUri: config.redirectUri,
    },
    environment: config.environment,
    store,
    encryption: { keys: config.encryptionKeys },
    clock: { now },
  })
  logAuthEvents(auth, logger)

  const localHosted =
    localAsana && !config.hosted ? await startLocalHosted(localAsana, config, logger) : undefined
  const storeName = store.name
  const app = createApp({ config, auth, oneTimeStore, storeName, logger, localAsana, localHosted, now })
  const server = createServer(app).listen(config.port, config.host)
  const close = async () => {
    const ended = server.listening ? once(server, 'close') : undefined
    server.close()
    const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    await ended
    clearTimeout(impatience)
    // In this order: what is refreshed at Asana still has to get into the store.
    await auth.close()
    await localHosted?.close()
    await localAsana?.sandbox.close()
    await closeStores()
  }
  try {
    await once(server, 'listening')
  } catch (error) {
    await close()
    throw error
  }
  return { auth, localAsana, localHosted, address: server.address() as AddressInfo, close }
}
