import type { Executing } from '../executor.ts'
import { actionTool } from './action-tool.ts'
import type { AgentTool } from './agent-tool.ts'
import { AllowedActions } from './allowed-actions.ts'
import { chooseActions } from './choose-actions.ts'
import { describeTool } from './describe-tool.ts'
import { executeTool } from './execute-tool.ts'
import { readToolOptions, type ToolOptions } from './tool-options.ts'

/** @throws {ConfigurationError} `invalid_option`: an option that is none, a name that is no action */
export function connectorTools(connector: Executing, options: ToolOptions): AgentTool[] {
  const { actions, allow, readOnly, maxOutputChars } = readToolOptions(options)
  if (actions) {
    return chooseActions(actions, readOnly).map(action => actionTool(connector, action, maxOutputChars))
  }
  const allowed = new AllowedActions(chooseActions(allow, readOnly))
  return [executeTool(connector, allowed, maxOutputChars), describeTool(allowed, maxOutputChars)]
}
