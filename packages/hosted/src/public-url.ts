import { ConfigurationError } from '@x/asana-auth-core'
import { parseRedirectUrl } from './oauth/redirect-url.ts'

/** Without a slash at the end. @throws ConfigurationError `invalid_option` */
export function checkPublicUrl(value: string): string {
  // The same rules: http on loopback only, nothing that anybody could read in two ways.
  const url = parseRedirectUrl(value)
  if (url && url.search === '') return url.href.replace(/\/+$/, '')
  throw new ConfigurationError(
    'invalid_option',
    'publicUrl must be the https URL of this server (http on loopback only), without query or fragment.',
  )
}
