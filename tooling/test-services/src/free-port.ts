import { once } from 'node:events'
import { createServer } from 'node:net'

// Below what Linux hands out to connections and to whoever listens at port 0: between the look at it and its use
// only another caller of this could take it, and they draw from twelve thousand.
const FIRST = 20_000
const COUNT = 12_000

/** A port of this machine's loopback that nobody listens at now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if (await isFree(port)) return port
  }
}

/** On IPv4 and, where there is one, on IPv6: `localhost` may be either. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port)
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}
