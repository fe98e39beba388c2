import { actionTool } from './action-tool.ts'
import type { AgentTool } from './agent-tool.ts'
import { chooseActions } from './choose-actions.ts'
import { describeTool } from './describe-tool.ts'
import { executeTool } from './execute-tool.ts'
import type { Executing } from './run-tool.ts'
import { DEFAULT_MAX_OUTPUT_CHARS, type ToolOptions } from './tool-options.ts'

/** @throws {ConfigurationError} `invalid_option`: a name that is no action */
export function connectorTools(connector: Executing, options: ToolOptions): AgentTool[] {
  const { actions, allow, readOnly = false, maxOutputChars = DEFAULT_MAX_OUTPUT_CHARS } = options
  if (actions) {
    return chooseActions(actions, readOnly).map(action => actionTool(connector, action, maxOutputChars))
  }
  const allowed = chooseActions(allow, readOnly)
  return [executeTool(connector, allowed, maxOutputChars), describeTool(allowed, maxOutputChars)]
}
