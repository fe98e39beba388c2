/** Which tools, and how much they may say. */
export interface ToolOptions {
  /**
   * One tool for each of these actions, such as `tasks.list`; `tasks.*` and `*.list` stand for several. Without
   * it there is one tool for everything, `asana_execute`, and one to look things up, `asana_describe`.
   */
  readonly actions?: readonly string[] | undefined
  /** What `asana_execute` may do, in the same notation; everything if not given. */
  readonly allow?: readonly string[] | undefined
  /** Only what changes nothing. */
  readonly readOnly?: boolean | undefined
  /** An answer that is longer says how to ask for less; 50,000 characters if not given. */
  readonly maxOutputChars?: number | undefined
}

export const DEFAULT_MAX_OUTPUT_CHARS = 50_000
