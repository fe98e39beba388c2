import type { Entity } from '../../state/entities.ts'
import type { FieldTree } from './field-tree.ts'
import { type FieldValue, Link } from './link.ts'
import type { RenderContext, Representation } from './representation.ts'
import { representations } from './representations.ts'

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }

/** How much of an object to show. */
export type Shape = 'compact' | 'full' | FieldTree

export interface Renderer extends RenderContext {
  /** Refuses fields of a related object whose scope the token lacks. */
  checkRelated(entity: Entity, fields: Iterable<string>): void
}

const nothing: FieldTree = new Map()

export function renderEntity(renderer: Renderer, entity: Entity, shape: Shape): { [name: string]: Json } {
  const representation = representations[entity.type] as Representation<Entity>
  const rendered: { [name: string]: Json } = { gid: entity.gid }
  if (typeof shape !== 'string') {
    if (shape.has('resource_type')) rendered['resource_type'] = entity.type
    for (const [name, below] of shape) {
      const field = Object.hasOwn(representation.fields, name) ? representation.fields[name] : undefined
      const value = field?.(entity, renderer)
      // Unknown fields are left out in silence, as unknown parameters are.
      if (value !== undefined) rendered[name] = renderValue(renderer, value, below)
    }
    return rendered
  }
  rendered['resource_type'] = entity.type
  const { compact, optIn } = representation
  for (const [name, field] of Object.entries(representation.fields)) {
    if (shape === 'full' ? optIn.includes(name) : !compact.includes(name)) continue
    const value = field(entity, renderer)
    if (value !== undefined) rendered[name] = renderValue(renderer, value, undefined)
  }
  return rendered
}

/** `below` are the fields asked of a related object; undefined where none were named at all. */
export function renderValue(renderer: Renderer, value: FieldValue, below: FieldTree | undefined): Json {
  if (value instanceof Link) return renderLink(renderer, value, below)
  if (Array.isArray(value)) return value.map(one => renderValue(renderer, one as FieldValue, below))
  if (typeof value !== 'object' || value === null) return value as Json
  const rendered: { [name: string]: Json } = {}
  for (const [name, one] of Object.entries(value)) {
    // Asana always answers the gid of what has one.
    const wanted = below === undefined || below.size === 0 || name === 'gid' || below.has(name)
    if (wanted)
      rendered[name] = renderValue(
        renderer,
        one,
        below === undefined ? undefined : (below.get(name) ?? nothing),
      )
  }
  return rendered
}

function renderLink(renderer: Renderer, { entity }: Link, below: FieldTree | undefined): Json {
  if (below === undefined) return renderEntity(renderer, entity, 'compact')
  if (below.size === 0) return { gid: entity.gid, resource_type: entity.type }
  renderer.checkRelated(entity, below.keys())
  return renderEntity(renderer, entity, below)
}
