import type { Subject } from '@x/asana-auth-core'
import type { Request } from 'express'
import type { LoginCookies } from './login/login-cookies.ts'
import type { SingleUse } from './login/single-use.ts'
import type { AsanaExpressOptions } from './options.ts'
import { NotSignedInError } from './request-errors.ts'
import type { RouterLocation } from './router-location.ts'

/** What the routes share. */
export interface RouterContext {
  readonly options: AsanaExpressOptions
  readonly location: RouterLocation
  readonly cookies: LoginCookies
  readonly singleUse: SingleUse
}

/**
 * @param hint why a user who is signed in may seem not to be
 * @throws NotSignedInError
 */
export async function signedInSubject(
  options: AsanaExpressOptions,
  req: Request,
  hint?: string,
): Promise<Subject> {
  const subject = await options.subject(req)
  if (subject === undefined) throw new NotSignedInError(hint)
  return subject
}
