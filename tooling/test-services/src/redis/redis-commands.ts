import { connect } from 'node:net'

/**
 * One inline command on a connection of its own; resolves to the raw reply.
 *
 * @param patienceMs how long the server may be silent; 0: for ever
 */
export function redisCommand(port: number, command: string, patienceMs = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`no reply to ${command}`)))
    let reply = ''
    socket.on('data', chunk => (reply += chunk))
    socket.once('error', reject)
    socket.once('close', () => {
      if (reply.startsWith('-')) reject(new Error(reply.slice(1).trim()))
      else resolve(reply)
    })
    socket.write(`${command}\r\nQUIT\r\n`)
  })
}

export async function answersPing(port: number): Promise<boolean> {
  return (await redisCommand(port, 'PING', 2_000)).startsWith('+PONG')
}
