import { type RequestHandler, Router } from 'express'
import { type AppContext, sendPage } from '../app-context.ts'
import { ConsentStates } from '../hosted/consent-states.ts'
import type { HostedServer } from '../hosted/hosted-server.ts'
import { hostedPatience } from '../hosted/hosted-work.ts'
import { disconnectPage } from '../pages/disconnect-page.ts'
import { hostedSetupPage } from '../pages/hosted/hosted-setup-page.ts'
import { setFlash } from '../web/flash.ts'
import { hostedPlace as place } from '../web/place.ts'
import { connectHostedRoute, returnHostedRoute } from './hosted-consent.ts'
import { showHostedHome } from './hosted-home.ts'
import { sandboxEvents } from './sandbox-events.ts'
import { taskRoutes } from './tasks.ts'
import { workspaceRoute } from './workspace.ts'

/** `/hosted`: the whole way through a hosted server. */
export function hostedRoutes(context: AppContext, hosted: HostedServer): Router {
  const { config, localAsana, localHosted, oneTimeStore } = context
  const states = new ConsentStates(oneTimeStore)
  const router = Router()
  router.get('/', (req, res) => showHostedHome(context, hosted, req, res))
  router.get('/connect', connectHostedRoute(hosted, states, returnUrlOf(config.origin)))
  router.get('/return', returnHostedRoute(hosted, states))
  router.get('/disconnect', questionRoute(context))
  router.post('/disconnect', disconnectRoute(hosted))
  router.post('/workspace', workspaceRoute(place))
  router.use(
    taskRoutes({
      place,
      create: (req, task) => hosted.connectorOf(req.visitor.id).tasks.create(task, hostedPatience),
      complete: (req, task_gid) =>
        hosted.connectorOf(req.visitor.id).tasks.update({ task_gid, completed: true }, hostedPatience),
      showRefused: (req, res, refused) => showHostedHome(context, hosted, req, res, refused),
    }),
  )
  if (localAsana && localHosted) {
    const events = sandboxEvents(localAsana.sandbox, place, {
      clientId: localHosted.asanaClientId,
      // The client of the hosted server has its own patience: three more tries.
      attempts: 4,
      userOf: async req => {
        const { data } = await hosted
          .connectorOf(req.visitor.id)
          .users.get({ user_gid: 'me' }, hostedPatience)
        return data.gid
      },
    })
    router.use('/sandbox', events)
  }
  return router
}

/** `GET /hosted`, where there is no hosted server. */
export function hostedSetupRoute(context: AppContext): RequestHandler {
  return (req, res) => sendPage(context, req, res, hostedSetupPage(returnUrlOf(context.config.origin)))
}

function returnUrlOf(origin: string): string {
  return `${origin}/hosted/return`
}

/** `GET /hosted/disconnect`: the question. It asks nobody, so that it works while the server does not. */
function questionRoute(context: AppContext): RequestHandler {
  return (req, res) => {
    const page = disconnectPage({
      place,
      action: '/hosted/disconnect',
      account: undefined,
      consequence: 'the hosted server tells Asana, and deletes its tokens and the connection.',
      csrfField: context.csrf.field(req, res),
    })
    sendPage(context, req, res, page)
  }
}

/** `POST /hosted/disconnect` */
function disconnectRoute(hosted: HostedServer): RequestHandler {
  return async (req, res) => {
    const revoked = await hosted.disconnect(req.visitor.id)
    setFlash(res, revoked ? 'hosted_disconnected' : 'hosted_disconnected_there')
    res.redirect(303, place.home)
  }
}
