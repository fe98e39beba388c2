import type { Action } from '../actions/action.ts'
import { findAction } from '../actions/catalogue.ts'
import { ActionNotSupportedError } from '../errors/call-errors.ts'
import type { Executing } from '../executor.ts'
import type { AgentTool } from './agent-tool.ts'
import { asObject, runTool } from './run-tool.ts'

/** One tool for all the actions that are allowed. */
export function executeTool(
  connector: Executing,
  allowed: readonly Action[],
  maxOutputChars: number,
): AgentTool {
  const ids = new Set(allowed.map(({ id }) => id))
  return {
    name: 'asana_execute',
    description: `Does one action on one kind of object in Asana, as the user. Parameters: asana_describe tells what an action takes. Ids are gids, in quotes; user_gid may be "me". Lists answer with nextPage.offset while there is more: pass it as offset. Without opt_fields only gid and name come. Entities and actions: ${overview(allowed)}`,
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
      const { entity, action, params } = asObject(input)
      return runTool(
        async more => {
          // By what it is, not by how it was called: some actions have two names.
          const found = findAction(String(entity), String(action))
          if (!ids.has(found.id)) throw notAllowed(found, allowed)
          return connector.execute(found.entity, found.name, asObject(params), more)
        },
        maxOutputChars,
        options,
      )
    },
    needsApproval(input) {
      const { entity, action } = asObject(input)
      try {
        return !findAction(String(entity), String(action)).readOnly
      } catch {
        // It will be refused before anything is sent: nobody has to be asked.
        return false
      }
    },
    annotations: {
      readOnly: allowed.every(({ readOnly }) => readOnly),
      destructive: allowed.some(({ destructive }) => destructive),
    },
  }
}

function notAllowed({ entity, name }: Action, allowed: readonly Action[]): ActionNotSupportedError {
  const others = allowed.filter(action => action.entity === entity).map(action => action.name)
  return new ActionNotSupportedError(entity, name, others)
}

/** `tasks (create, list), teams (get)`. */
export function overview(actions: readonly Action[]): string {
  const byEntity = new Map<string, string[]>()
  for (const { entity, name } of actions) byEntity.set(entity, [...(byEntity.get(entity) ?? []), name])
  return [...byEntity].map(([entity, names]) => `${entity} (${names.join(', ')})`).join(', ')
}
