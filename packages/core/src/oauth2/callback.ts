import {
  AuthorizationDeniedError,
  ForbiddenScopeError,
  InvalidStateError,
} from '../errors/authorization-errors.ts'
import { ConfigurationError } from '../errors/configuration-error.ts'
import { authorizationServer } from './authorization-server.ts'
import type { FlowContext } from './flow-context.ts'

/** The parameters of a callback that belongs to the state and holds a code, as oauth4webapi wants them. */
export type CallbackParameters = URLSearchParams

type ReadingContext = Pick<FlowContext, 'app' | 'oauth'>

/**
 * Reads the redirect back from Asana. The state is checked before anything else is believed.
 * @param callbackUrl absolute, or the path and query that a server sees
 * @see RFC 6749 sections 4.1.2 and 10.12
 * @throws InvalidStateError, AuthorizationDeniedError, ForbiddenScopeError
 */
export function readCallback(
  flow: ReadingContext,
  callbackUrl: string | URL,
  expected: {
    readonly state: string | undefined
    readonly redirectUri: string
    readonly scope: readonly string[] | undefined
  },
): CallbackParameters {
  const { state, scope } = expected
  if (!state) {
    throw new InvalidStateError(
      'state_missing',
      'There is no state to compare the callback with: pass the one that `authorize` returned.',
    )
  }
  const { searchParams } = parse(callbackUrl, expected.redirectUri)
  const returned = once(searchParams, 'state')
  if (returned === undefined) throw new InvalidStateError('state_missing', 'The callback has no state.')
  if (!sameText(returned, state)) {
    throw new InvalidStateError(
      'state_mismatch',
      'The callback belongs to another authorization than the one this browser started.',
    )
  }
  const error = once(searchParams, 'error')
  if (error !== undefined) throw callbackError(error, once(searchParams, 'error_description'), scope)
  if (!once(searchParams, 'code'))
    throw new InvalidStateError('invalid_callback', 'The callback has neither a code nor an error.')
  return validated(flow, searchParams, state)
}

/** A bare code, from an application that checks the state itself. */
export function readCode(flow: ReadingContext, code: string): CallbackParameters {
  if (code.trim() === '') throw new ConfigurationError('invalid_option', 'The authorization code is empty.')
  // Asana's codes look like "0/1f3e…". A code with %2F was cut out of the URL and would be refused.
  if (/%[0-9A-Fa-f]{2}/.test(code)) {
    throw new ConfigurationError(
      'code_not_decoded',
      'The authorization code is still percent-encoded: decode it once (decodeURIComponent), or pass the whole callback URL as callbackUrl.',
    )
  }
  return validated(flow, new URLSearchParams({ code }), flow.oauth.skipStateCheck)
}

function validated(
  { app, oauth }: ReadingContext,
  parameters: URLSearchParams,
  state: string | FlowContext['oauth']['skipStateCheck'],
): CallbackParameters {
  const { clientId } = app.requireClient()
  try {
    return oauth.validateAuthResponse(authorizationServer(app), { client_id: clientId }, parameters, state)
  } catch (error) {
    // Its cause holds the code.
    throw new InvalidStateError(
      'invalid_callback',
      `The callback is no authorization response: ${(error as Error).message}.`,
    )
  }
}

function parse(callbackUrl: string | URL, base: string): URL {
  try {
    return new URL(callbackUrl, base)
  } catch {
    throw new InvalidStateError('invalid_callback', 'The callback URL is no URL.')
  }
}

function once(parameters: URLSearchParams, name: string): string | undefined {
  const values = parameters.getAll(name)
  if (values.length > 1)
    throw new InvalidStateError('invalid_callback', `The callback has "${name}" more than once.`)
  return values[0]
}

function callbackError(error: string, description: string | undefined, scope: readonly string[] | undefined) {
  const shown = description?.slice(0, 300)
  return error === 'forbidden_scopes' || error === 'invalid_scope'
    ? new ForbiddenScopeError(scope, shown)
    : new AuthorizationDeniedError(error.slice(0, 100), shown)
}

/** In a time that does not tell where the first difference is. */
function sameText(a: string, b: string): boolean {
  const encoder = new TextEncoder()
  const [left, right] = [encoder.encode(a), encoder.encode(b)]
  let difference = left.length ^ right.length
  for (let i = 0; i < left.length; i++) difference |= (left[i] ?? 0) ^ (right[i % right.length] ?? 0)
  return difference === 0
}
