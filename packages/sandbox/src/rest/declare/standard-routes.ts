import type { Resource } from '../../state/resource.ts'
import { type ApiAnswer, created, empty, list, one, unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'
import type { Declaration } from './declaration.ts'
import { createResource, updateResource } from './writing.ts'

/** A granular scope; null where only full permissions will do. */
type Scope = string | null

interface ListRule {
  readonly scope: Scope
  /** Query parameters that must be there; each compares the field of its name. */
  readonly required?: readonly string[]
  readonly optional?: readonly string[]
  /** Filters that are more than a comparison. */
  readonly where?: (call: ApiCall, resource: Resource) => boolean
  /** Without `limit` and `offset`. */
  readonly whole?: boolean
}

/** The routes every resource may have; one that is not named does not exist. */
interface StandardRoutes {
  readonly get?: Scope
  readonly create?: Scope
  readonly update?: Scope
  readonly delete?: Scope
  readonly list?: ListRule
}

export function standardRoutes(
  declaration: Declaration,
  collection: string,
  which: StandardRoutes,
): readonly Route[] {
  const { type } = declaration
  const item = `${collection}/{${type}_gid}`
  const routes: Route[] = []
  const add = (
    method: Route['method'],
    path: string,
    scope: Scope | undefined,
    handle: (call: ApiCall) => ApiAnswer,
  ) => {
    if (scope !== undefined) routes.push(route(method, path, scope ?? undefined, handle))
  }
  const { list: rule } = which
  if (rule !== undefined) add('GET', collection, rule.scope, call => listed(call, declaration, rule))
  add('POST', collection, which.create, call => created(createResource(call, declaration)))
  add('GET', item, which.get, call => one(call.target(type)))
  add('PUT', item, which.update, call => {
    const resource = call.target(type)
    updateResource(call, declaration, resource)
    return one(resource)
  })
  add('DELETE', item, which.delete, call => {
    const resource = call.target(type)
    call.report(resource, 'deleted')
    call.world.remove(resource)
    return empty()
  })
  return routes
}

function listed(call: ApiCall, declaration: Declaration, rule: ListRule): ApiAnswer {
  const filters = [...(rule.required ?? []), ...(rule.optional ?? [])].flatMap(name => {
    const text = call.query.get(name)
    if (text === null || text === '') {
      if (rule.required?.includes(name)) throw missingInput(name)
      return []
    }
    return [{ name, value: declaration.fields[name]?.wanted?.(call, name, text) ?? text }]
  })
  const found = call.visible<Resource>(call.world.all(declaration.type)).filter(resource => {
    const passes = filters.every(({ name, value }) => (resource.values[name] ?? null) === value)
    return passes && (rule.where?.(call, resource) ?? true)
  })
  return rule.whole === true ? unpagedList(found) : list(found)
}
