import type { Exchange } from '../../http/exchange.ts'
import type { Realm } from '../../realm.ts'
import type { Entity, EntityByType, ResourceType, User } from '../../state/entities.ts'
import type { ChangeAction } from '../../state/journal.ts'
import type { World } from '../../state/world.ts'
import { Input, missingInput } from '../input/input.ts'
import { ApiError } from './api-error.ts'
import type { RequestBody } from './request-body.ts'
import type { Viewer } from './viewer.ts'
import { canSee } from './visibility.ts'

/** One request to a route: who asks, what for, and how to find what it names. */
export class ApiCall {
  readonly realm: Realm
  readonly viewer: Viewer
  readonly exchange: Exchange
  readonly body: RequestBody
  readonly params: ReadonlyMap<string, string>

  constructor(
    realm: Realm,
    viewer: Viewer,
    exchange: Exchange,
    body: RequestBody,
    params: ReadonlyMap<string, string>,
  ) {
    this.realm = realm
    this.viewer = viewer
    this.exchange = exchange
    this.body = body
    this.params = params
  }

  get world(): World {
    return this.realm.world
  }

  get user(): User {
    return this.viewer.user
  }

  get query(): URLSearchParams {
    return this.exchange.query
  }

  input(...writable: string[]): Input {
    return new Input(this.body.data, writable)
  }

  /** The same request with other data: what is nested in it is handled like what comes alone. */
  withData(data: RequestBody['data']): ApiCall {
    return new ApiCall(this.realm, this.viewer, this.exchange, { ...this.body, data }, this.params)
  }

  param(name: string): string {
    return this.params.get(name) ?? ''
  }

  /** The object that the path names: `task` from `{task_gid}`. */
  target<T extends ResourceType>(type: T): EntityByType[T] {
    return this.named(type, type, this.param(`${type}_gid`), 404)
  }

  /** The object that a query parameter names, or undefined without it. */
  filter<T extends ResourceType>(type: T, name: string = type): EntityByType[T] | undefined {
    const gid = this.query.get(name)
    return gid === null || gid === '' ? undefined : this.named(type, name, gid, 400)
  }

  requiredFilter<T extends ResourceType>(type: T, name: string = type): EntityByType[T] {
    const entity = this.filter(type, name)
    if (entity === undefined) throw missingInput(name)
    return entity
  }

  /** The object with this gid, refused in Asana's words where there is none or it may not be seen. */
  named<T extends ResourceType>(type: T, field: string, gid: string, unknownStatus = 400): EntityByType[T] {
    const entity = this.world.find(type, gid)
    if (entity !== undefined) {
      this.requireSight(entity)
      return entity
    }
    if (!/^\d+$/.test(gid)) throw new ApiError(400, `${field}: Not a recognized ID: ${gid}`)
    const known =
      unknownStatus === 404 && !this.world.wasDeleted(gid) ? 'Not a recognized ID' : 'Unknown object'
    throw new ApiError(unknownStatus, `${field}: ${known}: ${gid}`)
  }

  /** As `named`, of one of several types. */
  namedAny(types: readonly ResourceType[], field: string, gid: string): Entity {
    const entity = this.world.findAny(gid)
    if (entity !== undefined && types.includes(entity.type)) {
      this.requireSight(entity)
      return entity
    }
    const known = /^\d+$/.test(gid) ? 'Unknown object' : 'Not a recognized ID'
    throw new ApiError(400, `${field}: ${known}: ${gid}`)
  }

  requireSight(entity: Entity): void {
    if (canSee(this.world, this.user.gid, entity)) return
    throw new ApiError(403, `You do not have access to this ${entity.type.replaceAll('_', ' ')}.`)
  }

  /** Tells /events and webhooks. */
  report(
    resource: Entity,
    action: ChangeAction,
    detail: { parent?: Entity | undefined; field?: string } = {},
  ): void {
    this.realm.reporter.report(this.user.gid, resource, action, detail)
  }

  visible<E extends Entity>(entities: readonly E[]): E[] {
    return entities.filter(entity => canSee(this.world, this.user.gid, entity))
  }

  /** `me`, a gid or an e-mail address. */
  findUser(identifier: string): User | undefined {
    if (identifier === 'me') return this.user
    const user = this.world.findUser(identifier)
    return user !== undefined && canSee(this.world, this.user.gid, user) ? user : undefined
  }
}
