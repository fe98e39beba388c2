import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import {
  createHostedApp,
  createOrganization,
  generateSigningKey,
  MemoryRegistry,
} from '@x/asana-connector-hosted'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { LocalAsana } from '../local-asana.ts'
import type { HostedSettings } from './hosted-settings.ts'

/** A hosted server in this process, beside the sandbox: elsewhere it is a service of its own. */
export interface LocalHosted {
  readonly settings: HostedSettings
  /** Of its Asana app in the sandbox, which is another one than this app's. */
  readonly asanaClientId: string
  close(): Promise<void>
}

export async function startLocalHosted(
  { sandbox }: LocalAsana,
  { origin, scope }: Config,
  logger: Logger,
): Promise<LocalHosted> {
  // It listens first: its address is part of what it is made from. Not at `localhost`, where this app's
  // own cookies would come along.
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // Who is connected is asked of Asana, so one scope more.
  const scopes = scope === 'default' ? [] : [...new Set([...scope.split(/[\s,]+/), 'users:read'])]
  const asanaApp = sandbox.registerApp({
    name: 'Daylist, hosted',
    redirectUris: [`${baseUrl}/v1/oauth/callback`],
    scopes: scopes.length > 0 ? scopes : 'full',
  })
  const registry = new MemoryRegistry()
  const { app, api } = await createHostedApp({
    publicUrl: baseUrl,
    registry,
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    encryption: { keys: [{ id: 'this-run', key: randomBytes(32) }] },
    signingKeys: [await generateSigningKey()],
    asana: {
      ...sandbox.endpoints,
      clientId: asanaApp.clientId,
      clientSecret: asanaApp.clientSecret,
      ...(scopes.length > 0 && { defaultScope: scopes }),
    },
    environment: {},
    clock: { now: () => sandbox.clock.now() },
    // This app and all its visitors have one address here.
    limits: { addressPerMinute: 600 },
    logger: logger.child({ server: 'hosted' }),
  })
  server.on('request', app)
  const { clientId, clientSecret } = await createOrganization(registry, {
    name: 'Daylist',
    redirectUrls: [`${origin}/hosted/return`],
  })
  return {
    settings: { baseUrl, clientId, clientSecret },
    asanaClientId: asanaApp.clientId,
    close: async () => {
      api.drain()
      server.close()
      server.closeAllConnections()
      await api.close()
    },
  }
}
