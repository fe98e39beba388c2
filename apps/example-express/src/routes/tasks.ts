import { type Request, type Response, Router } from 'express'
import { checkDraft, type NewTask, taskOf } from '../asana/task-draft.ts'
import type { RefusedDraft } from '../pages/task-form.ts'
import { setFlash } from '../web/flash.ts'
import { formField } from '../web/form-field.ts'
import type { Place } from '../web/place.ts'

/** What the forms of the task list do, where it is. */
export interface TaskDesk {
  readonly place: Place
  create(req: Request, task: NewTask): Promise<unknown>
  complete(req: Request, gid: string): Promise<unknown>
  /** The page again, with what was in the form. */
  showRefused(req: Request, res: Response, refused: RefusedDraft): Promise<void>
}

/** `POST /tasks` and `POST /tasks/:gid/complete`. */
export function taskRoutes({ place, create, complete, showRefused }: TaskDesk): Router {
  const router = Router()
  router.post('/tasks', async (req, res) => {
    const draft = {
      name: formField(req, 'name'),
      dueOn: formField(req, 'due_on'),
      workspace: formField(req, 'workspace'),
    }
    const problems = checkDraft(draft)
    if (problems) {
      res.status(422)
      return showRefused(req, res, { draft, problems })
    }
    await create(req, taskOf(draft))
    setFlash(res, 'task_created')
    res.redirect(303, place.home)
  })
  router.post('/tasks/:gid/complete', async (req, res) => {
    await complete(req, req.params.gid)
    setFlash(res, 'task_completed')
    res.redirect(303, place.home)
  })
  return router
}
