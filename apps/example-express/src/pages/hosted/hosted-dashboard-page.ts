import type { Page } from '../../html/document.ts'
import { type Html, html } from '../../html/html.ts'
import { reconnectBanner } from '../reconnect-banner.ts'
import { sandboxCard } from '../sandbox-card.ts'
import type { RefusedDraft } from '../task-form.ts'
import { workSection } from '../work-section.ts'
import { type HostedCard, hostedCard } from './hosted-card.ts'

export interface HostedDashboard extends HostedCard {
  readonly refused: RefusedDraft | undefined
  /** The hosted server and Asana both run in this process, and can be made to fail. */
  readonly isLocal: boolean
  readonly now: number
}

/** For who is connected: the tasks, and how it stands with the server that has the tokens. */
export function hostedDashboardPage(dashboard: HostedDashboard): Page {
  const { place, view, isLocal, csrfField } = dashboard
  const work = view.kind === 'connected' ? view.work : undefined
  const problem = view.kind === 'failed' ? view.problem : undefined
  const main = html`
${view.kind === 'consent_needed' && reconnectBanner(place, whatTheServerSaid(view.url))}
<div class="columns">
  ${workSection({ ...dashboard, name: work?.who.name, work, problem })}
  ${hostedCard(dashboard)}
  ${isLocal && work && sandboxCard(place, csrfField)}
</div>`
  return { title: 'My tasks, hosted', main, at: place.home }
}

function whatTheServerSaid(url: string | undefined): Html {
  return html`
<p class="soft">The hosted server answered <code>reauthorization_required</code>${
    url !== undefined && html` and named the call that starts a new consent: <code>POST ${url}</code>`
  }. The button makes it.</p>`
}
