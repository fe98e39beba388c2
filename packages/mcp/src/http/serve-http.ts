import { createServer } from 'node:http'
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
    void onRequest(request as NodeIncomingMessageLike, response)
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
