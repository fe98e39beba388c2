import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Asks by connecting. Listening would tell as much and leave the port in use for a while: a process that is
 * being spawned elsewhere in this one holds copies of all sockets until it runs its own program.
 */
export async function nobodyListens(port: number): Promise<boolean> {
  const refusals = await Promise.all(['127.0.0.1', '::1'].map(host => refuses(host, port)))
  return refusals.every(Boolean)
}

async function refuses(host: string, port: number): Promise<boolean> {
  const socket = connect(port, host)
  try {
    await once(socket, 'connect')
    return false
  } catch {
    return true
  } finally {
    socket.destroy()
  }
}
