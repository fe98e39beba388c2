import type { DeclaredType, Resource } from '../../state/resource.ts'
import type { Representation } from '../render/representation.ts'
import type { Field } from './field.ts'

/** A kind of resource: what the API says of it is derived from this. */
export interface Declaration {
  readonly type: DeclaredType
  /** The field that names the object it belongs to. */
  readonly home: string
  /** Other fields whose objects it does not outlive. */
  readonly bound?: readonly string[]
  /** The granular scope that shows it; undefined where only full permissions do. */
  readonly readScope?: string
  /** The text of the 402 that a write gets in a workspace without the paid features. */
  readonly paid?: string
  readonly fields: Readonly<Record<string, Field>>
  /** What lists and references show. */
  readonly compact: readonly string[]
  /** What a full record leaves out until it is asked for. */
  readonly optIn?: readonly string[]
}

export function representationOf(declaration: Declaration): Representation<Resource> {
  const shown = Object.entries(declaration.fields).flatMap(([name, { show }]) => {
    if (show === undefined) return []
    const field: Representation<Resource>['fields'][string] = (resource, context) =>
      show(resource.values[name] ?? null, resource, context)
    return [[name, field] as const]
  })
  return {
    compact: declaration.compact,
    optIn: declaration.optIn ?? [],
    fields: Object.fromEntries(shown),
  }
}
