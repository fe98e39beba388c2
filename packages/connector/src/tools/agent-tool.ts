import type { JsonSchema } from '@x/asana-client/parameters'

/** What a tool answered, for the model to read. */
export interface ToolAnswer {
  /** JSON of the result; or what went wrong, and what to do about it. */
  readonly text: string
  readonly isError: boolean
}

/** How one call of a tool is made. */
export interface ToolCallOptions {
  /** Ends the call; its reason is thrown. */
  readonly signal?: AbortSignal | undefined
}

/** A JSON Schema of an object. */
export interface ToolInputSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, JsonSchema & { readonly description?: string }>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}

/** A tool as a plain object: every agent framework takes its parts under one name or another. */
export interface AgentTool {
  /** `[a-zA-Z0-9_-]{1,64}`, which every model provider takes. */
  readonly name: string
  readonly description: string
  readonly inputSchema: ToolInputSchema
  /** Errors are answered and not thrown, so that the model can do better; only an abort is thrown. */
  execute(input: unknown, options?: ToolCallOptions): Promise<ToolAnswer>
  /** Whether a person should say yes first: it writes or deletes. */
  needsApproval(input: unknown): boolean
  readonly annotations: {
    /** It changes nothing at Asana. */
    readonly readOnly: boolean
    /** It may delete or take away something. */
    readonly destructive: boolean
  }
}
