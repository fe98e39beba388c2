import type { ConnectionStatus } from '@x/asana-auth-core'
import type { MyWork } from '../asana/open-tasks.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import { timeFromNow } from '../html/time.ts'
import type { Place } from '../web/place.ts'
import { account } from './account.ts'
import { workspacePicker } from './workspace-picker.ts'

export type Connection = Exclude<ConnectionStatus, { state: 'not_connected' }>

export interface ConnectionCard {
  readonly place: Place
  readonly status: Connection
  readonly work: MyWork | undefined
  readonly storeName: string
  /** As asked for: shown until Asana says what it granted. */
  readonly scope: string
  readonly csrfField: Html
  readonly now: number
}

export function connectionCard({
  place,
  status,
  work,
  storeName,
  scope: asked,
  csrfField,
  now,
}: ConnectionCard): Html {
  const {
    identity,
    expiresAt,
    issuedAt = status.updatedAt,
    scope = asked.split(/[\s,]+/),
    sealedWith,
  } = status
  const isGood = status.state === 'connected'
  return html`
<section class="card connection" aria-labelledby="connection">
  <div class="card-head"><h2 id="connection">Connection</h2>
    <span class="pill ${isGood ? 'pill-good' : 'pill-bad'}">${isGood ? 'Connected' : 'Reconnect needed'}</span></div>
  ${account(identity?.name, identity?.email)}
  ${isGood && expiresAt !== undefined && lifetime(issuedAt, expiresAt, now)}
  <dl class="facts">
    <div><dt>Last refresh</dt><dd>${timeFromNow(issuedAt, now)}</dd></div>
    ${work?.workspaces.length === 1 && html`<div><dt>Workspace</dt><dd>${work.workspace?.name}</dd></div>`}
    <div><dt>Stored in</dt><dd>${storeName}</dd></div>
    <div><dt>Sealed with</dt><dd>${sealedWith ? html`key <code>${sealedWith}</code>` : 'not sealed'}</dd></div>
    <div class="fact-wide">
      <dt>Scopes</dt><dd><ul>${scope.map(one => html`<li><code>${one}</code></li>`)}</ul></dd>
    </div>
  </dl>
  ${work && work.workspaces.length > 1 && workspacePicker(work, place, csrfField)}
  <div class="actions">
    ${isGood && refreshForm(csrfField)}
    <a class="button" href="/disconnect">${icons.unplug} Disconnect</a>
  </div>
</section>`
}

function refreshForm(csrfField: Html): Html {
  return html`
<form method="post" action="/connection/refresh">
  ${csrfField}<button class="button">${icons.refresh} Refresh now</button>
</form>`
}

function lifetime(issuedAt: number, expiresAt: number, now: number): Html {
  const total = Math.max(1, Math.round((expiresAt - issuedAt) / 1000))
  const left = Math.min(total, Math.max(0, Math.round((expiresAt - now) / 1000)))
  const end = left > 0 ? html`expires ${timeFromNow(expiresAt, now)}` : 'is renewed with the next request'
  return html`
<div class="lifetime">
  <p id="lifetime"><span>Access token</span><span>${end}</span></p>
  <progress max="${total}" value="${left}" aria-labelledby="lifetime"></progress>
</div>`
}
