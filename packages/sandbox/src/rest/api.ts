import type { Exchange } from '../http/exchange.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import type { Admission } from '../http/target.ts'
import type { Realm } from '../realm.ts'
import type { Entity } from '../state/entities.ts'
import type { ApiAnswer } from './core/answer.ts'
import { ApiCall } from './core/api-call.ts'
import { ApiError, apiErrorReply, apiStatusReply } from './core/api-error.ts'
import { changeNotice } from './core/change-notice.ts'
import { Paginator } from './core/pagination.ts'
import { type RequestBody, readRequestBody } from './core/request-body.ts'
import { RequestLimits } from './core/request-limits.ts'
import { type RouteMatch, Router } from './core/router.ts'
import { authenticate, requireScope, type Viewer } from './core/viewer.ts'
import { type FieldTree, parseFieldTree } from './render/field-tree.ts'
import { checkRelatedScope } from './render/related-scope.ts'
import { type Json, type Renderer, renderEntity, renderValue, type Shape } from './render/render.ts'
import type { RenderContext } from './render/representation.ts'
import { createRoutes } from './routes.ts'

// A name that no field has: a tree that selects nothing, where an empty one selects everything.
const noFields: FieldTree = new Map([['', new Map()]])

const everyAnswer = { 'x-asana-api-version': '1.1', 'asana-change': changeNotice }

/** The REST API: from a request to an answer, without the network. */
export class Api {
  readonly #limits: RequestLimits
  readonly #realm: Realm
  readonly #router: Router
  readonly #paginator: Paginator
  readonly #downloadUrl: RenderContext['downloadUrl']

  constructor(realm: Realm, downloadUrl: RenderContext['downloadUrl']) {
    this.#limits = new RequestLimits(realm)
    this.#realm = realm
    const dispatch = (exchange: Exchange) => {
      return this.handle(this.find(exchange.method, exchange.path), exchange.path, exchange)
    }
    const routes = createRoutes(realm, dispatch, token => this.#limits.countBatchAction(token))
    this.#router = new Router(routes)
    this.#paginator = new Paginator(realm)
    this.#downloadUrl = downloadUrl
  }

  find(method: string, path: string): RouteMatch | undefined {
    return this.#router.find(method, path)
  }

  admit(exchange: Exchange, match: RouteMatch | undefined): Admission {
    return this.#limits.admit(exchange, match?.route)
  }

  /** Without a match: recorded from Asana, 404 before the token is looked at. */
  async handle(match: RouteMatch | undefined, path: string, exchange: Exchange): Promise<Reply> {
    try {
      if (match === undefined) return withHeaders(apiStatusReply(404))
      const viewer = authenticate(this.#realm, exchange)
      requireScope(this.#realm, viewer, match.route.scope)
      const body = readRequestBody(exchange)
      const call = new ApiCall(this.#realm, viewer, exchange, body, match.params)
      const answer = await match.route.handle(call)
      return withHeaders(this.#envelope(answer, viewer, body, path, exchange.query))
    } catch (error) {
      if (error instanceof ApiError) return withHeaders(apiErrorReply(error))
      throw error
    }
  }

  #envelope(
    answer: ApiAnswer,
    viewer: Viewer,
    body: RequestBody,
    path: string,
    query: URLSearchParams,
  ): Reply {
    const optFields = [...query.getAll('opt_fields'), ...body.fields].filter(paths => paths !== '')
    const tree = optFields.length === 0 ? undefined : parseFieldTree(optFields)
    const pretty = body.pretty || (query.get('opt_pretty') ?? 'false') !== 'false'
    const renderer = this.#renderer(viewer)
    const render = (entity: Entity, shape: Shape) => renderEntity(renderer, entity, tree ?? shape)
    switch (answer.kind) {
      case 'one': {
        const { entity, status, beside, headers } = answer
        const location = `${this.#realm.url}/api/1.0/${collectionOf(entity.type)}/${entity.gid}`
        const created = status === 201 ? { location } : {}
        return dataReply(status, { data: render(entity, 'full'), ...beside }, pretty, {
          ...created,
          ...headers,
        })
      }
      case 'list': {
        const { items, next } = this.#paginator.page(path, query, answer.entities)
        const data = items.map(entity => render(entity, 'compact'))
        return dataReply(200, { data, next_page: next === null ? null : { ...next } }, pretty)
      }
      case 'whole_list':
        return dataReply(200, { data: answer.entities.map(entity => render(entity, 'compact')) }, pretty)
      case 'value_page': {
        const { items, next } = this.#paginator.page(path, query, answer.values)
        const data = items.map(value => renderValue(renderer, value, tree))
        return dataReply(200, { data, next_page: next === null ? null : { ...next } }, pretty)
      }
      case 'values': {
        const below = tree ?? (answer.onlyNamed === true ? noFields : undefined)
        return dataReply(200, { data: renderValue(renderer, answer.value, below), ...answer.beside }, pretty)
      }
      case 'reply':
        return answer.reply
    }
  }

  #renderer(viewer: Viewer): Renderer {
    return {
      world: this.#realm.world,
      viewerGid: viewer.user.gid,
      url: this.#realm.url,
      downloadUrl: this.#downloadUrl,
      checkRelated: (entity, fields) => checkRelatedScope(this.#realm, viewer, entity, fields),
    }
  }
}

function dataReply(status: number, body: Json, pretty: boolean, headers: Record<string, string> = {}): Reply {
  const reply = jsonReply(status, body, headers)
  return pretty ? { ...reply, body: `${JSON.stringify(body, null, 2)}\n` } : reply
}

function withHeaders(reply: Reply): Reply {
  return { ...reply, headers: { ...everyAnswer, ...reply.headers } }
}

function collectionOf(type: string): string {
  return type === 'story' ? 'stories' : `${type}s`
}
