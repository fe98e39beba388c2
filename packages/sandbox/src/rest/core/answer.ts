import type { Reply } from '../../http/reply.ts'
import type { Entity } from '../../state/entities.ts'
import type { FieldValue } from '../render/link.ts'
import type { Json } from '../render/render.ts'
import type { Sequence } from './sequence.ts'

/** What a route's handler decides; the envelope, the fields and the page are put around it afterwards. */
export type ApiAnswer =
  | { kind: 'one'; entity: Entity; status: 200 | 201; beside?: Beside; headers?: Record<string, string> }
  | { kind: 'list'; entities: Sequence<Entity> }
  | { kind: 'whole_list'; entities: readonly Entity[] }
  | { kind: 'value_page'; values: readonly FieldValue[] }
  | { kind: 'values'; value: FieldValue; beside?: Beside; onlyNamed?: boolean }
  | { kind: 'reply'; reply: Reply }

/** Members of the envelope beside `data`. */
type Beside = { readonly [name: string]: Json }

export function one(entity: Entity): ApiAnswer {
  return { kind: 'one', entity, status: 200 }
}

/** 201 with `Location`. */
export function created(
  entity: Entity,
  more: { beside?: Beside; headers?: Record<string, string> } = {},
): ApiAnswer {
  return { kind: 'one', entity, status: 201, ...more }
}

export function list(entities: Sequence<Entity>): ApiAnswer {
  return { kind: 'list', entities }
}

/** A list that takes no `offset`: search. */
export function unpagedList(entities: readonly Entity[]): ApiAnswer {
  return { kind: 'whole_list', entities }
}

/** Data that is no object with a gid; `onlyNamed` leaves out what `opt_fields` does not name. */
export function values(value: FieldValue, more: { beside?: Beside; onlyNamed?: boolean } = {}): ApiAnswer {
  return { kind: 'values', value, ...more }
}

/** A list of data that are no objects of the sandbox, in pages. */
export function valuePage(of: readonly FieldValue[]): ApiAnswer {
  return { kind: 'value_page', values: of }
}

/** `{"data":{}}`. */
export function empty(): ApiAnswer {
  return values({})
}
