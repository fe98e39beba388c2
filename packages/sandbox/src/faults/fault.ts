import type { EndpointName } from '../http/endpoint.ts'

/** `before`: the server does nothing. `after_commit`: it has done all of it, only the answer suffers. */
export type FaultMoment = 'before' | 'after_commit'

/** What goes wrong. */
export type Fault =
  /** Answers `status`. Without `body`, the error body that the endpoint would send. */
  | {
      kind: 'status'
      status: number
      body?: string
      headers?: Record<string, string>
      when?: FaultMoment
    }
  /** Answers the HTML page of a load balancer. Default status 502. */
  | { kind: 'html'; status?: number; body?: string; when?: FaultMoment }
  /** Answers this JSON. Default status 200. */
  | { kind: 'json'; status?: number; body: unknown; headers?: Record<string, string>; when?: FaultMoment }
  /** Destroys the connection without an answer. */
  | { kind: 'drop'; when: FaultMoment }
  /** Never answers: until the client gives up or the sandbox closes. */
  | { kind: 'hang'; when: FaultMoment }
  /** Sends the head at once and the body in pieces, over `ms` milliseconds. */
  | { kind: 'slow_body'; ms: number }
  /**
   * Cuts the body after `bytes` (default: half). `clean` ends the response as if that were all of it, so that
   * parsing fails; `abrupt` announces the whole length and destroys the connection, so that reading fails.
   */
  | { kind: 'truncate'; bytes?: number; ending?: 'clean' | 'abrupt' }
  /** Waits `ms` real milliseconds, before handling the request (default) or after. */
  | { kind: 'delay'; ms: number; when?: FaultMoment }
  /** Changes the JSON that the server answers. In-process only. */
  | { kind: 'patch'; patch: (json: unknown) => unknown }

/** Which requests go wrong, and how often. */
export interface FaultRule {
  at: EndpointName
  /** At `token` only. */
  grantType?: string
  /** Upper case. */
  method?: string
  /**
   * A string is a whole path or a template: `/tasks/{task_gid}`, `/users/me`. For `api` the path begins after
   * `/api/1.0`.
   */
  path?: RegExp | string
  /** How many requests it spoils. Default 1; `Infinity` for all of them. */
  times?: number
  /** How many matching requests, counted from now, pass first. Default 0. */
  skip?: number
  fault: Fault
}

/** What a rule is compared with. */
export interface FaultSubject {
  readonly endpoint: EndpointName
  readonly grantType: string | undefined
  readonly method: string
  readonly path: string
  readonly template: string | undefined
}

export interface FaultHandle {
  /** How many requests it has spoiled so far. */
  readonly hits: number
  /** Resolves once it has spoiled `count` requests (default 1): what a test awaits instead of sleeping. */
  hit(count?: number): Promise<void>
  remove(): void
}
