import { errorUri } from './oauth-error.ts'

/** The app's redirect URI with the answer added. A query that the app registered with it stays. */
export function callbackUrl(
  redirectUri: string,
  answer: Readonly<Record<string, string | undefined>>,
  mode: 'query' | 'fragment' = 'query',
): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) parameters.set(name, value)
  if (mode === 'fragment') return `${redirectUri}#${parameters}`
  // Not `new URL`: it would normalize what the app compares character by character.
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters}`
}

/** RFC 6749 section 4.1.2.1. */
export function errorCallbackUrl(
  redirectUri: string,
  error: { readonly code: string; readonly description: string },
  state: string | undefined,
): string {
  return callbackUrl(redirectUri, {
    error: error.code,
    error_description: error.description,
    error_uri: errorUri,
    state,
  })
}
