import type { ConsentResult } from './return-url.ts'

type ConsentError = Extract<ConsentResult, { error: string }>

/**
 * Why a consent did not work, in the codes of RFC 6749 section 4.1.2.1 and words for a log or a page. Not
 * the message of the error: it travels in a URL, and was written for who runs this server.
 */
export function asConsentError(error: unknown): ConsentError {
  const { code } = error as { code?: unknown }
  return (typeof code === 'string' && Object.hasOwn(explanations, code) && explanations[code]) || unexpected
}

const unavailable: ConsentError = {
  error: 'temporarily_unavailable',
  error_description: 'Asana or the connector server did not answer. Start the consent again in a moment.',
}

const unexpected: ConsentError = {
  error: 'server_error',
  error_description: 'The consent could not be finished. Start it again.',
}

const explanations: Readonly<Record<string, ConsentError>> = {
  access_denied: { error: 'access_denied', error_description: 'The user did not allow access to Asana.' },
  authorization_refused: { error: 'access_denied', error_description: 'Asana refused the authorization.' },
  forbidden_scopes: {
    error: 'invalid_scope',
    error_description: 'The Asana app may not ask for these scopes.',
  },
  invalid_scope: { error: 'invalid_scope', error_description: 'Asana has no such scope.' },
  authorization_expired: {
    error: 'access_denied',
    error_description: 'The user took longer than ten minutes. Start the consent again.',
  },
  invalid_callback: {
    error: 'server_error',
    error_description: 'Asana sent no code. Start the consent again.',
  },
  asana_app_missing: { error: 'unauthorized_client', error_description: 'There is no Asana app any more.' },
  token_request_refused: {
    error: 'unauthorized_client',
    error_description: 'Asana did not accept the code or the Asana app. Check its client id and secret.',
  },
  token_endpoint_unavailable: unavailable,
  store_unavailable: unavailable,
}
