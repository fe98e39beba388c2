import type { HostedView } from '../../hosted/hosted-view.ts'
import { type Html, html } from '../../html/html.ts'
import { icons } from '../../html/icons.ts'
import type { Place } from '../../web/place.ts'
import { account } from '../account.ts'
import { workspacePicker } from '../workspace-picker.ts'
import { whatDiffers } from './what-differs.ts'

export type HostedConnection = Exclude<HostedView, { kind: 'not_connected' }>

export interface HostedCard {
  readonly place: Place
  readonly view: HostedConnection
  /** Of the hosted server. */
  readonly host: string
  /** The visitor’s id, as the hosted server knows it. */
  readonly externalUserId: string
  readonly csrfField: Html
}

const pills: Readonly<Record<HostedConnection['kind'], Html>> = {
  connected: html`<span class="pill pill-good">Connected</span>`,
  consent_needed: html`<span class="pill pill-bad">Reconnect needed</span>`,
  failed: html`<span class="pill pill-warn">Not working</span>`,
}

export function hostedCard({ place, view, host, externalUserId, csrfField }: HostedCard): Html {
  const work = view.kind === 'connected' ? view.work : undefined
  return html`
<section class="card connection" aria-labelledby="connection">
  <div class="card-head"><h2 id="connection">Connection</h2>${pills[view.kind]}</div>
  ${work && account(work.who.name, work.who.email)}
  <p class="soft">${whatDiffers(host)}</p>
  <dl class="facts">
    ${work?.workspaces.length === 1 && html`<div><dt>Workspace</dt><dd>${work.workspace?.name}</dd></div>`}
    <div><dt>Tokens in this app</dt><dd>none</dd></div>
    <div class="fact-wide"><dt>You, to the server</dt><dd><code>${externalUserId}</code></dd></div>
    ${
      work &&
      html`<div class="fact-wide"><dt>This page called</dt>
        <dd><ul><li><code>users.get</code></li><li><code>tasks.list</code></li></ul></dd></div>`
    }
  </dl>
  ${work && work.workspaces.length > 1 && workspacePicker(work, place, csrfField)}
  <div class="actions"><a class="button" href="${place.base}/disconnect">${icons.unplug} Disconnect</a></div>
</section>`
}
