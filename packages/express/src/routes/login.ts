import type { RequestHandler } from 'express'
import { subjectDigest } from '../login/pending-login.ts'
import { safeReturnTo } from '../return-to.ts'
import { type RouterContext, signedInSubject } from '../router-context.ts'
import { checkMount } from '../router-location.ts'

/** `GET /login?returnTo=/path`: off to Asana's consent page. */
export function loginRoute({ options, location, cookies, singleUse }: RouterContext): RequestHandler {
  const { auth, scope, basePath } = options
  return async (req, res) => {
    if (basePath === undefined) checkMount(location, req.baseUrl)
    const subject = await signedInSubject(options, req)
    const { authorizationUrl, ...step } = await auth.asana.oauth2.authorize({
      redirectUri: location.redirectUri,
      ...(scope !== undefined && { scope }),
    })
    const returnTo = safeReturnTo(req.query['returnTo'])
    const login = {
      ...step,
      subjectDigest: subjectDigest(subject),
      ...(returnTo !== undefined && { returnTo }),
    }
    await singleUse.allowOnce(login)
    await cookies.leave(req, res, login)
    res.redirect(302, authorizationUrl)
  }
}
