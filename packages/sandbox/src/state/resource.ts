import type { Base, Entity } from './entities.ts'
import type { World } from './world.ts'

/** The kinds of object that are wholly described by their declaration in rest/families. */
export const declaredTypes = [
  'access_request',
  'agent',
  'allocation',
  'budget',
  'custom_field',
  'custom_field_setting',
  'custom_type',
  'custom_type_status_option',
  'enum_option',
  'goal',
  'goal_metric',
  'goal_relationship',
  'graph_export',
  'job',
  'membership',
  'ooo_entry',
  'organization_export',
  'portfolio',
  'portfolio_membership',
  'project_brief',
  'project_membership',
  'project_portfolio_setting',
  'project_status',
  'project_template',
  'rate',
  'reaction',
  'resource_export',
  'role',
  'rule_trigger',
  'status_update',
  'task_template',
  'team_membership',
  'time_period',
  'time_tracking_category',
  'time_tracking_entry',
  'timesheet_approval_status',
  'workspace_membership',
] as const

export type DeclaredType = (typeof declaredTypes)[number]

/** What a field of a resource holds. A reference is the gid of its object. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value }

export interface Resource extends Base {
  readonly type: DeclaredType
  /** The object it belongs to: it is seen by whoever sees that one, and goes when that one goes. */
  homeGid: string
  /** Other objects that it does not outlive. */
  readonly boundGids: readonly string[]
  readonly createdByGid: string
  modifiedAtMs: number
  /** Under the API's names. */
  values: Readonly<Record<string, Value>>
}

/** The gid that a field holds, where it holds one. */
export function gidIn(resource: Resource, name: string): string | undefined {
  const value = resource.values[name]
  return typeof value === 'string' ? value : undefined
}

export function textIn(resource: Resource, name: string): string {
  return gidIn(resource, name) ?? ''
}

export function numberIn(resource: Resource, name: string): number {
  const value = resource.values[name]
  return typeof value === 'number' ? value : 0
}

export function gidsIn(resource: Resource, name: string): string[] {
  const value = resource.values[name]
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

export function change(world: World, resource: Resource, values: Readonly<Record<string, Value>>): void {
  resource.values = { ...resource.values, ...values }
  resource.modifiedAtMs = world.clock.now()
}

/** The resources of a kind that belong to an object, in order of creation. */
export function inside(world: World, type: DeclaredType, home: Entity): Resource[] {
  return world.all(type).filter(resource => resource.homeGid === home.gid)
}

/** What is left of a value when the object with this gid is gone. */
export function without(value: Value, gid: string): Value {
  if (value === gid) return null
  return Array.isArray(value) ? value.filter(one => one !== gid) : value
}
