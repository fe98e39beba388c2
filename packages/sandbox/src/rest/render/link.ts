import type { Entity } from '../../state/entities.ts'

/** A field's value that is another object: how much of it shows is decided when it is rendered. */
export class Link {
  readonly entity: Entity

  constructor(entity: Entity) {
    this.entity = entity
  }
}

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | Link
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue }

export function linkTo(entity: Entity | undefined): Link | null {
  return entity === undefined ? null : new Link(entity)
}

export function linksTo(entities: readonly Entity[]): Link[] {
  return entities.map(entity => new Link(entity))
}
