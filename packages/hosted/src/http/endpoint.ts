import type { Request } from 'express'
import type * as z from 'zod'
import type { OperatorPrincipal, Principal, ScopedPrincipal } from '../auth/principal.ts'
import type { Answer } from './answer.ts'

/**
 * Who may call an endpoint. `public`: anybody, with what is in the body. `browser`: a person whose
 * browser was sent here. The others need a bearer token of that kind.
 */
export type Access = 'public' | 'browser' | 'operator' | 'scoped' | 'any'

type PrincipalOf<A extends Access> = {
  public: undefined
  browser: undefined
  operator: OperatorPrincipal
  scoped: ScopedPrincipal
  any: Principal
}[A]

/** What a handler gets: everything checked. */
export interface Call<A extends Access = Access, P = unknown, Q = unknown, B = unknown> {
  readonly principal: PrincipalOf<A>
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly request: Request
  readonly requestId: string
  /** When the caller's token ends: milliseconds since the epoch; 0 where there is none. */
  readonly expiresAt: number
}

/** What a status means, and what comes with it. */
export interface ResponseDeclaration {
  readonly description: string
  /** JSON. Absent: no body, or what `contentType` says. */
  readonly schema?: z.ZodType
  readonly contentType?: string
}

/** One endpoint, declared once: routing, validation, the OpenAPI document and the isolation test follow from it. */
export interface EndpointDeclaration<
  A extends Access = Access,
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  readonly operationId: string
  readonly summary: string
  readonly tag: string
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/v1` and `/api/v1`, as OpenAPI writes them: `/connectors/{id}`. The first is the canonical one. */
  readonly paths: readonly [string, ...string[]]
  readonly access: A
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  /** The successful ones; errors all have the one envelope. */
  readonly responses: Readonly<Record<number, ResponseDeclaration>>
  handle(call: Call<A, z.output<P>, z.output<Q>, z.output<B>>): Promise<Answer>
}

/** An endpoint in a list of them. What its handler takes is known where it is declared. */
export type Endpoint = Omit<EndpointDeclaration, 'handle'> & { handle(call: Call): Promise<Answer> }

/** Gives the handler the types of the schemas beside it. */
export function endpoint<A extends Access, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  declaration: EndpointDeclaration<A, P, Q, B>,
): Endpoint {
  // The dispatcher parses with these very schemas before it calls the handler.
  return declaration as unknown as Endpoint
}
