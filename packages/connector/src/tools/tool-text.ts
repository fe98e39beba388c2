import type { ExecuteResult } from '../executor.ts'
import type { ToolAnswer } from './agent-tool.ts'

/** How much of an answer that is too long is shown. */
const PREVIEW_CHARS = 500

/** A result as a model reads it; one that is too long says how to ask for less. */
export function toolText({ data, meta }: ExecuteResult, maxOutputChars: number): ToolAnswer {
  const { nextPage, truncated, sync, hasMore } = meta
  const text = JSON.stringify({
    data,
    ...(nextPage && { nextPage: { offset: nextPage.offset } }),
    ...(truncated && { truncated }),
    ...(sync !== undefined && { sync, hasMore }),
  })
  if (text.length <= maxOutputChars) return { text, isError: false }
  const count = Array.isArray(data) ? ` ${data.length} items,` : ''
  return {
    isError: true,
    text: `The result is too long to show:${count} ${text.length} characters, and ${maxOutputChars} are allowed. Ask for less: fewer fields with opt_fields, fewer items with limit (go on with offset), or narrower filters. It begins: ${text.slice(0, PREVIEW_CHARS)}`,
  }
}
