import type { Action } from '../actions/action.ts'
import type { Executing } from '../executor.ts'
import { offeredSchema } from '../parameters/offered-schema.ts'
import type { AgentTool } from './agent-tool.ts'
import { describeAction } from './describe-action.ts'
import { parameters, runTool } from './run-tool.ts'

/** One tool for one action. */
export function actionTool(connector: Executing, action: Action, maxOutputChars: number): AgentTool {
  const { entity, name, readOnly, destructive } = action
  return {
    name: toolName(action),
    description: describeAction(action),
    inputSchema: offeredSchema(action),
    execute: (input, options) =>
      runTool(more => connector.execute(entity, name, parameters(input), more), maxOutputChars, options),
    needsApproval: () => !readOnly,
    annotations: { readOnly, destructive },
  }
}

/** The longest names have 67 characters with the prefix, and models take 64. */
function toolName({ entity, name }: Action): string {
  const long = `asana_${entity}_${name}`
  return long.length <= 64 ? long : `${entity}_${name}`
}
