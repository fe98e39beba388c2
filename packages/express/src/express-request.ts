import type { AsanaSession } from '@x/asana-auth-core'

declare global {
  namespace Express {
    interface Request {
      /** The signed-in user at Asana. It is there behind `requireAsana()`, and only there. */
      asana: AsanaSession
    }
  }
}
