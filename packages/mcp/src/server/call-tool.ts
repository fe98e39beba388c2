import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import type { AgentTool } from '@x/asana-connector'

/** Answers `tools/call`. What goes wrong inside a tool is a result that the model can act on (MCP, Tools). */
export async function callTool(
  tools: ReadonlyMap<string, AgentTool>,
  name: string,
  input: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<CallToolResult> {
  const tool = tools.get(name)
  if (!tool) {
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `There is no tool ${JSON.stringify(name)}. There are: ${[...tools.keys()].join(', ')}.`,
    )
  }
  const { text, isError } = await tool.execute(input, { signal })
  return { content: [{ type: 'text', text }], isError }
}
