import type {
  AuthManager,
  DisconnectResult,
  EncryptionKey,
  OneTimeStore,
  ScopeInput,
  Subject,
} from '@x/asana-auth-core'
import type { NextFunction, Request, Response } from 'express'

/** Answers a request that went wrong. Hand what is not yours to `next`. */
export type OnError = (error: unknown, req: Request, res: Response, next: NextFunction) => unknown

/** What `asanaExpress` is made from. */
export interface AsanaExpressOptions {
  /** With a store: this is where the credentials of those who connect are kept. */
  readonly auth: AuthManager
  /**
   * Your own user behind the request, from your own session; `undefined` when nobody is signed in.
   * It decides whose Asana account is used, so take it from nothing that a browser can choose.
   */
  readonly subject: (req: Request) => Subject | undefined | Promise<Subject | undefined>
  /**
   * Seals the cookie that a login leaves in the browser. 32 random bytes each, as bytes or base64
   * (`openssl rand -base64 32`), the same in every process. The first seals, all open.
   */
  readonly cookieKeys: readonly EncryptionKey[]
  /**
   * Makes every callback strictly single use, in all processes: without it, who copies the cookie
   * before it is deleted could send a callback twice (Asana still takes its code only once).
   */
  readonly oneTimeStore?: OneTimeStore | undefined
  /** What to ask Asana for. Default: the app's `defaultScope`. */
  readonly scope?: ScopeInput | undefined
  /** Default: the app's. Its path must be the router's `/callback`. */
  readonly redirectUri?: string | undefined
  /**
   * The router's path as the browser sees it, for a proxy that rewrites paths. Default: the redirect
   * URI's path without `/callback`, which has to be where the router is mounted.
   */
  readonly basePath?: string | undefined
  /** Where a login ends that was given no `returnTo`. Default `/`. */
  readonly afterLogin?: string | undefined
  /**
   * Where a disconnect ends; a function is told whether Asana could be reached to revoke the grant.
   * Default `/`.
   */
  readonly afterDisconnect?: (string | ((result: DisconnectResult) => string)) | undefined
  /** Default: `next(error)`. `httpStatusOf` has the status for it. */
  readonly onError?: OnError | undefined
}
