import type { AgentTool, ToolAnswer, ToolCallOptions } from './agent-tool.ts'

/** A call that waits for a person. */
export interface ApprovalRequest {
  readonly tool: string
  readonly input: unknown
}

/** Asks a person whether a call may be made; `() => true` lets a model write and delete on its own. */
export type Approve = (request: ApprovalRequest) => boolean | Promise<boolean>

/** For frameworks that do not ask by themselves. */
export interface ApprovalOptions {
  /** Without it, what needs approval is not done. */
  readonly approve?: Approve | undefined
}

/** Runs a tool, after somebody said yes where that is needed. */
export async function runApproved(
  tool: AgentTool,
  input: unknown,
  { approve, ...options }: ApprovalOptions & ToolCallOptions,
): Promise<ToolAnswer> {
  if (!tool.needsApproval(input)) return tool.execute(input, options)
  if (!approve) {
    return refused('it needs approval, and the application gave no way to ask (option approve)')
  }
  const approved = await approve({ tool: tool.name, input })
  return approved ? tool.execute(input, options) : refused('the user did not approve')
}

function refused(why: string): ToolAnswer {
  return { isError: true, text: `Error: the call was not made: ${why}. Do not try it again unasked.` }
}
