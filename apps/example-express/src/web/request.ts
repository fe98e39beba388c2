import type { Visitor } from './visitor.ts'

declare global {
  namespace Express {
    interface Request {
      /** In the log and on the error page, so that one leads to the other. */
      requestId: string
      visitor: Visitor
    }
  }
}
