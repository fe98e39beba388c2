import type { Reply } from '../http/reply.ts'
import { outOfBandUri } from '../oauth/app-registry.ts'
import type { AuthorizationRequest } from '../oauth/authorization-request.ts'
import type { User } from '../state/entities.ts'
import { escapeHtml } from './escape-html.ts'
import { pageReply } from './page-frame.ts'

export const consentPath = '/-/oauth_consent'

/** Who are you, and do you allow it: login and consent in one, as the sandbox has no passwords. */
export function consentPage(id: string, request: AuthorizationRequest, users: readonly User[]): Reply {
  const { app, redirectUri, scope } = request
  const name = escapeHtml(app.name)
  const scopes = scope.split(' ').map(one => `<li><code>${escapeHtml(one)}</code></li>`)
  const content = `<h1>Let ${name} use your account?</h1>
<p class="soft">You will be sent to <code>${escapeHtml(redirectUri)}</code></p>
<form method="post" action="${consentPath}">
<input type="hidden" name="consent" value="${escapeHtml(id)}">
<fieldset><legend>You are</legend>
${users.map(userChoice).join('\n')}
</fieldset>
<p>${name} asks for:</p>
<ul>${scopes.join('')}</ul>
<div class="actions">
<button class="primary" name="decision" value="allow"${users.length === 0 ? ' disabled' : ''}>Allow</button>
<button name="decision" value="deny">Deny</button>
</div>
</form>`
  return pageReply({ status: 200, title: `Authorize ${app.name}`, content, ...formTarget(redirectUri) })
}

function userChoice(user: User, index: number): string {
  return `<label><input type="radio" name="user" value="${escapeHtml(user.gid)}"${index === 0 ? ' checked' : ''}>
<span>${escapeHtml(user.name)}<small>${escapeHtml(user.email)}</small></span></label>`
}

function formTarget(redirectUri: string): { formTarget?: string } {
  return redirectUri === outOfBandUri ? {} : { formTarget: new URL(redirectUri).origin }
}
