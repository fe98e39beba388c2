import { offeredSchema } from '../parameters/offered-schema.ts'
import type { AgentTool } from './agent-tool.ts'
import type { AllowedActions } from './allowed-actions.ts'
import { describeAction } from './describe-action.ts'
import { asObject, runTool } from './run-tool.ts'

/** Tells what there is, so that the parameters of hundreds of actions need not be in the prompt. */
export function describeTool(allowed: AllowedActions, maxOutputChars: number): AgentTool {
  return {
    name: 'asana_describe',
    description:
      'Tells what an action of asana_execute takes, as JSON Schema; with an entity alone, what its actions take; with nothing, which entities and actions there are.',
    inputSchema: {
      type: 'object',
      properties: { entity: { type: 'string' }, action: { type: 'string' } },
      additionalProperties: false,
    },
    execute(input, options) {
      const { entity, action } = asObject(input)
      const work = async () => ({ data: describe(allowed, entity, action), meta: { nextPage: null } })
      return runTool(work, maxOutputChars, options)
    },
    needsApproval: () => false,
    annotations: { readOnly: true, destructive: false },
  }
}

function describe(allowed: AllowedActions, entity: unknown, action: unknown): unknown {
  if (entity === undefined) return allowed.overview()
  const chosen = action === undefined ? allowed.of(entity) : [allowed.find(entity, action)]
  return chosen.map(one => ({ action: one.id, does: describeAction(one), params: offeredSchema(one) }))
}
