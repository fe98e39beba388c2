import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { startSandbox } from '@x/asana-sandbox'
import { createOrganization } from '../organizations/create-organization.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { serveHosted } from '../serve-hosted.ts'
import { type DemoStep, demoSteps } from './steps.ts'

export interface Demo {
  readonly url: string
  readonly sandboxUrl: string
  readonly clientId: string
  readonly clientSecret: string
  readonly organizationId: string
  readonly steps: readonly DemoStep[]
  close(): Promise<void>
}

/** A server in memory, a sandbox for Asana, and the page of an application that users come back to. */
export async function startDemo(port: number): Promise<Demo> {
  const url = `http://localhost:${port}`
  const sandbox = await startSandbox()
  const application = await startApplication()
  const { port: applicationPort } = application.address() as { port: number }
  const redirectUrl = `http://localhost:${applicationPort}/connected`
  const app = sandbox.registerApp({ name: 'Connector demo', redirectUris: [`${url}/v1/oauth/callback`] })
  const registry = new MemoryRegistry()
  const server = await serveHosted({
    port,
    host: 'localhost',
    publicUrl: url,
    registry,
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    encryption: { keys: [{ id: 'demo', key: randomBytes(32) }] },
    asana: { ...sandbox.endpoints, clientId: app.clientId, clientSecret: app.clientSecret },
    environment: {},
  })
  const client = await createOrganization(registry, { name: 'Demo', redirectUrls: [redirectUrl] })
  const personalAccessToken = sandbox.createPersonalAccessToken(sandbox.users[0]?.gid ?? '')
  const sandboxUrl = sandbox.url
  return {
    ...client,
    url,
    sandboxUrl,
    steps: demoSteps({ ...client, url, sandboxUrl, personalAccessToken, redirectUrl }),
    async close() {
      await server.close()
      application.closeAllConnections()
      application.close()
      await sandbox.close()
    },
  }
}

/** Shows what the browser comes back with; an application would look at its state and make the connector. */
async function startApplication(): Promise<Server> {
  const application = createServer((req, res) => {
    const { searchParams } = new URL(req.url ?? '/', 'http://localhost')
    res.setHeader('Content-Type', 'text/plain; charset=utf-8')
    res.end(
      `You are back at your application, with:\n\n${[...searchParams].map(pair => pair.join(' = ')).join('\n')}\n`,
    )
  })
  application.listen(0, 'localhost')
  await once(application, 'listening')
  return application
}
