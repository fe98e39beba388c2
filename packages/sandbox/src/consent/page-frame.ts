import { createHash } from 'node:crypto'
import { htmlReply, type Reply } from '../http/reply.ts'
import { escapeHtml } from './escape-html.ts'
import { pageStyle } from './page-style.ts'

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

interface Page {
  readonly status: number
  readonly title: string
  /** HTML, already escaped. */
  readonly content: string
  /** Where a form on the page may lead, beside this server. */
  readonly formTarget?: string
}

/** A whole page. Nothing runs on it, nothing is loaded from elsewhere, nobody can frame it. */
export function pageReply(page: Page): Reply {
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)} · Sandbox</title>
<style>${pageStyle}</style>
</head>
<body>
<div class="banner" role="note">Sandbox: this is not Asana. No real account is involved.</div>
<main><div class="card">
${page.content}
</div></main>
</body>
</html>
`
  return htmlReply(page.status, body, securityHeaders(page.formTarget))
}

const loopback = 'http://localhost:* http://127.0.0.1:*'

function securityHeaders(formTarget: string | undefined): Record<string, string> {
  // Chromium applies form-action to all redirects that follow a form: the app's callback must be in it, and
  // wherever that leads, as with a server that does the OAuth for an application at another origin.
  const formAction = formTarget === undefined ? "'self'" : `'self' ${formTarget} ${loopback} https:`
  return {
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${formAction}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    // Not no-referrer: that would make the form's Origin header "null", which the consent check refuses.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}
