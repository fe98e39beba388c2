import { escapedJsonReply, type Reply } from '../http/reply.ts'

/** Recorded from Asana's token endpoint (2026-10-08). */
export const errorUri = 'https://asana.com/developers/documentation/getting-started/authentication'

/** An OAuth error (RFC 6749 section 5.2) on its way to the client. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly code: string
  readonly status: number

  constructor(code: string, description: string, status = 400) {
    super(description)
    this.code = code
    this.status = status
  }
}

/** Members in the order and with the escapes that Asana sends. */
export function oauthErrorReply(error: OAuthError): Reply {
  const body = { error: error.code, error_uri: errorUri, error_description: error.message }
  // RFC 6749 section 5.2: a 401 names the scheme that the client should use.
  const challenge: Record<string, string> =
    error.status === 401 ? { 'www-authenticate': 'Basic realm="Asana sandbox"' } : {}
  return {
    ...escapedJsonReply(error.status, body, { 'cache-control': 'no-store', ...challenge }),
    outcome: error.code,
  }
}

/** An error that no request deserves: for faults, and for what the sandbox itself gets wrong. */
export function oauthStatusReply(status: number): Reply {
  const code =
    status === 429 || status === 503
      ? 'temporarily_unavailable'
      : status >= 500
        ? 'server_error'
        : 'invalid_request'
  return oauthErrorReply(new OAuthError(code, `The sandbox answered ${status}.`, status))
}
