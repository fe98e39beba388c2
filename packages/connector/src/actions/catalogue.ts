import { type Operation, operation, operationIds } from '@x/asana-client'
import { ActionNotSupportedError, EntityNotFoundError } from '../errors/call-errors.ts'
import { type Action, effectsOf } from './action.ts'
import { establishedNames } from './established-names.ts'
import { ruleName } from './naming-rule.ts'

/** All actions by entity, and the other names by which they are found. */
interface Catalogue {
  readonly entities: ReadonlyMap<string, ReadonlyMap<string, Action>>
  /** The rule's names of actions that are called otherwise. */
  readonly aliases: ReadonlyMap<string, Action>
}

let built: Catalogue | undefined

/** Made once, in about a millisecond; parameters and schemas are read when an action is first called. */
function catalogue(): Catalogue {
  built ??= buildCatalogue(operationIds.map(id => operation(id)))
  return built
}

/** The entities, in alphabetical order. */
export function entityNames(): string[] {
  return [...catalogue().entities.keys()]
}

/** @throws {EntityNotFoundError} */
export function actionsOf(entity: string): Action[] {
  const actions = catalogue().entities.get(entity)
  if (!actions) throw new EntityNotFoundError(entity, entityNames())
  return [...actions.values()]
}

export function allActions(): Action[] {
  return entityNames().flatMap(actionsOf)
}

/** By its name, or by the rule's name where that is another. */
export function lookUpAction(entity: string, name: string): Action | undefined {
  const { entities, aliases } = catalogue()
  return entities.get(entity)?.get(name) ?? aliases.get(`${entity}.${name}`)
}

/** @throws {EntityNotFoundError | ActionNotSupportedError} */
export function findAction(entity: string, name: string): Action {
  const found = lookUpAction(entity, name)
  if (found) return found
  const supported = actionsOf(entity).map(action => action.name)
  throw new ActionNotSupportedError(entity, name, supported)
}

/** @throws {Error} when two operations come to the same name: the rule must be refined then. */
export function buildCatalogue(operations: readonly Operation[]): Catalogue {
  const named = new Map<string, Action>()
  const aliases = new Map<string, Action>()
  const add = (map: Map<string, Action>, id: string, action: Action) => {
    if (named.has(id) || aliases.has(id)) throw new Error(`Two operations are called ${id}`)
    map.set(id, action)
  }
  const ruled = operations.map(one => ({ one, rule: ruleName(one) }))
  // What stands alone takes the short name; a child of the same name then gets the long one.
  for (const { one, rule } of ruled.sort((a, b) => Number(a.rule.nested) - Number(b.rule.nested))) {
    const entity = named.has(`${rule.entity}.${rule.action}`) ? rule.longEntity : rule.entity
    const established = establishedNames[one.id]
    const action = actionFor(one, established?.[0] ?? entity, established?.[1] ?? rule.action)
    add(named, action.id, action)
    if (established) add(aliases, `${entity}.${rule.action}`, action)
    if (one.id === 'getAttachment') {
      const download = actionFor(one, entity, 'download', 'download')
      add(named, download.id, download)
    }
  }
  return { entities: grouped([...named.values()].sort((a, b) => (a.id < b.id ? -1 : 1))), aliases }
}

function actionFor(operation: Operation, entity: string, name: string, kind: Action['kind'] = 'operation') {
  return { entity, name, id: `${entity}.${name}`, operation, kind, ...effectsOf(operation, entity, name) }
}

function grouped(actions: readonly Action[]): Map<string, Map<string, Action>> {
  const entities = new Map<string, Map<string, Action>>()
  for (const action of actions) {
    const siblings = entities.get(action.entity) ?? new Map<string, Action>()
    entities.set(action.entity, siblings.set(action.name, action))
  }
  return entities
}
