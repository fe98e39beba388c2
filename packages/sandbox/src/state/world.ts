import type { SandboxClock } from '../clock.ts'
import type { Entity, EntityByType, ResourceType } from './entities.ts'
import type { GidSequence } from './gid.ts'
import { declaredTypes, type Resource, without } from './resource.ts'

/** Every object of the sandbox, by gid. */
export class World {
  readonly clock: SandboxClock
  readonly #gids: GidSequence
  readonly #byGid = new Map<string, Entity>()
  readonly #byType = new Map<ResourceType, Map<string, Entity>>()
  readonly #deleted = new Set<string>()
  /** What was exported, by the gid of the export. */
  readonly files = new Map<string, { contentType: string; content: Buffer }>()

  constructor(clock: SandboxClock, gids: GidSequence) {
    this.clock = clock
    this.#gids = gids
  }

  /** Gives the object a gid and its time of creation, and keeps it. */
  add<E extends Entity>(draft: Omit<E, 'gid' | 'createdAtMs'> & { type: E['type'] }): E {
    const entity = { ...draft, gid: this.#gids.next(), createdAtMs: this.clock.now() } as unknown as E
    this.#byGid.set(entity.gid, entity)
    let ofType = this.#byType.get(entity.type)
    if (ofType === undefined) {
      ofType = new Map()
      this.#byType.set(entity.type, ofType)
    }
    ofType.set(entity.gid, entity)
    return entity
  }

  find<T extends ResourceType>(type: T, gid: string | null | undefined): EntityByType[T] | undefined {
    if (gid === null || gid === undefined) return undefined
    return this.#byType.get(type)?.get(gid) as EntityByType[T] | undefined
  }

  /** The object a relation points to. Relations are tidied on delete, so a missing one is a bug here. */
  get<T extends ResourceType>(type: T, gid: string): EntityByType[T] {
    const entity = this.find(type, gid)
    if (entity === undefined) throw new Error(`The sandbox lost ${type} ${gid}`)
    return entity
  }

  findAny(gid: string): Entity | undefined {
    return this.#byGid.get(gid)
  }

  /** In order of creation. */
  all<T extends ResourceType>(type: T): EntityByType[T][] {
    return [...(this.#byType.get(type)?.values() ?? [])] as EntityByType[T][]
  }

  remove(entity: Entity): void {
    this.#byGid.delete(entity.gid)
    this.#byType.get(entity.type)?.delete(entity.gid)
    this.#deleted.add(entity.gid)
    this.#tidy(entity.gid)
  }

  /** What belonged to the object goes with it, and what pointed to it points nowhere. */
  #tidy(gid: string): void {
    for (const type of declaredTypes) {
      for (const resource of this.all(type)) {
        if (resource.homeGid === gid || resource.boundGids.includes(gid)) this.remove(resource)
        else if (mentions(resource, gid)) {
          resource.values = Object.fromEntries(
            Object.entries(resource.values).map(([name, value]) => [name, without(value, gid)]),
          )
        }
      }
    }
  }

  /** Whether the gid once named something: Asana words that differently from one it never issued. */
  wasDeleted(gid: string): boolean {
    return this.#deleted.has(gid)
  }

  /** By gid or e-mail address. */
  findUser(identifier: string): EntityByType['user'] | undefined {
    const address = identifier.toLowerCase()
    return (
      this.find('user', identifier) ?? this.all('user').find(user => user.email.toLowerCase() === address)
    )
  }

  workspacesOf(userGid: string): EntityByType['workspace'][] {
    return this.all('workspace').filter(workspace => workspace.memberGids.includes(userGid))
  }
}

function mentions(resource: Resource, gid: string): boolean {
  return Object.values(resource.values).some(
    value => value === gid || (Array.isArray(value) && value.includes(gid)),
  )
}
