import type { SandboxClock } from './clock.ts'
import type { Approval } from './consent/approve.ts'
import type { FaultHandle, FaultRule } from './faults/fault.ts'
import type { AppRegistration, RegisteredApp } from './oauth/app.ts'
import type { GrantView } from './oauth/grant.ts'
import type { Counters } from './observe/counters.ts'
import type { RequestRecord } from './observe/request-log.ts'
import type { Latency, LiveOptions, RefreshMode } from './options.ts'
import type { ResourceType } from './state/entities.ts'
import type { NewUser, NewWorkspace } from './state/people.ts'

/** What a client is configured with, under the names of the `ASANA_…` variables. */
export interface SandboxEndpoints {
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly revocationUrl: string
  readonly introspectionUrl: string
  readonly baseUrl: string
}

export interface SandboxUser {
  readonly gid: string
  readonly name: string
  readonly email: string
}

export interface SandboxWorkspace {
  readonly gid: string
  readonly name: string
}

/** A running sandbox. */
export interface Sandbox extends AsyncDisposable {
  /** The origin, `http://127.0.0.1:<port>`. */
  readonly url: string
  /** The origin that attachments are downloaded from. */
  readonly downloadsUrl: string
  readonly endpoints: SandboxEndpoints
  readonly clock: SandboxClock

  registerApp(app: AppRegistration): RegisteredApp
  addUser(user: NewUser): SandboxUser
  addWorkspace(workspace: NewWorkspace): SandboxWorkspace
  readonly users: readonly SandboxUser[]
  readonly workspaces: readonly SandboxWorkspace[]

  /** Gids of all objects of a type, in order of creation: also of what the API cannot list. */
  gidsOf(type: ResourceType): readonly string[]
  /**
   * Puts open tasks at the end of the project's first section, without a request for each.
   * @returns Their gids.
   * @throws {TypeError} There is no such project, or the count is no whole number.
   */
  addTasks(projectGid: string, count: number): readonly string[]

  /**
   * Plays the user in a browser. Returns the callback URL; throws `AuthorizationPageError` where Asana would show
   * its error page instead.
   */
  approve(authorizationUrl: string | URL, approval?: Approval): Promise<string>
  /** @param user Gid or e-mail address. */
  createPersonalAccessToken(user: string): string
  revokePersonalAccessToken(token: string): void
  /** The user removes the app in Asana's settings: every grant of the two dies. Returns how many did. */
  deauthorize(who: { user: string; clientId: string }): number
  readonly grants: readonly GrantView[]

  readonly faults: {
    add(rule: FaultRule): FaultHandle
    clear(): void
  }
  readonly counters: Counters
  /** The last requests, oldest first. */
  readonly requests: readonly RequestRecord[]

  /** Changes live options: lifetimes, refresh mode, latency, limits. */
  configure(options: LiveOptions): void
  setRefresh(mode: RefreshMode): void
  /** Of the tokens issued from now on. */
  setAccessTokenLifetime(seconds: number): void
  setLatency(latencyMs: Latency): void

  /** Destroys open connections and stops listening. Any number of times. */
  close(): Promise<void>
}
