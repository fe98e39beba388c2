import type { Resource, Value } from '../../state/resource.ts'
import { change } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { ApiCall } from '../core/api-call.ts'
import { requirePaidFeatures } from '../core/paid-features.ts'
import { missingInput } from '../input/input.ts'
import type { Declaration } from './declaration.ts'

type Values = Readonly<Record<string, Value>>

/** Adds a resource as it is described, without a request. */
export function addResource(
  world: World,
  declaration: Declaration,
  createdByGid: string,
  values: Values,
): Resource {
  const initial = Object.entries(declaration.fields).map(([name, field]) => [name, field.initial] as const)
  const all: Values = { ...Object.fromEntries(initial), ...values }
  const homeGid = all[declaration.home]
  if (typeof homeGid !== 'string') throw missingInput(declaration.home)
  return world.add<Resource>({
    type: declaration.type,
    homeGid,
    boundGids: (declaration.bound ?? []).flatMap(name => all[name] ?? []).map(String),
    createdByGid,
    modifiedAtMs: world.clock.now(),
    values: all,
  })
}

/** Creates what `data` describes; `given` comes from the path, or is decided by the route. */
export function createResource(call: ApiCall, declaration: Declaration, given: Values = {}): Resource {
  const writable = Object.keys(declaration.fields).filter(
    name => declaration.fields[name]?.accept !== undefined && !Object.hasOwn(given, name),
  )
  const values = { ...given, ...accepted(call, declaration, writable) }
  for (const [name, field] of Object.entries(declaration.fields)) {
    if (field.required === true && isBlank(values[name])) throw missingInput(name)
  }
  requirePlan(call, declaration, values[declaration.home])
  const resource = addResource(call.world, declaration, call.user.gid, values)
  call.report(resource, 'added', { parent: call.world.findAny(resource.homeGid) })
  return resource
}

export function updateResource(call: ApiCall, declaration: Declaration, resource: Resource): void {
  const writable = Object.keys(declaration.fields).filter(name => {
    const field = declaration.fields[name]
    return field?.accept !== undefined && field.fixed !== true
  })
  const values = accepted(call, declaration, writable, resource)
  for (const [name, value] of Object.entries(values)) {
    if (declaration.fields[name]?.required === true && isBlank(value)) throw missingInput(name)
  }
  requirePlan(call, declaration, resource.homeGid)
  change(call.world, resource, values)
  const homeGid = resource.values[declaration.home]
  if (typeof homeGid === 'string') resource.homeGid = homeGid
  for (const field of Object.keys(values)) call.report(resource, 'changed', { field })
}

function requirePlan(call: ApiCall, { paid }: Declaration, homeGid: Value | undefined): void {
  if (paid === undefined || typeof homeGid !== 'string') return
  const home = call.world.findAny(homeGid)
  if (home !== undefined) requirePaidFeatures(call, home, paid)
}

/** The fields that were sent, each checked before any is kept. */
function accepted(call: ApiCall, declaration: Declaration, writable: string[], resource?: Resource): Values {
  const input = call.input(...writable)
  const values: Record<string, Value> = {}
  for (const name of writable) {
    const field = declaration.fields[name]
    const value = field?.accept?.(call, input, name, resource)
    if (value !== undefined) values[field?.into ?? name] = value
  }
  return values
}

function isBlank(value: Value | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}
