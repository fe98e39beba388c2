import { startPostgres, startRedis, startSecretsManager } from '@x/test-services'
import { CuttableProxy } from './cuttable-proxy.ts'
import type { StoreConnection, StoreKind } from './store-connection.ts'

/** A store's server, and what any process needs to reach it. */
export interface Backend {
  readonly connection: StoreConnection
  /** The server goes away; what it holds is there when it is back. Undefined: it would forget. */
  readonly restart: { stop(): Promise<void>; start(): Promise<void> } | undefined
  close(): Promise<void>
}

export interface BackendOptions {
  /** May forget everything when it is restarted, and writes no log for it. */
  readonly forgetful?: boolean
}

/**
 * Starts what the store needs.
 * @throws MissingServiceError when it cannot be had on this machine; it says how to get it
 */
export async function startBackend(kind: StoreKind, options: BackendOptions = {}): Promise<Backend> {
  switch (kind) {
    case 'memory':
      return { connection: { kind }, restart: undefined, close: async () => {} }
    case 'redis': {
      const { forgetful = false } = options
      const server = await startRedis({ throwaway: true, persistent: !forgetful })
      const restart = forgetful ? undefined : server
      return { connection: { kind, url: server.url }, restart, close: () => server.close() }
    }
    case 'postgres': {
      const server = await startPostgres({ throwaway: true })
      const url = await server.createDatabase()
      return { connection: { kind, url }, restart: server, close: () => server.close() }
    }
    case 'secrets-manager': {
      const server = await startSecretsManager({ throwaway: true })
      const { region, credentials } = server
      // The stand-in forgets its secrets when it stops, which AWS does not: it is cut off instead.
      const proxy = new CuttableProxy(new URL(server.endpoint))
      await proxy.start()
      const close = async () => {
        await proxy.close()
        await server.close()
      }
      return { connection: { kind, endpoint: proxy.url, region, ...credentials }, restart: proxy, close }
    }
  }
}
