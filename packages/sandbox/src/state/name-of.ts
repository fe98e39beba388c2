import type { Entity } from './entities.ts'
import { textIn } from './resource.ts'

/** What people call the object, where it has a name. */
export function nameOf(entity: Entity): string | undefined {
  if ('name' in entity) return entity.name
  return 'values' in entity ? textIn(entity, 'name') || undefined : undefined
}
