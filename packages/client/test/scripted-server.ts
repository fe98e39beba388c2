import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { AsanaClient, type AsanaClientOptions } from '../src/index.ts'

/** What the server answers with. An object as `body` is sent as JSON. */
export interface Reply {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly body?: unknown
  /** After the body: leave the response open, or break the connection. `silence`: no answer at all. */
  readonly ending?: 'hang' | 'break' | 'silence'
}

export interface ReceivedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface ScriptedServer {
  readonly origin: string
  /** Where the client under test points. */
  readonly baseUrl: string
  readonly requests: ReceivedRequest[]
  /** Settled when a client turns away from an answer that has not ended. */
  readonly dropped: Promise<void>
  /** How many requests clients still wait for: a connection for each. */
  readonly waiting: number
  /** Until this is so: asked again whenever a request has come, or nobody waits for one any more. */
  until(isSo: () => boolean): Promise<void>
  client(options?: Partial<AsanaClientOptions>): AsanaClient
}

/** A real HTTP server for one test: the replies are given in turn, and the last one from then on. */
export async function serve(
  ...replies: (Reply | ((request: ReceivedRequest) => Reply))[]
): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = []
  let drop = () => {}
  const dropped = new Promise<void>(resolve => {
    drop = resolve
  })
  let waiting = 0
  const watchers = new Set<() => void>()
  const tell = () => {
    for (const watcher of watchers) watcher()
  }
  const server = createServer(async (incoming, response) => {
    waiting++
    response.on('close', () => {
      waiting--
      if (!response.writableEnded) drop()
      tell()
    })
    const { method = '', url = '', headers } = incoming
    const request = { method, url, headers, body: await text(incoming) }
    const reply = replies[Math.min(requests.length, replies.length - 1)] ?? {}
    requests.push(request)
    send(response, typeof reply === 'function' ? reply(request) : reply)
    tell()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const baseUrl = `${origin}/api/1.0`
  return {
    origin,
    baseUrl,
    requests,
    dropped,
    get waiting() {
      return waiting
    },
    until: isSo =>
      new Promise(resolve => {
        const watcher = () => {
          if (!isSo()) return
          watchers.delete(watcher)
          resolve()
        }
        watchers.add(watcher)
        watcher()
      }),
    // Without retries, unless a test is about them: what fails is seen as it is, and at once.
    client: options =>
      new AsanaClient({ accessToken: 'token-1', baseUrl, retry: false, ...options } as AsanaClientOptions),
  }
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '', ending }: Reply): void {
  if (ending === 'silence') return
  const json = typeof body !== 'string'
  response.writeHead(
    status,
    json ? { 'content-type': 'application/json; charset=UTF-8', ...headers } : headers,
  )
  const payload = json ? JSON.stringify(body) : body
  if (ending === undefined) response.end(payload)
  else response.write(payload || ' ', () => ending === 'break' && response.destroy())
}

/** What a promise is rejected with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise
  } catch (error) {
    return error
  }
  throw new Error('It was not rejected.')
}
