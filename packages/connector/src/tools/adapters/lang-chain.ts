import type { AgentTool } from '../agent-tool.ts'
import { type ApprovalOptions, runApproved } from '../approval.ts'

/**
 * Tools for LangChain: `toLangChainTools(connector.tools(), tool)`, with `tool` from `@langchain/core/tools`.
 * What writes is done if `approve` says yes.
 */
export function toLangChainTools<Tool>(
  tools: readonly AgentTool[],
  // `never`, because LangChain's types are not ours to import: what it is called with is written out below.
  tool: (run: never, fields: never) => Tool,
  { approve }: ApprovalOptions = {},
): Tool[] {
  return tools.map(agentTool => {
    const { name, description, inputSchema } = agentTool
    const run = async (input: unknown, config?: { readonly signal?: AbortSignal }) =>
      (await runApproved(agentTool, input, { approve, signal: config?.signal })).text
    return tool(run as never, { name, description, schema: inputSchema } as never)
  })
}
