import {
  type AuthInfo,
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server'
import type { AgentTool } from '@x/asana-connector'
import { type ServerIdentity, toolServer } from '../server/tool-server.ts'
import { bearerOf } from './bearer.ts'

/** Serves MCP over Streamable HTTP, request by request. */
export interface McpHandler {
  fetch(request: Request): Promise<Response>
  /** Ends the requests under way. */
  close(): Promise<void>
}

export interface McpHandlerOptions {
  /** The tools of whoever has this bearer token; undefined if nobody has it. Compare in constant time. */
  readonly authenticate: (
    bearerToken: string,
  ) => readonly AgentTool[] | undefined | Promise<readonly AgentTool[] | undefined>
  /**
   * Host names that requests may be addressed to, without ports; default: those of the local machine. A page
   * that has its own name resolve to this machine (DNS rebinding) is refused thereby.
   */
  readonly allowedHosts?: readonly string[]
  /** Host names of web pages that may send requests; default: those of the local machine. */
  readonly allowedOrigins?: readonly string[]
  /** How the server introduces itself. */
  readonly identity: ServerIdentity
  /** Told what goes wrong outside of any answer. */
  readonly onError?: (error: Error) => void
}

/** A handler in the form that Workers, Deno and Bun serve, and `toNodeHandler` turns into one for Node. */
export function mcpHandler(options: McpHandlerOptions): McpHandler {
  const hosts = [...(options.allowedHosts ?? localhostAllowedHostnames())]
  const origins = [...(options.allowedOrigins ?? localhostAllowedOrigins())]
  const handler = createMcpHandler(
    ({ authInfo }) => toolServer(toolsIn(authInfo), options.identity),
    options.onError && { onerror: options.onError },
  )
  return {
    async fetch(request) {
      const refusal =
        hostHeaderValidationResponse(request, hosts) ?? originValidationResponse(request, origins)
      if (refusal) return refusal
      const bearer = bearerOf(request.headers.get('authorization'))
      const tools = bearer === undefined ? undefined : await options.authenticate(bearer)
      if (!tools) return unauthorized(bearer !== undefined)
      // What the SDK hands through to the server that it makes for this request.
      const authInfo: AuthInfo = { token: '', clientId: options.identity.name, scopes: [], extra: { tools } }
      return handler.fetch(request, { authInfo })
    },
    close: () => handler.close(),
  }
}

function toolsIn(authInfo: AuthInfo | undefined): readonly AgentTool[] {
  return (authInfo?.extra?.['tools'] ?? []) as readonly AgentTool[]
}

/** RFC 6750, section 3: without a token no error is named. */
function unauthorized(hadToken: boolean): Response {
  const challenge = hadToken ? 'Bearer realm="asana-mcp", error="invalid_token"' : 'Bearer realm="asana-mcp"'
  return Response.json(
    { error: 'invalid_token', error_description: 'This server needs its bearer token.' },
    { status: 401, headers: { 'www-authenticate': challenge } },
  )
}
