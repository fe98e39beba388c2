import type { Action } from '../actions/action.ts'
import { parameterError } from '../errors/call-errors.ts'
import type { Executing } from '../executor.ts'
import type { AgentTool } from './agent-tool.ts'
import type { AllowedActions } from './allowed-actions.ts'
import { asObject, parameters, runTool } from './run-tool.ts'

/** One tool for all the actions that are allowed. */
export function executeTool(
  connector: Executing,
  allowed: AllowedActions,
  maxOutputChars: number,
): AgentTool {
  return {
    name: 'asana_execute',
    description: `Does one action on one kind of object in Asana, as the user. Parameters: asana_describe tells what an action takes. Ids are gids, in quotes; user_gid may be "me". Lists answer with nextPage.offset while there is more: pass it as offset. Without opt_fields only gid and name come. Entities and actions: ${allowed.overview()}`,
    inputSchema: {
      type: 'object',
      properties: {
        entity: { type: 'string', description: 'Such as tasks' },
        action: { type: 'string', description: 'Such as list' },
        params: { type: 'object', additionalProperties: true, description: 'Such as {"project":"1204"}' },
      },
      required: ['entity', 'action'],
      additionalProperties: false,
    },
    execute(input, options) {
      const { entity, action, params, ...beside } = asObject(input)
      return runTool(
        async more => {
          const found = allowed.find(entity, action)
          refuse(found, Object.keys(beside))
          return connector.execute(found.entity, found.name, parameters(params), more)
        },
        maxOutputChars,
        options,
      )
    },
    needsApproval(input) {
      const { entity, action } = asObject(input)
      // What is not allowed will be refused before anything is sent: nobody has to be asked.
      return allowed.lookUp(entity, action)?.readOnly === false
    },
    annotations: {
      readOnly: allowed.all.every(({ readOnly }) => readOnly),
      destructive: allowed.all.some(({ destructive }) => destructive),
    },
  }
}

/** Without them, the call would be another than the one that was meant. @throws {InvalidParameterError} */
function refuse({ id }: Action, names: readonly string[]): void {
  const [parameter] = names
  if (parameter === undefined) return
  const message = `Put ${names.slice(0, 20).join(', ')} into params.`
  throw parameterError(id, [{ parameter, problem: 'unknown', message }])
}
