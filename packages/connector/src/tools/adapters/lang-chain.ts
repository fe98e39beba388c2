import type { AgentTool, ToolInputSchema } from '../agent-tool.ts'

/** The fields that `tool` of `@langchain/core/tools` takes beside the function. */
export interface LangChainFields {
  readonly name: string
  readonly description: string
  readonly schema: ToolInputSchema & object
}

type LangChainFunction = (
  input: unknown,
  config?: { readonly signal?: AbortSignal | undefined },
) => Promise<string>

/**
 * Tools for LangChain: `toLangChainTools(connector.tools(), tool)`, with `tool` from `@langchain/core/tools`.
 */
export function toLangChainTools<Tool>(
  tools: readonly AgentTool[],
  tool: (run: LangChainFunction, fields: LangChainFields) => Tool,
): Tool[] {
  return tools.map(({ name, description, inputSchema, execute }) =>
    tool(async (input, config) => (await execute(input, { signal: config?.signal })).text, {
      name,
      description,
      schema: inputSchema,
    }),
  )
}
