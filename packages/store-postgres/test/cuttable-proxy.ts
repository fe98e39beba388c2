import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** In front of a server: cuts every connection without a word, as a network or a killed server does. */
export async function cuttableProxy(serverUrl: string) {
  const server = new URL(serverUrl)
  const sockets = new Set<Socket>()
  const proxy = createServer(near => {
    const far = connect(Number(server.port), server.hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => {})
      from.on('close', () => to.destroy())
      from.pipe(to)
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const address = proxy.address()
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : '')
  return {
    url: url.href,
    cut,
    close: () => {
      cut()
      proxy.close()
    },
  }
}
