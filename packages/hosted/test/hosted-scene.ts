import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock, CredentialStore, OneTimeStore } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import {
  createHostedApp,
  createOrganization,
  type HostedApi,
  type HostedAppOptions,
  type HostedRegistry,
  MemoryRegistry,
  type NewClient,
} from '@x/asana-connector-hosted'
import { type RegisteredApp, type Sandbox, startSandbox } from '@x/asana-sandbox'
import { pino } from 'pino'
import { assertDocumented } from './assert-documented.ts'
import { Browser } from './browser.ts'

export const RETURN_URL = 'https://you.example/connected'

export interface HostedSceneOptions {
  readonly server?: Partial<HostedAppOptions>
  readonly registry?: HostedRegistry
  readonly store?: CredentialStore
  readonly oneTimeStore?: OneTimeStore
  /** What the server waits with. Default: the system's. */
  readonly sleep?: Clock['sleep']
  /** Whether the server has an Asana app of its own. Default true. */
  readonly serverApp?: boolean
}

export interface ApiRequest {
  readonly token?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface ApiResponse {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: it is what the test is about to look into.
  readonly body: any
  readonly text: string
}

interface ObservedLog {
  readonly lines: string[]
  readonly events: EventEmitter
}

/** A server with a sandbox behind it, and two organizations. Its clock is the sandbox's. */
export class HostedScene implements AsyncDisposable {
  readonly sandbox: Sandbox
  readonly url: string
  readonly api: HostedApi
  readonly app: RegisteredApp
  readonly registry: HostedRegistry
  readonly acme: NewClient
  readonly globex: NewClient
  /** Everything that was logged, as text. */
  readonly log: readonly string[]
  readonly #logging: EventEmitter
  readonly #server: Server

  private constructor(parts: Omit<HostedScene, 'log'>, log: ObservedLog, server: Server) {
    this.sandbox = parts.sandbox
    this.url = parts.url
    this.api = parts.api
    this.app = parts.app
    this.registry = parts.registry
    this.acme = parts.acme
    this.globex = parts.globex
    this.log = log.lines
    this.#logging = log.events
    this.#server = server
  }

  static async open(options: HostedSceneOptions = {}): Promise<HostedScene> {
    const sandbox = await startSandbox()
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const now = () => sandbox.clock.now()
    const registered = sandbox.registerApp({ redirectUris: [`${url}/v1/oauth/callback`] })
    const registry = options.registry ?? new MemoryRegistry()
    const log: ObservedLog = { lines: [], events: new EventEmitter() }
    const write = (line: string) => {
      log.lines.push(line)
      log.events.emit('line')
    }
    const { clientId, clientSecret } = registered
    const { app, api } = await createHostedApp({
      publicUrl: url,
      registry,
      store: options.store ?? new MemoryStore({ now }),
      oneTimeStore: options.oneTimeStore ?? new MemoryOneTimeStore({ now }),
      encryption: { keys: [{ id: 'test', key: randomBytes(32) }] },
      asana: { ...sandbox.endpoints, ...(options.serverApp !== false && { clientId, clientSecret }) },
      environment: {},
      clock: { now, elapsed: now, ...(options.sleep && { sleep: options.sleep }) },
      logger: pino({ level: 'info' }, { write }),
      limits: { organizationPerMinute: 1e6, userPerMinute: 1e6, addressPerMinute: 1e6 },
      ...options.server,
    })
    server.on('request', app)
    const [acme, globex] = await Promise.all(
      ['Acme', 'Globex'].map(name => createOrganization(registry, { name, redirectUrls: [RETURN_URL] })),
    )
    if (!acme || !globex) throw new Error('There are two organizations.')
    const parts = { sandbox, url, api, app: registered, registry, acme, globex }
    return new HostedScene(parts as unknown as HostedScene, log, server)
  }

  /** One request; its answer is what the OpenAPI document says. */
  async call(method: string, path: string, request: ApiRequest = {}): Promise<ApiResponse> {
    const { token, body, headers } = request
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : text,
    }
    assertDocumented(this.api.openApi, method, path, answer)
    return answer
  }

  async operatorToken({ clientId, clientSecret }: NewClient = this.acme): Promise<string> {
    const body = { client_id: clientId, client_secret: clientSecret }
    return (await this.call('POST', '/v1/account/applications/token', { body })).body.access_token
  }

  async scopedToken(user: string, organization: NewClient = this.acme): Promise<string> {
    const token = await this.operatorToken(organization)
    const body = { external_user_id: user }
    return (await this.call('POST', '/v1/embedded/scoped-token', { token, body })).body.token
  }

  /** A connector of the user, with a personal access token of the sandbox. */
  async connect(user: string, organization: NewClient = this.acme): Promise<string> {
    const pat = this.sandbox.createPersonalAccessToken('ada@example.com')
    const body = { external_user_id: user, connector_type: 'Asana', credentials: { token: pat } }
    const token = await this.operatorToken(organization)
    return (await this.call('POST', '/v1/integrations/connectors', { token, body })).body.id
  }

  async initiate(token: string, body: object = {}): Promise<ApiResponse> {
    return this.call('POST', '/v1/integrations/connectors/oauth/initiate', {
      token,
      body: { external_user_id: 'ada', connector_type: 'asana', redirect_url: RETURN_URL, ...body },
    })
  }

  /** The user goes through the consent. Where the browser ends up. */
  async consent(consentUrl: string, browser = new Browser(), approval = {}): Promise<URL> {
    const authorizationUrl = await browser.follow(consentUrl)
    const callbackUrl = await this.sandbox.approve(authorizationUrl, approval)
    return new URL(await browser.follow(callbackUrl))
  }

  /** A connector made after a consent. */
  async connectWithConsent(user: string, organization: NewClient = this.acme): Promise<string> {
    const token = await this.scopedToken(user, organization)
    const { body } = await this.initiate(token, { external_user_id: user })
    const secretId = (await this.consent(body.consent_url)).searchParams.get('secret_id')
    const created = await this.call('POST', '/v1/integrations/connectors', {
      token,
      body: { external_user_id: user, connector_type: 'Asana', server_side_oauth_secret_id: secretId },
    })
    return created.body.id
  }

  execute(token: string, id: string, entity = 'users', action = 'get', params: object = { user_gid: 'me' }) {
    const body = { entity, action, params }
    return this.call('POST', `/v1/integrations/connectors/${id}/execute`, { token, body })
  }

  /** Until so many lines of the log have this in them. */
  async logged(text: string, count = 1): Promise<void> {
    while (this.log.filter(line => line.includes(text)).length < count) await once(this.#logging, 'line')
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await this.api.close()
    await this.sandbox.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}
