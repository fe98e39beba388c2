import { ConfigurationError } from '@x/asana-auth-core'

/** Where the browser finds the router. */
export interface RouterLocation {
  readonly redirectUri: string
  /** Of the redirect URI: the application's own, whatever a proxy makes of `Host`. */
  readonly origin: string
  /** Without a slash at the end; empty for a router at the root. */
  readonly basePath: string
  /** False for http, which core accepts on this machine's loopback only. */
  readonly isHttps: boolean
}

/** @throws ConfigurationError `missing_redirect_uri`, `invalid_option` */
export function locateRouter(redirectUri: string | undefined, basePath: string | undefined): RouterLocation {
  if (!redirectUri) {
    throw new ConfigurationError(
      'missing_redirect_uri',
      "There is no redirect URI: pass redirectUri, set asana.redirectUri or ASANA_REDIRECT_URI, to the address of the router's /callback, exactly as registered with the app.",
    )
  }
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new ConfigurationError(
      'invalid_option',
      'The redirect URI of a web application must be an http or https URL.',
    )
  }
  const found = basePath ?? /^(.*)\/callback$/.exec(url.pathname)?.[1]
  if (found === undefined) {
    throw new ConfigurationError(
      'invalid_option',
      `The redirect URI's path is ${url.pathname}, and the router answers at /callback: register an address that ends with it, or pass basePath if a proxy rewrites paths.`,
    )
  }
  if (!/^(\/.*)?$/.test(found))
    throw new ConfigurationError('invalid_option', 'basePath must begin with a slash.')
  return {
    redirectUri,
    origin: url.origin,
    basePath: found.replace(/\/+$/, ''),
    isHttps: url.protocol === 'https:',
  }
}

/**
 * A router that is mounted elsewhere than the redirect URI says would send every user to Asana and
 * lose them on the way back: better to fail before they leave.
 * @throws ConfigurationError `invalid_option`
 */
export function checkMount(location: RouterLocation, baseUrl: string): void {
  if (baseUrl.toLowerCase() === location.basePath.toLowerCase()) return
  throw new ConfigurationError(
    'invalid_option',
    `The router is mounted at "${baseUrl}/", but the redirect URI leads to "${location.basePath}/callback": mount it there, register another redirect URI, or pass basePath if a proxy rewrites paths.`,
  )
}
