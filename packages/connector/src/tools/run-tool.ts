import type { ExecuteOptions, ExecuteResult } from '../executor.ts'
import type { ToolAnswer, ToolCallOptions } from './agent-tool.ts'
import { toolError } from './tool-error.ts'
import { toolText } from './tool-text.ts'

/** Answers with the result of some work, or with its error. @throws the reason of an aborted signal */
export async function runTool(
  work: (options: ExecuteOptions) => Promise<ExecuteResult>,
  maxOutputChars: number,
  { signal }: ToolCallOptions = {},
): Promise<ToolAnswer> {
  try {
    return toolText(await work({ signal }), maxOutputChars)
  } catch (error) {
    if (signal?.aborted) throw error
    return toolError(error)
  }
}

export function asObject(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {}
}

/** What a model gave as parameters: nothing is none, and what is no object is refused where they are checked. */
export function parameters(given: unknown): Readonly<Record<string, unknown>> {
  return (given ?? {}) as Readonly<Record<string, unknown>>
}
