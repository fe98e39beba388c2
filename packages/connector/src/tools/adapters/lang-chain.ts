import type { AgentTool } from '../agent-tool.ts'

/**
 * Tools for LangChain: `toLangChainTools(connector.tools(), tool)`, with `tool` from `@langchain/core/tools`.
 */
export function toLangChainTools<Tool>(
  tools: readonly AgentTool[],
  // `never`, because LangChain's types are not ours to import: what it is called with is written out below.
  tool: (run: never, fields: never) => Tool,
): Tool[] {
  return tools.map(({ name, description, inputSchema, execute }) => {
    const run = async (input: unknown, config?: { readonly signal?: AbortSignal }) =>
      (await execute(input, { signal: config?.signal })).text
    return tool(run as never, { name, description, schema: inputSchema } as never)
  })
}
