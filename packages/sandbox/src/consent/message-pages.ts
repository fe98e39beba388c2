import type { Reply } from '../http/reply.ts'
import type { PageError } from '../oauth/authorization-request.ts'
import { escapeHtml } from './escape-html.ts'
import { pageReply } from './page-frame.ts'

/** What Asana shows instead of a redirect: `<code>: <description>`. */
export function errorPage(error: PageError, status = 400): Reply {
  const text = `${error.code}: ${error.description}`
  const content = `<h1>Error</h1>\n<p data-sandbox-error>${escapeHtml(text)}</p>`
  return { ...pageReply({ status, title: 'Error', content }), outcome: error.code }
}

/** For `urn:ietf:wg:oauth:2.0:oob`: the user carries the answer to the app. */
export function pasteCodePage(appName: string, code: string): Reply {
  const content = `<h1>Authorized</h1>
<p>Paste this code into ${escapeHtml(appName)}:</p>
<p><code class="paste" data-sandbox-code>${escapeHtml(code)}</code></p>`
  return pageReply({ status: 200, title: 'Authorized', content })
}
