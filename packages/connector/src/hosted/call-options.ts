import type { HostedServerOptions } from '../options/connector-options.ts'
import { knownNames } from '../options/known-names.ts'
import { hostedConnection } from '../options/read-options.ts'
import { clientNames } from './hosted-client.ts'
import type { HostedConnection } from './hosted-connection.ts'
import { type HostedRequest, SHORT_MS } from './hosted-request.ts'

/** The server, and how one call to it is made. */
export type HostedCallOptions = HostedServerOptions & {
  /** Ends the call; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined
  /** For each request but those for tokens, which others may wait for; 30,000 if not given. */
  readonly timeoutMs?: number | undefined
}

/** What such a call is made with, checked. */
export interface HostedCall {
  readonly connection: HostedConnection
  /** To be spread into requests. */
  readonly patience: Pick<HostedRequest, 'signal' | 'timeoutMs'>
  /** What only this call takes. */
  readonly own: Readonly<Record<string, unknown>>
}

/**
 * @param what the method, for messages
 * @param names what it takes besides the server
 * @throws {ConfigurationError} `invalid_option`
 */
export function readCall(what: string, options: unknown, names: readonly string[]): HostedCall {
  const shared = ['hosted', ...clientNames, 'signal', 'timeoutMs']
  const { signal, timeoutMs, ...rest } = knownNames(what, options, [...names, ...shared])
  return {
    connection: hostedConnection(rest),
    patience: {
      signal: signal as AbortSignal | undefined,
      timeoutMs: (timeoutMs as number | undefined) ?? SHORT_MS,
    },
    own: rest,
  }
}
