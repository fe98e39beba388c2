import { ConfigurationError } from '../errors/configuration-error.ts'

export const OUT_OF_BAND_REDIRECT = 'urn:ietf:wg:oauth:2.0:oob'

/**
 * An endpoint that tokens may be sent to: https, or http on this machine's loopback.
 * @throws ConfigurationError `invalid_endpoint`, `insecure_endpoint`
 */
export function checkEndpoint(name: string, value: string): string {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new ConfigurationError('invalid_endpoint', `${name} is not an absolute URL.`)
  }
  if (url.username || url.password || url.hash) {
    throw new ConfigurationError(
      'invalid_endpoint',
      `${name} must not contain a user name, a password or a fragment.`,
    )
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new ConfigurationError(
      'insecure_endpoint',
      `${name} must use https (http is accepted on localhost only), but it is ${url.protocol}//${url.host}.`,
    )
  }
  return value
}

/** As `checkEndpoint`, and `urn:ietf:wg:oauth:2.0:oob` for command-line apps. */
export function checkRedirectUri(value: string): string {
  return value === OUT_OF_BAND_REDIRECT ? value : checkEndpoint('redirectUri', value)
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  )
}

/** True for the http endpoints that `checkEndpoint` lets pass: a local sandbox. */
export function isInsecure(url: string): boolean {
  return new URL(url).protocol === 'http:'
}
