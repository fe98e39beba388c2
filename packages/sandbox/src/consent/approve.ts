import { unescapeHtml } from './escape-html.ts'

/** Asana showed its error page instead of going back to the app; `message` is the page's text. */
export class AuthorizationPageError extends Error {
  override readonly name = 'AuthorizationPageError'
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

export interface Approval {
  /** Gid or e-mail address. Default: the first user. */
  user?: string
  /** The user refuses. Default false. */
  deny?: boolean
}

/**
 * Plays the user in a browser, over HTTP: opens the authorization URL, answers the page, and returns the URL of
 * the app that the browser would be sent to (for out-of-band: the code as if it were one).
 */
export async function approve(authorizationUrl: string | URL, approval: Approval = {}): Promise<string> {
  const page = await fetch(authorizationUrl, { redirect: 'manual' })
  const refused = page.headers.get('location')
  if (refused !== null) return refused
  const html = await page.text()
  const consent = /name="consent" value="([^"]+)"/.exec(html)?.[1]
  if (!page.ok || consent === undefined) throw new AuthorizationPageError(textOf(html), page.status)

  const user = approval.user ?? /name="user" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const answer = await fetch(new URL(/action="([^"]+)"/.exec(html)?.[1] ?? '', page.url), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ consent, user, decision: approval.deny === true ? 'deny' : 'allow' }),
  })
  const location = answer.headers.get('location')
  if (location !== null) return location
  const shown = await answer.text()
  const code = /data-sandbox-code>([^<]+)</.exec(shown)?.[1]
  if (code === undefined) throw new AuthorizationPageError(textOf(shown), answer.status)
  const redirectUri = new URL(authorizationUrl).searchParams.get('redirect_uri') ?? ''
  return `${redirectUri}?${new URLSearchParams({ code: unescapeHtml(code) })}`
}

function textOf(html: string): string {
  const error = /data-sandbox-error>([^<]*)</.exec(html)?.[1]
  const text = error ?? html.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ')
  return unescapeHtml(text).replace(/\s+/g, ' ').trim()
}
