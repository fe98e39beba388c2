import type { AgentTool, ToolCallOptions, ToolInputSchema } from '../agent-tool.ts'
import { type ApprovalOptions, runApproved } from '../approval.ts'

/** A function of OpenAI's chat completions. */
export interface OpenAiTool {
  readonly type: 'function'
  readonly function: {
    readonly name: string
    readonly description: string
    readonly parameters: ToolInputSchema
  }
}

/** As much of a tool call of a chat completion as is read. */
export interface OpenAiToolCall {
  readonly id: string
  readonly function: { readonly name: string; readonly arguments: string }
}

/** The message that answers a tool call. */
export interface OpenAiToolMessage {
  readonly role: 'tool'
  readonly tool_call_id: string
  readonly content: string
}

/** `tools` of a request for a chat completion. */
export function toOpenAiTools(tools: readonly AgentTool[]): OpenAiTool[] {
  return tools.map(({ name, description, inputSchema }) => ({
    type: 'function',
    function: { name, description, parameters: inputSchema },
  }))
}

/**
 * Does what a model asked for, and answers with the messages to go on with, one for each call. What writes
 * is done if `approve` says yes.
 */
export function runOpenAiToolCalls(
  tools: readonly AgentTool[],
  calls: readonly OpenAiToolCall[],
  options: ToolCallOptions & ApprovalOptions = {},
): Promise<OpenAiToolMessage[]> {
  const byName = new Map(tools.map(tool => [tool.name, tool]))
  return Promise.all(
    calls.map(async ({ id, function: called }) => ({
      role: 'tool' as const,
      tool_call_id: id,
      content: await answer(byName, called, options),
    })),
  )
}

async function answer(
  byName: ReadonlyMap<string, AgentTool>,
  { name, arguments: text }: OpenAiToolCall['function'],
  options: ToolCallOptions & ApprovalOptions,
): Promise<string> {
  const tool = byName.get(name)
  if (!tool)
    return `Error: there is no tool ${JSON.stringify(name)}. There are: ${[...byName.keys()].join(', ')}.`
  let input: unknown
  try {
    input = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return 'Error: the arguments are no valid JSON. Call again with an object.'
  }
  return (await runApproved(tool, input, options)).text
}
