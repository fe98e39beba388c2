import type { MyWork } from '../asana/open-tasks.ts'
import type { Page } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import type { Place } from '../web/place.ts'
import type { Problem } from '../web/problem.ts'
import { type Connection, connectionCard } from './connection-card.ts'
import { reconnectBanner } from './reconnect-banner.ts'
import { sandboxCard } from './sandbox-card.ts'
import type { RefusedDraft } from './task-form.ts'
import { workSection } from './work-section.ts'

export interface Dashboard {
  readonly place: Place
  readonly status: Connection
  readonly work: MyWork | undefined
  /** Why there is no `work`. */
  readonly problem: Problem | undefined
  readonly refused: RefusedDraft | undefined
  readonly storeName: string
  /** As asked for. */
  readonly scope: string
  readonly isSandbox: boolean
  readonly csrfField: Html
  readonly now: number
}

/** For who is connected: tasks, and how the connection is. */
export function dashboardPage(dashboard: Dashboard): Page {
  const { place, status, isSandbox, csrfField } = dashboard
  const main = html`
${status.state === 'reauthorization_required' && reconnectBanner(place)}
<div class="columns">
  ${workSection({ ...dashboard, name: status.identity?.name })}
  ${connectionCard(dashboard)}
  ${isSandbox && status.state === 'connected' && sandboxCard(place, csrfField)}
</div>`
  return { title: 'My tasks', main, at: place.home }
}
