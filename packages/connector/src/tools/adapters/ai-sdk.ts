import type { AgentTool } from '../agent-tool.ts'

/** As much of a tool of the AI SDK (`ai`, version 5 and later) as is needed. */
export interface AiSdkTool<Schema> {
  readonly description: string
  readonly inputSchema: Schema
  /** Answers what the model reads, errors as well. */
  execute(input: unknown, options: { readonly abortSignal?: AbortSignal | undefined }): Promise<string>
  /** Version 6 and later: the model's call waits for a person. */
  needsApproval(input: unknown): boolean
}

/**
 * Tools for `generateText`, `streamText` and agents of the AI SDK:
 * `tools: toAiSdkTools(connector.tools(), jsonSchema)`, with `jsonSchema` from `ai`.
 */
export function toAiSdkTools<Schema>(
  tools: readonly AgentTool[],
  // `never`, because their type of a schema is not ours to import, and only they call it with one.
  jsonSchema: (schema: never) => Schema,
  { approval = true }: { readonly approval?: boolean } = {},
): Record<string, AiSdkTool<Schema>> {
  return Object.fromEntries(
    tools.map(tool => [
      tool.name,
      {
        description: tool.description,
        inputSchema: jsonSchema(tool.inputSchema as never),
        execute: async (input: unknown, { abortSignal }: { abortSignal?: AbortSignal | undefined }) =>
          (await tool.execute(input, { signal: abortSignal })).text,
        needsApproval: (input: unknown) => approval && tool.needsApproval(input),
      },
    ]),
  )
}
