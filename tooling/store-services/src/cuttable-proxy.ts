import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/**
 * A way to a server that can be cut: for one that would forget everything if it were stopped itself. Whoever
 * comes while it is cut is cut off at once. It keeps its port all the while: one that is let go may be taken, by
 * another or by the copies of all sockets that a process has which is just being spawned.
 */
export class CuttableProxy {
  readonly #target: { readonly host: string; readonly port: number }
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer(client => this.#join(client))
  #cut = false
  #port = 0

  constructor(target: URL) {
    this.#target = { host: target.hostname, port: Number(target.port) }
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async start(): Promise<void> {
    this.#cut = false
    if (this.#server.listening) return
    this.#server.listen(this.#port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.#cut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  /** For good. */
  async close(): Promise<void> {
    await this.stop()
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    await closed
  }

  #join(client: Socket): void {
    if (this.#cut) {
      client.destroy()
      return
    }
    const upstream = connect(this.#target)
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        this.#sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  }
}
