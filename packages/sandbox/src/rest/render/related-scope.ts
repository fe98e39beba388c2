import type { Realm } from '../../realm.ts'
import type { Entity, ResourceType } from '../../state/entities.ts'
import type { DeclaredType } from '../../state/resource.ts'
import { requireScope, type Viewer } from '../core/viewer.ts'
import { catalogue } from '../families/catalogue.ts'

/** What a granular token sees of a related object without that object's own scope (Asana OAuth docs). */
const alwaysVisible = new Set(['gid', 'name', 'title', 'resource_type', 'resource_subtype'])

const readScopes: { readonly [T in Exclude<ResourceType, DeclaredType>]: string | undefined } = {
  attachment: 'attachments:read',
  project: 'projects:read',
  // No granular scope opens sections.
  section: undefined,
  story: 'stories:read',
  tag: 'tags:read',
  task: 'tasks:read',
  team: 'teams:read',
  user: 'users:read',
  user_task_list: 'tasks:read',
  webhook: 'webhooks:read',
  workspace: 'workspaces:read',
}

function readScopeOf(entity: Entity): string | undefined {
  return 'homeGid' in entity ? catalogue[entity.type].readScope : readScopes[entity.type]
}

export function checkRelatedScope(
  realm: Realm,
  viewer: Viewer,
  entity: Entity,
  fields: Iterable<string>,
): void {
  for (const field of fields) {
    if (!alwaysVisible.has(field)) requireScope(realm, viewer, readScopeOf(entity))
  }
}
