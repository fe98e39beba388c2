import type { MyWork } from '../asana/my-work.ts'
import type { Page } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Problem } from '../web/problem.ts'
import { type Connection, connectionCard } from './connection-card.ts'
import { sandboxCard } from './sandbox-card.ts'
import { type RefusedDraft, taskForm } from './task-form.ts'
import { taskList } from './task-list.ts'

export interface Dashboard {
  readonly status: Connection
  readonly work: MyWork | undefined
  /** Why there is no `work`. */
  readonly problem: Problem | undefined
  readonly refused: RefusedDraft | undefined
  readonly storeName: string
  /** As asked for. */
  readonly scope: string
  readonly isSandbox: boolean
  readonly loginPath: string
  readonly csrfField: Html
  readonly now: number
}

/** For who is connected: tasks, and how the connection is. */
export function dashboardPage(dashboard: Dashboard): Page {
  const { status, work, problem, refused, isSandbox, loginPath, csrfField, now } = dashboard
  const firstName = status.identity?.name?.split(/\s+/)[0]
  const main = html`
${status.state === 'reauthorization_required' && reconnectBanner(loginPath)}
<div class="columns">
  <section class="work" aria-labelledby="tasks">
    <div class="work-head">
      <h1 id="tasks">${firstName ? `${firstName}’s tasks` : 'My tasks'}</h1>
      ${work?.workspace && html`<p class="soft">${countOf(work)} in ${work.workspace.name}</p>`}
    </div>
    ${work?.workspace && taskForm(work.workspace.gid, csrfField, refused)}
    ${work && taskList(work, now, csrfField)}
    ${problem && problemPanel(problem, loginPath)}
    ${status.state === 'reauthorization_required' && pausedPanel()}
  </section>
  ${connectionCard(dashboard)}
  ${isSandbox && status.state === 'connected' && sandboxCard(csrfField)}
</div>`
  return { title: 'My tasks', main }
}

function countOf({ tasks, hasMore }: MyWork): string {
  if (tasks.length === 0) return 'Nothing open'
  return `${hasMore ? 'More than ' : ''}${tasks.length} open`
}

function reconnectBanner(loginPath: string): Html {
  return html`
<div class="banner" role="alert">${icons.alert}
  <div>
    <h2>Asana needs you to connect again</h2>
    <p>The permission you gave was withdrawn in Asana. Your tasks are untouched; one click brings them back.</p>
  </div>
  <a class="button button-primary" href="${loginPath}">Reconnect ${icons.arrow}</a>
</div>`
}

function pausedPanel(): Html {
  return html`
<div class="empty"><span class="badge">${icons.unplug}</span>
  <h2>Your list is paused</h2>
  <p>It comes back as soon as you reconnect.</p>
</div>`
}

function problemPanel({ title, text, code, wayOut }: Problem, loginPath: string): Html {
  const way =
    wayOut === 'connect' || wayOut === 'reconnect'
      ? html`<a class="button button-primary" href="${loginPath}">Reconnect ${icons.arrow}</a>`
      : html`<a class="button" href="/">${icons.refresh} Try again</a>`
  return html`
<div class="empty" role="alert"><span class="badge badge-warn">${icons.cloud}</span>
  <h2>${title}</h2>
  <p>${text}</p>
  <p class="actions">${way}</p>
  <p class="soft"><code>${code}</code></p>
</div>`
}
