import { randomBytes } from 'node:crypto'
import { tracingChannel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { traceNames } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { MemoryRegistry, serveHosted } from '@x/asana-connector-hosted'
import { expect, it } from 'vitest'

it('a server that cannot listen leaves nothing behind that does', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const serving = serveHosted({
    port,
    host: '127.0.0.1',
    publicUrl: `http://localhost:${port}`,
    registry: new MemoryRegistry(),
    store: new MemoryStore(),
    oneTimeStore: new MemoryOneTimeStore(),
    encryption: { keys: [{ id: 'test', key: randomBytes(32) }] },
    environment: {},
  })
  await expect(serving).rejects.toMatchObject({ code: 'EADDRINUSE' })
  expect(tracingChannel(traceNames.refresh).asyncEnd.hasSubscribers).toBe(false)
  other.close()
})
