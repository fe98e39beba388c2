import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Somebody on a connection of its own. */
export class Caller {
  /** Resolves when the other side has ended the connection, in whatever way. */
  readonly cutOff: Promise<void>
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('error', () => {})
    this.cutOff = new Promise(resolve => socket.once('close', () => resolve()))
  }

  static async at(port: number): Promise<Caller> {
    const socket = connect(port, '127.0.0.1')
    const caller = new Caller(socket)
    await once(socket, 'connect')
    return caller
  }

  /** What comes back next. */
  async say(text: string): Promise<string> {
    const reply = once(this.#socket, 'data')
    this.#socket.write(text)
    return String((await reply)[0])
  }
}
