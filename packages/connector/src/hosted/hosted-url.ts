import { ConfigurationError } from '@x/asana-auth-core'

const safe = /^(https:|http:\/\/(([^/]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/

/** Without the version and without a slash at the end. @throws {ConfigurationError} `invalid_option` */
export function hostedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && safe.test(url.href) && url.href === url.origin + url.pathname) {
    // The version belongs to the paths; but a base URL with it is what some have at hand.
    return url.href.replace(/\/+$/, '').replace(/(\/api)?\/v1$/, '')
  }
  throw new ConfigurationError(
    'invalid_option',
    'baseUrl must be the https URL of the hosted server (http on localhost only), without user, query and fragment.',
  )
}
