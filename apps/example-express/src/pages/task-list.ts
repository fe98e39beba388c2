import type { Task } from '@x/asana-auth-core'
import type { MyWork } from '../asana/open-tasks.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import { describeDueDate } from '../html/time.ts'
import type { Place } from '../web/place.ts'

export function taskList(
  { tasks, hasMore, workspace }: MyWork,
  place: Place,
  now: number,
  csrfField: Html,
): Html {
  if (!workspace) {
    return empty('You are in no workspace', 'Join or create one in Asana; your tasks will then be here.')
  }
  if (tasks.length === 0)
    return empty('All clear', 'No open task is assigned to you. Add one above, or enjoy the day.')
  return html`<ul class="card tasks">${tasks.map(task => taskItem(task, place, now, csrfField))}</ul>
${hasMore && html`<p class="soft more">These are the first ${tasks.length}. The rest is in Asana.</p>`}`
}

function taskItem(
  { gid, name, due_on, projects }: Task,
  { base }: Place,
  now: number,
  csrfField: Html,
): Html {
  const shownName = name || 'Untitled task'
  const due = due_on ? describeDueDate(due_on, now) : undefined
  const project = projects?.[0]?.name
  return html`
<li class="task">
  <form method="post" action="${base}/tasks/${gid}/complete">
    ${csrfField}<button class="circle" aria-label="Complete “${shownName}”">${icons.check}</button>
  </form>
  <span class="task-name">${shownName}</span>
  <span class="chips">
    ${project && chip('', icons.folder, 'Project', project)}
    ${due && chip(due.urgency, icons.calendar, due.urgency === 'overdue' ? 'Overdue,' : 'Due', dueTime(due_on, due.label))}
  </span>
</li>`
}

/** @param what is read aloud, and not shown: the icon and the colour say it to the others */
function chip(kind: string, icon: Html, what: string, text: Html | string): Html {
  return html`<span class="chip chip-${kind}">${icon}<span class="unseen">${what} </span>${text}</span>`
}

function dueTime(date: string | null | undefined, label: string): Html {
  return html`<time datetime="${date}">${label}</time>`
}

function empty(title: string, text: string): Html {
  return html`
<div class="empty"><span class="badge badge-good">${icons.check}</span>
  <h2>${title}</h2>
  <p>${text}</p>
</div>`
}
