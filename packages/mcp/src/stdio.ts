import { type StdioServerHandle, serveStdio } from '@modelcontextprotocol/server/stdio'
import type { AgentTool } from '@x/asana-connector'
import { type ServerIdentity, toolServer } from './server/tool-server.ts'

export interface ServeToolsOptions {
  readonly tools: readonly AgentTool[]
  /** How the server introduces itself. */
  readonly identity: ServerIdentity
  /** Told what goes wrong outside of any answer. */
  readonly onError?: (error: Error) => void
}

/** Serves one MCP client on standard input and output, until it closes them. */
export function serveToolsOnStdio({ tools, identity, onError }: ServeToolsOptions): StdioServerHandle {
  return serveStdio(() => toolServer(tools, identity), onError && { onerror: onError })
}
