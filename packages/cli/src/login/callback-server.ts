import { timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { UsageError } from '../cli-errors.ts'
import { page, pageHeaders } from './page.ts'
import type { RedirectAddress } from './redirect-address.ts'

/** A browser that came back. */
interface Callback {
  /** Path and query, as received. */
  readonly url: string
  /** Shows the browser how it ended. */
  answer(ok: boolean): Promise<void>
}

/**
 * Waits on this machine for the one redirect that carries our state. What comes without it (a forged
 * link, a curious page, the browser's own favicon request) is refused, and the wait goes on: it must
 * not be possible to end somebody's login from outside.
 */
export class CallbackServer implements AsyncDisposable {
  readonly #servers: readonly Server[]
  readonly #callback: Promise<Callback>

  private constructor(servers: readonly Server[], callback: Promise<Callback>) {
    this.#servers = servers
    this.#callback = callback
  }

  /** @throws UsageError when the port is taken or not allowed */
  static async listen(address: RedirectAddress, state: string): Promise<CallbackServer> {
    const { promise, resolve } = withResolvers<Callback>()
    const handler = (request: IncomingMessage, response: ServerResponse) => {
      const url = request.url ?? '/'
      if (!isOurs(request, address)) return refuse(response, 404, 'There is nothing here.')
      if (!sameText(new URLSearchParams(url.split('?')[1]).get('state') ?? '', state)) {
        return refuse(response, 400, 'This is not the answer to the login that is under way.')
      }
      resolve({ url, answer: ok => answer(response, ok) })
    }
    const servers: Server[] = []
    try {
      for (const [index, host] of address.addresses.entries()) {
        const server = await listenOn(handler, host, address.port, index > 0)
        if (server) servers.push(server)
      }
    } catch (error) {
      for (const server of servers) server.close()
      throw error
    }
    return new CallbackServer(servers, promise)
  }

  callback(): Promise<Callback> {
    return this.#callback
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) {
      server.close()
      server.closeAllConnections()
    }
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Undefined where an address that need not be there is not: a machine without IPv6. */
async function listenOn(
  handler: Handler,
  host: string,
  port: number,
  optional: boolean,
): Promise<Server | undefined> {
  const server = createServer(handler).listen(port, host)
  try {
    await once(server, 'listening')
    return server
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (optional && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) return undefined
    throw new UsageError(
      `Cannot listen on ${host} port ${port} (${code}), where ASANA_REDIRECT_URI points: ` +
        'free the port, register another one, or use --oob.',
      'redirect_not_local',
    )
  }
}

/** Another host is a page of somebody else's that had its name resolve to this machine. */
function isOurs(request: IncomingMessage, { host, path }: RedirectAddress): boolean {
  const [requested] = (request.url ?? '/').split('?')
  return request.method === 'GET' && request.headers.host === host && requested === path
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, pageHeaders).end(page('Not expected', text))
}

async function answer(response: ServerResponse, ok: boolean): Promise<void> {
  const body = ok
    ? page('Connected to Asana', 'You can close this window and go back to the terminal.')
    : page('Not connected', 'The terminal says why. You can close this window.')
  response.writeHead(ok ? 200 : 400, pageHeaders)
  await new Promise<void>(resolve => {
    // A browser that is gone already does not finish.
    response.once('close', resolve)
    response.end(body, () => resolve())
  })
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>(settle => {
    resolve = settle
  })
  return { promise, resolve }
}
