import type { RequestHandler } from 'express'
import type { AppContext } from '../app-context.ts'
import { patience } from '../asana/patience.ts'
import { checkDraft } from '../asana/task-draft.ts'
import { setFlash } from '../web/flash.ts'
import { formField } from '../web/form-field.ts'
import { showHome } from './home.ts'

/** `POST /tasks`, behind `requireAsana()`. */
export function createTaskRoute(context: AppContext): RequestHandler {
  return async (req, res) => {
    const draft = {
      name: formField(req, 'name'),
      dueOn: formField(req, 'due_on'),
      workspace: formField(req, 'workspace'),
    }
    const problems = checkDraft(draft)
    if (problems) {
      res.status(422)
      return showHome(context, req, res, { draft, problems })
    }
    const task = {
      name: draft.name,
      ...(draft.dueOn && { due_on: draft.dueOn }),
      assignee: 'me',
      workspace: draft.workspace,
    }
    await req.asana.asana.createTask(task, patience)
    setFlash(res, 'task_created')
    res.redirect(303, '/')
  }
}

/** `POST /tasks/:gid/complete`, behind `requireAsana()`. */
export const completeTaskRoute: RequestHandler<{ gid: string }> = async (req, res) => {
  await req.asana.asana.updateTask(req.params.gid, { completed: true }, patience)
  setFlash(res, 'task_completed')
  res.redirect(303, '/')
}
