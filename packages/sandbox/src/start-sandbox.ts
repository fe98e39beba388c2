import { setMaxListeners } from 'node:events'
import { approve } from './consent/approve.ts'
import { ConsentDesk } from './consent/consent-desk.ts'
import { createControlTarget } from './control/control-target.ts'
import { createRealm } from './create-realm.ts'
import { FaultBook } from './faults/fault-book.ts'
import { createFrontDoor } from './front-door.ts'
import { type FrontDesk, serve } from './http/front-desk.ts'
import { listen } from './http/listener.ts'
import type { Target } from './http/target.ts'
import { deauthorize, grantViews } from './oauth/grant-view.ts'
import { CounterBook } from './observe/counters.ts'
import { RequestLog } from './observe/request-log.ts'
import type { SandboxOptions } from './options.ts'
import type { Realm } from './realm.ts'
import { Api } from './rest/api.ts'
import { Downloads } from './rest/downloads.ts'
import type { Sandbox } from './sandbox.ts'
import { applyLiveOptions } from './settings.ts'
import { addTasks } from './state/bulk.ts'
import type { User } from './state/entities.ts'
import { addUser, addWorkspace } from './state/people.ts'

/**
 * Starts a local Asana: authorization server and REST API, with a clock and faults.
 *
 * @example
 * await using sandbox = await startSandbox({ refresh: 'rotate' })
 * const app = sandbox.registerApp({ redirectUris: ['http://localhost:3000/callback'] })
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const closing = new AbortController()
  // Every request that waits listens to it: there is no number of them that would be a leak.
  setMaxListeners(0, closing.signal)
  const realm = createRealm(options, closing.signal)
  const desk: FrontDesk = {
    clock: realm.clock,
    settings: realm.settings,
    faults: new FaultBook(),
    counters: new CounterBook(),
    log: new RequestLog(options.requestLogSize ?? 1000),
    recordBodies: options.recordBodies ?? false,
    closing: closing.signal,
    onError: options.onError ?? (() => {}),
  }
  const downloads = new Downloads(realm)
  const api = new Api(realm, gid => downloads.url(gid))
  let sandbox: Sandbox | undefined
  const control = createControlTarget(() => sandbox)
  const findTarget = createFrontDoor(realm, new ConsentDesk(realm.clock), api, control)

  const host = options.host ?? '127.0.0.1'
  const open = (port: number, find: (method: string, path: string) => Target) =>
    listen({ host, port }, (request, response) => {
      // A rejection here is a connection that broke or a sandbox that closed: nobody is left to answer.
      serve(desk, find, request, response).catch(() => response.destroy())
    })
  const listener = await open(options.port ?? 0, findTarget)
  const downloadListener = await open(0, (_method, path) => downloads.target(path))
  realm.url = listener.url
  realm.downloadsUrl = downloadListener.url

  const close = async () => {
    closing.abort()
    await Promise.all([listener.close(), downloadListener.close()])
  }
  sandbox = createHandle(realm, desk, close)
  return sandbox
}

function createHandle(realm: Realm, desk: FrontDesk, close: () => Promise<void>): Sandbox {
  const { world, settings } = realm
  return {
    url: realm.url,
    downloadsUrl: realm.downloadsUrl,
    endpoints: {
      authorizationUrl: `${realm.url}/-/oauth_authorize`,
      tokenUrl: `${realm.url}/-/oauth_token`,
      revocationUrl: `${realm.url}/-/oauth_revoke`,
      introspectionUrl: `${realm.url}/-/token_info`,
      baseUrl: `${realm.url}/api/1.0`,
    },
    clock: realm.clock,
    registerApp: app => realm.apps.register(app),
    addUser: user => person(addUser(world, user)),
    addWorkspace: workspace => named(addWorkspace(world, workspace, settings.premium)),
    get users() {
      return world.all('user').map(person)
    },
    get workspaces() {
      return world.all('workspace').map(named)
    },
    gidsOf: type => world.all(type).map(({ gid }) => gid),
    addTasks: (projectGid, count) => addTasks(world, projectGid, count),
    approve,
    createPersonalAccessToken: user => realm.vault.issuePersonalToken(findUser(realm, user).gid).value,
    revokePersonalAccessToken(value) {
      const token = realm.vault.find(value)
      if (token?.kind === 'personal') token.revoked = true
    },
    deauthorize: ({ user, clientId }) => deauthorize(realm, findUser(realm, user).gid, clientId),
    get grants() {
      return grantViews(realm)
    },
    faults: desk.faults,
    counters: desk.counters,
    get requests() {
      return desk.log.all
    },
    configure: options => applyLiveOptions(settings, options),
    setRefresh: refresh => applyLiveOptions(settings, { refresh }),
    setAccessTokenLifetime: accessTokenLifetimeS => applyLiveOptions(settings, { accessTokenLifetimeS }),
    setLatency: latencyMs => applyLiveOptions(settings, { latencyMs }),
    close,
    [Symbol.asyncDispose]: close,
  }
}

function findUser(realm: Realm, identifier: string): User {
  const user = realm.world.findUser(identifier)
  if (user === undefined) throw new TypeError(`The sandbox has no user ${identifier}`)
  return user
}

function person({ gid, name, email }: User): { gid: string; name: string; email: string } {
  return { gid, name, email }
}

function named({ gid, name }: { gid: string; name: string }): { gid: string; name: string } {
  return { gid, name }
}
