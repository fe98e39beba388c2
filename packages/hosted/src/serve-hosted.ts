import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHostedApp, type HostedAppOptions } from './create-hosted-app.ts'
import type { HostedApi } from './hosted-api.ts'

export interface ServeOptions extends HostedAppOptions {
  readonly port: number
  /** Default: all interfaces. */
  readonly host?: string
  /** How long requests that are under way may take when it closes. Default 10,000 ms. */
  readonly graceMs?: number
}

/** A server that is listening. */
export interface HostedServer {
  readonly api: HostedApi
  readonly address: AddressInfo
  /** Takes nothing new, lets requests and refreshes end. The stores stay open: who made them closes them. */
  close(): Promise<void>
}

/** The API, listening. @throws ConfigurationError, or what `listen` fails with */
export async function serveHosted({
  port,
  host,
  graceMs = 10_000,
  ...options
}: ServeOptions): Promise<HostedServer> {
  const { app, api } = await createHostedApp(options)
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 60_000 }, app)
  server.listen(port, host)
  await once(server, 'listening').catch(async (error: unknown) => {
    // Nobody else could end what it listens to in the process.
    await api.close()
    throw error
  })
  let closing: Promise<void> | undefined
  const shutDown = async () => {
    api.drain()
    const ended = once(server, 'close')
    server.close()
    const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
    await ended
    clearTimeout(impatience)
    // Now nobody waits any more: what was refreshed at Asana still has to get into the store.
    await api.close()
  }
  return {
    api,
    address: server.address() as AddressInfo,
    close: () => {
      closing ??= shutDown()
      return closing
    },
  }
}
