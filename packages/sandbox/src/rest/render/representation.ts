import type { EntityByType, ResourceType } from '../../state/entities.ts'
import type { World } from '../../state/world.ts'
import type { FieldValue } from './link.ts'

/** What a field may depend on beside the object itself. */
export interface RenderContext {
  readonly world: World
  readonly viewerGid: string
  /** Where permalinks lead. */
  readonly url: string
  /** A link to the bytes of an attachment that works without a token, for a while. */
  downloadUrl(attachmentGid: string): string
}

/** Undefined where an object of its kind has no such field. */
type Field<E> = (entity: E, context: RenderContext) => FieldValue | undefined

/** How a type of object looks over HTTP. `gid` and `resource_type` are every type's own. */
export interface Representation<E> {
  readonly fields: Readonly<Record<string, Field<E>>>
  /** What lists and references show. */
  readonly compact: readonly string[]
  /** Fields that a full record leaves out until `opt_fields` names them ("Opt In" in Asana's document). */
  readonly optIn: readonly string[]
}

export type Representations = { readonly [T in ResourceType]: Representation<EntityByType[T]> }

export function isoTime(ms: number): string
export function isoTime(ms: number | null): string | null
export function isoTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString()
}
