import { AsanaError, type AuthManager } from '@x/asana-auth-core'
import { type Finding, failure, ok, skipped } from './finding.ts'
import { probe } from './probe.ts'

type Network = Parameters<typeof probe>[0]

const CHECK = 'app.scopes'
const full = ok(CHECK, 'The app has Full permissions: leave scope out, or ask for "default".')
const granular = ok(CHECK, 'The app has granular scopes: list those that you need whenever you authorize.')

/**
 * Which of Asana's two modes the app is registered in. A stored grant tells; else the authorization page, which
 * refuses the scopes of the other mode, sometimes before anybody has to sign in.
 */
export async function checkScopes(
  network: Network,
  auth: AuthManager,
  grantedScope: readonly string[] | undefined,
): Promise<Finding> {
  if (grantedScope?.includes('default')) return full
  if (grantedScope?.some(name => name.includes(':'))) return granular
  const { clientId, clientSecret, redirectUri } = auth.asana.app
  if (!clientId || !clientSecret || !redirectUri)
    return skipped(CHECK, 'Needs client id, secret and redirect URI.')
  try {
    const none = await refusal(network, auth)
    if (none?.includes('forbidden_scopes')) return granular
    if (none) {
      return failure(
        CHECK,
        `The authorization page says: ${none}`,
        'Compare client id and redirect URI with the registration.',
      )
    }
    const one = await refusal(network, auth, 'users:read')
    if (one?.includes('forbidden_scopes')) return full
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error
    return skipped(CHECK, error.message)
  }
  return skipped(CHECK, 'Asana does not tell before somebody signs in; the first stored grant will.')
}

/** What the authorization page has against the request, if anything. */
async function refusal(network: Network, auth: AuthManager, scope?: string): Promise<string | undefined> {
  const { authorizationUrl } = await auth.asana.oauth2.authorize(scope === undefined ? {} : { scope })
  const answer = await probe(network, authorizationUrl)
  if (typeof answer === 'string') return undefined
  const location = answer.headers.get('location')
  const error = location && URL.canParse(location) ? new URL(location).searchParams.get('error') : undefined
  if (error) return error
  if (/forbidden_scopes/.test(answer.text)) return 'forbidden_scopes'
  return answer.status >= 400 && answer.status < 500 ? textOf(answer.text) : undefined
}

function textOf(html: string): string {
  const text = html.replace(/<(style|script|title)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' ')
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}
