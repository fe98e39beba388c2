import { type Request, Router } from 'express'
import type { AppContext } from '../app-context.ts'
import { patience } from '../asana/patience.ts'
import { connectedRoute, disconnectedRoute, disconnectRoute, refreshRoute } from './connection.ts'
import { homeRoute, showHome } from './home.ts'
import { sandboxEvents } from './sandbox-events.ts'
import { taskRoutes } from './tasks.ts'
import { workspaceRoute } from './workspace.ts'

/** Everything for who is connected by this app itself, which keeps the tokens in its own store. */
export function ownRoutes(context: AppContext): Router {
  const { asana, auth, localAsana, place } = context
  const router = Router()
  router.get('/', homeRoute(context))
  router.use('/asana', asana.router)
  router.get('/connected', connectedRoute)
  router.get('/disconnected', disconnectedRoute)
  router.get('/disconnect', disconnectRoute(context))
  router.post('/connection/refresh', refreshRoute(context))
  router.post('/workspace', workspaceRoute(place))
  router.post(['/tasks', '/tasks/:gid/complete'], asana.requireAsana())
  router.use(
    taskRoutes({
      place,
      create: (req, task) => req.asana.asana.createTask(task, patience),
      complete: (req, gid) => req.asana.asana.updateTask(gid, { completed: true }, patience),
      showRefused: (req, res, refused) => showHome(context, req, res, refused),
    }),
  )
  if (localAsana) {
    const userOf = async (req: Request) => {
      const status = await auth.status(req.visitor.id)
      return status.state === 'not_connected' ? undefined : status.identity?.gid
    }
    const { sandbox, clientId } = localAsana
    const attempts = patience.retry.retries + 1
    router.use('/sandbox', sandboxEvents(sandbox, place, { clientId, attempts, userOf }))
  }
  return router
}
