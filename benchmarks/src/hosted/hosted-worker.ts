import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { createHostedApp, createOrganization, MemoryRegistry } from '@x/asana-connector-hosted'
import { startSandbox } from '@x/asana-sandbox'
import express from 'express'

/** What one process of the benchmark is. */
export type HostedRole =
  | { readonly role: 'sandbox' }
  | { readonly role: 'hosted'; readonly baseUrl: string }
  | { readonly role: 'proxy'; readonly baseUrl: string; readonly token: string }

/** What it says when it is ready. */
export interface RoleReady {
  readonly url: string
  /** Of the sandbox: a personal access token. */
  readonly token?: string
  /** Of the hosted server. */
  readonly clientId?: string
  readonly clientSecret?: string
}

const task: HostedRole = JSON.parse(process.argv[2] ?? '{}')
const ready = await start(task)
// Memory that is still in use, and not what the collector has not come to yet.
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')
process.on('message', () => {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ heapUsed, rss })
})
process.send?.(ready)

async function start(what: HostedRole): Promise<RoleReady> {
  switch (what.role) {
    case 'sandbox': {
      const sandbox = await startSandbox({ requestLogSize: 10 })
      const token = sandbox.createPersonalAccessToken('ada@example.com')
      return { url: sandbox.endpoints.baseUrl, token }
    }
    case 'hosted':
      return startHosted(what.baseUrl)
    case 'proxy': {
      // The least that stands between a backend and Asana: no connections of many users, no checks, no log.
      const app = express()
      app.use(express.json())
      app.post('/execute', async (_req, res) => {
        const authorization = `Bearer ${what.token}`
        const answer = await fetch(`${what.baseUrl}/users/me`, { headers: { authorization } })
        res.status(answer.status).json(await answer.json())
      })
      return { url: await listen(createServer(app)) }
    }
  }
}

async function startHosted(baseUrl: string): Promise<RoleReady> {
  const server = createServer()
  const url = await listen(server)
  const registry = new MemoryRegistry()
  const unlimited = 1e9
  const { app } = await createHostedApp({
    publicUrl: url,
    registry,
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    encryption: { keys: [{ id: 'bench', key: randomBytes(32) }] },
    asana: { baseUrl, clientId: 'none', clientSecret: 'none' },
    environment: {},
    limits: { organizationPerMinute: unlimited, userPerMinute: unlimited, addressPerMinute: unlimited },
  })
  server.on('request', app)
  const { clientId, clientSecret } = await createOrganization(registry, {
    name: 'Bench',
    redirectUrls: ['https://you.example/'],
  })
  return { url, clientId, clientSecret }
}

async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
