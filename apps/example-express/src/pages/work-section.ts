import type { MyWork } from '../asana/open-tasks.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'
import type { Problem } from '../web/problem.ts'
import { type RefusedDraft, taskForm } from './task-form.ts'
import { taskList } from './task-list.ts'

export interface WorkSection {
  readonly place: Place
  /** Of the user, as Asana has it. */
  readonly name: string | undefined
  readonly work: MyWork | undefined
  /** Why there is no `work`; without a problem, it is because the user has to connect again. */
  readonly problem: Problem | undefined
  readonly refused: RefusedDraft | undefined
  readonly csrfField: Html
  readonly now: number
}

/** The tasks, or what stands there instead. */
export function workSection({ place, name, work, problem, refused, csrfField, now }: WorkSection): Html {
  const firstName = name?.split(/\s+/)[0]
  return html`
<section class="work" aria-labelledby="tasks">
  <div class="work-head">
    <h1 id="tasks">${firstName ? `${firstName}’s tasks` : 'My tasks'}</h1>
    ${work?.workspace && html`<p class="soft">${countOf(work)} in ${work.workspace.name}</p>`}
  </div>
  ${work?.workspace && taskForm(work.workspace.gid, place, csrfField, refused)}
  ${work && taskList(work, place, now, csrfField)}
  ${problem && problemPanel(problem, place)}
  ${!work && !problem && pausedPanel()}
</section>`
}

function countOf({ tasks, hasMore }: MyWork): string {
  if (tasks.length === 0) return 'Nothing open'
  return `${hasMore ? 'More than ' : ''}${tasks.length} open`
}

function pausedPanel(): Html {
  return html`
<div class="empty"><span class="badge">${icons.unplug}</span>
  <h2>Your list is paused</h2>
  <p>It comes back as soon as you reconnect.</p>
</div>`
}

function problemPanel({ title, text, code, wayOut }: Problem, place: Place): Html {
  return html`
<div class="empty" role="alert"><span class="badge badge-warn">${icons.cloud}</span>
  <h2>${title}</h2>
  <p>${text}</p>
  <p class="actions">${wayOutOf(wayOut, place)}</p>
  <p class="soft"><code>${code}</code></p>
</div>`
}

function wayOutOf(wayOut: Problem['wayOut'], { base, home, connectPath }: Place): Html {
  switch (wayOut) {
    case 'connect':
    case 'reconnect':
      return html`<a class="button button-primary" href="${connectPath}">Reconnect ${icons.arrow}</a>`
    case 'disconnect':
      return html`<a class="button button-primary" href="${base}/disconnect">${icons.unplug} Disconnect</a>`
    case 'retry':
    case 'home':
      return html`<a class="button" href="${home}">${icons.refresh} Try again</a>`
  }
}
