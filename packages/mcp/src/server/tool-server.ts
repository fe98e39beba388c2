import { Server } from '@modelcontextprotocol/server'
import type { AgentTool } from '@x/asana-connector'
import { callTool } from './call-tool.ts'
import { describeTool } from './describe-tool.ts'

/** How the server introduces itself to MCP clients. */
export interface ServerIdentity {
  readonly name: string
  readonly version: string
}

/**
 * An MCP server that offers the connector's tools. The tools check their own input and describe it as JSON
 * Schema, so requests are handed to them as they are.
 */
export function toolServer(tools: readonly AgentTool[], identity: ServerIdentity): Server {
  const byName = new Map(tools.map(tool => [tool.name, tool]))
  const descriptions = tools.map(describeTool)
  const server = new Server(identity, { capabilities: { tools: {} } })
  server.setRequestHandler('tools/list', () => ({ tools: descriptions }))
  server.setRequestHandler('tools/call', ({ params }, { mcpReq }) =>
    callTool(byName, params.name, params.arguments ?? {}, mcpReq.signal),
  )
  return server
}
