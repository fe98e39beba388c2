/** A task as the form sent it. */
export interface TaskDraft {
  readonly name: string
  /** `YYYY-MM-DD`, or empty. */
  readonly dueOn: string
  /** Gid. */
  readonly workspace: string
}

export interface DraftProblems {
  readonly name?: string
  readonly dueOn?: string
}

export const MAX_TASK_NAME = 200

/** What is wrong with it, by field; undefined when it can be sent. */
export function checkDraft({ name, dueOn }: TaskDraft): DraftProblems | undefined {
  const problems = {
    ...(name === '' && { name: 'Give the task a name.' }),
    ...(name.length > MAX_TASK_NAME && { name: `Make it shorter: at most ${MAX_TASK_NAME} characters.` }),
    ...(dueOn !== '' && !isDate(dueOn) && { dueOn: 'Choose a date, or leave it empty.' }),
  }
  return Object.keys(problems).length > 0 ? problems : undefined
}

/** As Asana takes it, assigned to who creates it. Only of a draft without problems. */
export function taskOf({ name, dueOn, workspace }: TaskDraft) {
  return { name, ...(dueOn !== '' && { due_on: dueOn }), assignee: 'me', workspace }
}

export type NewTask = ReturnType<typeof taskOf>

/** A day that exists: `Date` would turn 31 February into March. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
