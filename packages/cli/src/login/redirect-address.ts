import { UsageError } from '../cli-errors.ts'

/** Where the browser comes back to, and where to listen for it. */
export interface RedirectAddress {
  /** What the `Host` header must say: another one is a page that uses a name of its own for this machine. */
  readonly host: string
  readonly path: string
  readonly port: number
  /** The loopback addresses to listen on. */
  readonly addresses: readonly string[]
}

/**
 * The registered redirect URI as something to listen on. Asana compares it whole, port included, so any
 * free port will not do (RFC 8252 section 7.3 is not what it follows).
 * @throws UsageError `missing_setting`, `redirect_not_local`
 */
export function redirectAddress(redirectUri: string | undefined): RedirectAddress {
  const advice = 'register http://127.0.0.1:8976/callback with the app, say, or use --oob.'
  if (redirectUri === undefined) {
    throw new UsageError(`There is no redirect URI: set ASANA_REDIRECT_URI; ${advice}`, 'missing_setting')
  }
  const url = new URL(redirectUri)
  const addresses = url.protocol === 'http:' ? loopbackAddresses(url.hostname) : undefined
  if (!addresses) {
    throw new UsageError(
      `ASANA_REDIRECT_URI is ${redirectUri}, where no command can listen: ${advice}`,
      'redirect_not_local',
    )
  }
  return { host: url.host, path: url.pathname, port: Number(url.port || 80), addresses }
}

function loopbackAddresses(hostname: string): readonly string[] | undefined {
  // A browser may take either for localhost.
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return ['127.0.0.1', '::1']
  if (hostname === '[::1]') return ['::1']
  return /^127(\.\d{1,3}){3}$/.test(hostname) ? [hostname] : undefined
}
