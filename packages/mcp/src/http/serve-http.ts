import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type NodeIncomingMessageLike, toNodeHandler } from '@modelcontextprotocol/node'
import { type McpHandlerOptions, mcpHandler } from './mcp-handler.ts'

export interface ServeHttpOptions extends McpHandlerOptions {
  /** Default 0: any free port. */
  readonly port?: number
  /** Default `127.0.0.1`: only this machine. */
  readonly host?: string
}

export interface RunningHttpServer {
  /** Where MCP clients connect to. */
  readonly url: string
  close(): Promise<void>
}

const METHODS = ['GET', 'POST', 'DELETE']

/** Of what no `Request` can be made from. Anybody can send that: it is no failure to tell of. */
function refusalOf({ method = '', headers }: IncomingMessage): [number, Record<string, string>] | undefined {
  if (!METHODS.includes(method)) return [405, { allow: METHODS.join(', ') }]
  return URL.canParse(`http://${headers.host ?? 'localhost'}`) ? undefined : [403, {}]
}

/** Listens for MCP clients on `/mcp`. */
export async function serveHttp(options: ServeHttpOptions): Promise<RunningHttpServer> {
  const { host = '127.0.0.1', port = 0 } = options
  const handler = mcpHandler(options)
  const onRequest = toNodeHandler(handler, options.onError && { onerror: options.onError })
  const server = createServer((request, response) => {
    if (request.url?.split('?', 1)[0] !== '/mcp') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('MCP is at /mcp\n')
      return
    }
    const refusal = refusalOf(request)
    if (refusal) response.writeHead(...refusal).end()
    else void onRequest(request as NodeIncomingMessageLike, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/mcp`,
    async close() {
      await handler.close()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
