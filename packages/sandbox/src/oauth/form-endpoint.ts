import type { Exchange } from '../http/exchange.ts'
import { isForm, RepeatedParameterError, readForm } from '../http/form.ts'
import type { Reply } from '../http/reply.ts'
import { OAuthError, oauthErrorReply } from './oauth-error.ts'

/** What the three POST endpoints have in common: a form body in, an OAuth error out. */
export async function answerForm(
  exchange: Exchange,
  handle: (form: ReadonlyMap<string, string>) => Reply | Promise<Reply>,
): Promise<Reply> {
  try {
    if (!isForm(exchange)) {
      throw new OAuthError('invalid_request', 'The request body must be application/x-www-form-urlencoded.')
    }
    return await handle(readForm(exchange))
  } catch (error) {
    if (error instanceof OAuthError) return oauthErrorReply(error)
    if (error instanceof RepeatedParameterError) {
      return oauthErrorReply(new OAuthError('invalid_request', `${error.message}.`))
    }
    throw error
  }
}
