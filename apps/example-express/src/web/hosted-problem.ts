import type { HostedError } from '@x/asana-connector'
import type { KnownProblem } from './explanations.ts'

interface Meaning {
  /** To answer the visitor with. */
  readonly status: number
  readonly means: KnownProblem
}

const asanaDown: Meaning = { status: 503, means: 'server_error' }
const hostedDown: Meaning = { status: 503, means: 'hosted_down' }

/** The hosted server's error codes, by what they are to a visitor. */
const meanings: Readonly<Record<string, Meaning>> = {
  // It did not answer, or cannot reach what it needs.
  hosted_unreachable: hostedDown,
  hosted_timeout: { ...hostedDown, status: 504 },
  store_unavailable: hostedDown,
  store_busy: hostedDown,
  internal_error: hostedDown,
  // It tells Asana's outages from its own.
  asana_server_error: asanaDown,
  asana_unreachable: asanaDown,
  asana_timeout: asanaDown,
  asana_invalid_response: asanaDown,
  asana_unexpected_status: asanaDown,
  asana_token_unavailable: asanaDown,
  // Asana answered no.
  asana_bad_request: { status: 400, means: 'bad_request' },
  asana_forbidden: { status: 403, means: 'forbidden' },
  asana_not_found: { status: 404, means: 'not_found' },
  asana_rate_limited: { status: 429, means: 'rate_limited' },
  asana_unauthorized: { status: 403, means: 'unauthorized' },
  rate_limited: { status: 429, means: 'hosted_busy' },
  // The connection.
  connector_not_found: { status: 403, means: 'credentials_not_found' },
  connector_ambiguous: { status: 409, means: 'connector_ambiguous' },
  reauthorization_required: { status: 403, means: 'reauthorization_required' },
  invalid_secret_id: { status: 400, means: 'invalid_grant' },
}

/** What is left over is about this app and not about the visitor: a wrong secret, an unknown redirect URL. */
export function meaningOf({ code }: HostedError): Meaning {
  const known = Object.hasOwn(meanings, code) ? meanings[code] : undefined
  return known ?? { status: 502, means: 'hosted_misconfigured' }
}
