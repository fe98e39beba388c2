import { type DraftProblems, MAX_TASK_NAME, type TaskDraft } from '../asana/task-draft.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'

export interface RefusedDraft {
  readonly draft: TaskDraft
  readonly problems: DraftProblems
}

/** @param refused what was sent and could not be taken: nobody types it twice */
export function taskForm(
  workspaceGid: string,
  { base }: Place,
  csrfField: Html,
  refused: RefusedDraft | undefined,
): Html {
  const { draft, problems } = refused ?? {}
  return html`
<form class="card new-task" method="post" action="${base}/tasks">
  ${csrfField}<input type="hidden" name="workspace" value="${workspaceGid}">
  <div class="field">
    <label for="name">New task</label>
    <input id="name" name="name" required maxlength="${MAX_TASK_NAME}" autocomplete="off"
      placeholder="What needs doing?" value="${draft?.name}"${invalid('name', problems?.name)}>
    ${complaint('name', problems?.name)}
  </div>
  <div class="field">
    <label for="due">Due <small>optional</small></label>
    <input id="due" name="due_on" type="date" value="${draft?.dueOn}"${invalid('due', problems?.dueOn)}>
    ${complaint('due', problems?.dueOn)}
  </div>
  <button class="button button-primary">${icons.plus} Add</button>
</form>`
}

function invalid(id: string, problem: string | undefined): Html | undefined {
  return problem ? html` aria-invalid="true" aria-describedby="${id}-problem"` : undefined
}

function complaint(id: string, problem: string | undefined): Html | undefined {
  return problem ? html`<p class="complaint" id="${id}-problem">${problem}</p>` : undefined
}
