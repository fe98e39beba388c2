import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { requireService, startPostgres } from '@x/test-services'
import { expect, it, onTestFinished } from 'vitest'
import { openStorage } from '../src/cli/open-storage.ts'

/** Its port. Whoever connects is handed to `serve`. */
async function listen(serve: (client: Socket) => void): Promise<number> {
  const sockets: Socket[] = []
  const server: Server = createServer(client => {
    sockets.push(client)
    client.on('error', () => {})
    serve(client)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const ANSWER_MS = 300

it('a Redis that takes connections and says nothing is an outage, and not a request without an end', async () => {
  const port = await listen(() => {})
  const redisUrl = `redis://127.0.0.1:${port}`
  const storage = await openStorage({ name: 'redis', redisUrl, databaseUrl: undefined }, ANSWER_MS)
  await expect(storage.registry.ping()).rejects.toMatchObject({ code: 'store_unavailable' })
  await expect(storage.oneTimeStore.take('key')).rejects.toMatchObject({ code: 'store_unavailable' })
  await storage.close()
})

const reason = await requireService('postgres')
it.skipIf(reason)('a Postgres that says nothing any more is one, too', async () => {
  const server = await startPostgres()
  onTestFinished(() => server.close())
  const url = new URL(await server.createDatabase())
  const upstreams: Socket[] = []
  const target = { host: url.hostname, port: Number(url.port) }
  const port = await listen(client => {
    const upstream = connect(target)
    upstream.on('error', () => {})
    upstreams.push(upstream)
    client.pipe(upstream).pipe(client)
  })
  url.hostname = '127.0.0.1'
  url.port = String(port)
  const databaseUrl = url.href
  const storage = await openStorage({ name: 'postgres', databaseUrl, redisUrl: undefined }, ANSWER_MS)
  await storage.registry.ping()
  // From here on, nothing comes back.
  for (const upstream of upstreams) upstream.unpipe().pause()
  await expect(storage.registry.ping()).rejects.toMatchObject({ code: 'store_unavailable' })
  for (const upstream of upstreams) upstream.destroy()
  await storage.close()
})
