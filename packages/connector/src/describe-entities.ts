import type { Action } from './actions/action.ts'
import { actionsOf, entityNames } from './actions/catalogue.ts'
import { type OfferedSchema, offeredSchema } from './parameters/offered-schema.ts'

/** An entity with what can be done with it. */
export interface EntityDescription {
  readonly entity: string
  readonly actions: readonly ActionDescription[]
}

/** An action with what it takes. */
export interface ActionDescription {
  readonly action: string
  /** Asana's name of the operation, for its documentation. */
  readonly operation: string
  readonly readOnly: boolean
  readonly destructive: boolean
  readonly parameters: OfferedSchema
}

export function describeEntities(): EntityDescription[] {
  return entityNames().map(entityDescription)
}

/** @throws {EntityNotFoundError} */
export function entityDescription(entity: string): EntityDescription {
  return { entity, actions: actionsOf(entity).map(actionDescription) }
}

function actionDescription(action: Action): ActionDescription {
  const { name, operation, readOnly, destructive } = action
  return { action: name, operation: operation.id, readOnly, destructive, parameters: offeredSchema(action) }
}
