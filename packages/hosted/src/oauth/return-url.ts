/** What the application is told at the end of a consent. */
export type ConsentResult =
  | { readonly secret_id: string }
  | { readonly error: string; readonly error_description: string }

/**
 * The application's redirect URL with the result and its own `state`, which is a value and nothing else:
 * whatever it looks like, it goes into one parameter.
 */
export function returnUrl(redirectUrl: string, result: ConsentResult, state: string | undefined): string {
  const url = new URL(redirectUrl)
  // What the application had there under these names would be taken for ours.
  for (const name of ['secret_id', 'error', 'error_description']) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(result)) url.searchParams.set(name, value)
  if (state !== undefined) url.searchParams.set('state', state)
  return url.href
}
