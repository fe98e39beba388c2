import type { AuthManager, OneTimeStore } from '@x/asana-auth-core'
import type { AsanaExpress } from '@x/asana-auth-express'
import type { Request, Response } from 'express'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { LocalHosted } from './hosted/local-hosted.ts'
import { type Frame, htmlDocument, type Page } from './html/document.ts'
import type { LocalAsana } from './local-asana.ts'
import type { Csrf } from './web/csrf.ts'
import { takeFlash } from './web/flash.ts'
import type { Place } from './web/place.ts'

/** What the routes work with. */
export interface AppContext {
  readonly config: Config
  readonly auth: AuthManager
  readonly asana: AsanaExpress
  readonly csrf: Csrf
  readonly frame: Frame
  /** Where this app keeps the tokens itself. */
  readonly place: Place
  readonly oneTimeStore: OneTimeStore
  readonly logger: Logger
  readonly storeName: string
  readonly localAsana: LocalAsana | undefined
  readonly localHosted: LocalHosted | undefined
  /** Asana's time, which the sandbox can move: milliseconds since the epoch. */
  readonly now: () => number
}

/** Sends a page, with the message that the last action left. Nothing of it may be kept: it is one user's. */
export function sendPage({ frame }: AppContext, req: Request, res: Response, page: Page): void {
  const flash = takeFlash(req, res)
  res.set('Cache-Control', 'no-store').send(htmlDocument({ ...frame, flash }, page))
}
