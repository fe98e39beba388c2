import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CuttableProxy } from '../src/cuttable-proxy.ts'
import { Caller } from './caller.ts'

describe('a proxy that can be cut', () => {
  const server = createServer(socket => socket.pipe(socket).on('error', () => {}))
  let proxy: CuttableProxy
  let port: number

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  beforeEach(async () => {
    const address = server.address()
    proxy = new CuttableProxy(new URL(`http://127.0.0.1:${typeof address === 'object' && address?.port}`))
    await proxy.start()
    port = Number(new URL(proxy.url).port)
  })
  afterEach(() => proxy.close())
  afterAll(() => void server.close())

  it('carries what is said, until it is cut', async () => {
    const caller = await Caller.at(port)
    expect(await caller.say('hello')).toBe('hello')
    await proxy.stop()
    await caller.cutOff
  })

  it('lets nobody through while it is cut, and everybody afterwards, at the same address', async () => {
    const { url } = proxy
    await proxy.stop()
    await (await Caller.at(port)).cutOff
    await proxy.start()
    expect(proxy.url).toBe(url)
    const caller = await Caller.at(port)
    expect(await caller.say('again')).toBe('again')
  })

  it('keeps its port while it is cut', async () => {
    await proxy.stop()
    const other = createServer().listen(port, '127.0.0.1')
    expect(await once(other, 'error')).toMatchObject([{ code: 'EADDRINUSE' }])
  })
})
