import { ConfigurationError } from '@x/asana-auth-core'
import { knownNames } from '../options/known-names.ts'

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

const DEFAULT_MAX_OUTPUT_CHARS = 50_000

export interface ReadToolOptions {
  readonly actions: readonly string[] | undefined
  readonly allow: readonly string[] | undefined
  readonly readOnly: boolean
  readonly maxOutputChars: number
}

/** A misspelt `readOnly` would hand out everything. @throws {ConfigurationError} `invalid_option` */
export function readToolOptions(options: ToolOptions): ReadToolOptions {
  const given = knownNames('tools', options, ['actions', 'allow', 'readOnly', 'maxOutputChars'])
  const { actions, allow, readOnly = false, maxOutputChars = DEFAULT_MAX_OUTPUT_CHARS } = given
  if (actions !== undefined && allow !== undefined) {
    throw invalid('takes either actions, one tool for each, or allow, what asana_execute may do')
  }
  if (!isPatterns(actions)) throw invalid('takes actions as a list of names')
  if (!isPatterns(allow)) throw invalid('takes allow as a list of names')
  if (typeof readOnly !== 'boolean') throw invalid('takes readOnly as true or false')
  if (typeof maxOutputChars !== 'number' || !(maxOutputChars > 0)) {
    throw invalid('takes maxOutputChars as a number of characters')
  }
  return { actions, allow, readOnly, maxOutputChars }
}

function isPatterns(value: unknown): value is readonly string[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every(item => typeof item === 'string'))
}

function invalid(what: string): ConfigurationError {
  return new ConfigurationError('invalid_option', `tools ${what}.`)
}
