import type { Action } from '../actions/action.ts'
import { lookUpAction } from '../actions/catalogue.ts'
import { ActionNotSupportedError, EntityNotFoundError } from '../errors/call-errors.ts'

/**
 * The actions that a model may use. The rest is as if it were not there: a name that is suggested must be
 * one that is allowed.
 */
export class AllowedActions {
  readonly all: readonly Action[]

  constructor(all: readonly Action[]) {
    this.all = all
  }

  /** By what it is, not by how it was called: some actions have two names. */
  lookUp(entity: unknown, name: unknown): Action | undefined {
    const found = lookUpAction(text(entity), text(name))
    return found && this.all.includes(found) ? found : undefined
  }

  /** @throws {EntityNotFoundError | ActionNotSupportedError} */
  find(entity: unknown, name: unknown): Action {
    const found = this.lookUp(entity, name)
    if (found) return found
    const names = this.of(entity).map(action => action.name)
    throw new ActionNotSupportedError(text(entity), text(name), names)
  }

  /** Those of an entity. @throws {EntityNotFoundError} */
  of(entity: unknown): readonly Action[] {
    const found = this.all.filter(action => action.entity === entity)
    if (found.length > 0) return found
    throw new EntityNotFoundError(text(entity), [...new Set(this.all.map(action => action.entity))])
  }

  /** `tasks (create, list), teams (get)`. */
  overview(): string {
    const byEntity = new Map<string, string[]>()
    for (const { entity, name } of this.all) byEntity.set(entity, [...(byEntity.get(entity) ?? []), name])
    return [...byEntity].map(([entity, names]) => `${entity} (${names.join(', ')})`).join(', ')
  }
}

/** A model may name anything; an object's own `toString` is not called. */
function text(name: unknown): string {
  return typeof name === 'string' ? name : (JSON.stringify(name) ?? '')
}
