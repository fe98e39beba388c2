import { ASANA, InvalidStateError } from '@x/asana-auth-core'
import type { RequestHandler } from 'express'
import { subjectDigest } from '../login/pending-login.ts'
import { type RouterContext, signedInSubject } from '../router-context.ts'

const SIGN_IN_HINT =
  ' (A session cookie with SameSite=Strict is not sent on the way back from Asana: use Lax.)'

/** `GET /callback`: back from Asana, with a code or a refusal. */
export function callbackRoute({ options, cookies, singleUse }: RouterContext): RequestHandler {
  const { auth, afterLogin = '/' } = options
  return async (req, res) => {
    // From the address itself: what `req.query` is depends on the application's query parser.
    const query = /\?.*$/s.exec(req.originalUrl)?.[0] ?? ''
    const login = await cookies.take(req, res, onlyState(query))
    const subject = await signedInSubject(options, req, SIGN_IN_HINT)
    // Otherwise a user could be led to end somebody else's login, and work in that person's Asana.
    if (subjectDigest(subject) !== login.subjectDigest) {
      throw new InvalidStateError(
        'state_mismatch',
        'This login was started by another user of this application.',
      )
    }
    await singleUse.use(login)
    const { subjectDigest: _, returnTo = afterLogin, ...step } = login
    const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl: query })
    await auth.storeCredentials(ASANA, subject, credentials)
    res.redirect(303, returnTo)
  }
}

function onlyState(query: string): string {
  const [state, ...others] = new URLSearchParams(query).getAll('state')
  if (!state) throw new InvalidStateError('state_missing', 'The callback has no state.')
  if (others.length > 0)
    throw new InvalidStateError('invalid_callback', 'The callback has "state" more than once.')
  return state
}
