import * as z from 'zod'
import { redirect } from '../http/answer.ts'
import { badRequest, forbidden } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import type { Services } from '../services.ts'
import { CONSENT_TTL_MS, type PendingConsent } from './consent.ts'
import { asConsentError } from './consent-error.ts'
import { returnUrl } from './return-url.ts'
import { newHandle } from './sealed-one-time.ts'
import { LEFT_OVER_MS } from './unredeemed-grants.ts'

/** Where Asana sends the browser: this URL is registered with every Asana app. */
export const CALLBACK_PATH = '/v1/oauth/callback'

export function callbackEndpoint(services: Services): Endpoint {
  const { audit, consents, cookie } = services
  return endpoint({
    operationId: 'finishConsent',
    summary: 'Where Asana sends the browser back to; goes on to the redirect URL of the application',
    tag: 'Consent',
    method: 'get',
    paths: ['/oauth/callback'],
    access: 'browser',
    query: z.object({
      state: z.string().min(1).max(200),
      code: z.string().max(2000).optional(),
      error: z.string().max(200).optional(),
      error_description: z.string().max(2000).optional(),
    }),
    responses: {
      303: {
        description: 'To the redirect URL, with secret_id or with error and error_description, and state',
      },
    },
    async handle({ query, request, requestId }) {
      // Taken before anything is believed: a callback works once, whatever comes of it.
      const pending = await consents.pending.take([query.state])
      if (!pending) {
        throw badRequest(
          'callback_expired',
          'This consent was finished already, or is older than ten minutes.',
        )
      }
      const { organizationId, externalUserId, redirectUrl, state } = pending.request
      const who = { requestId, organizationId, externalUserId }
      if (!cookie.matches(request, pending.browser)) {
        audit.write({ action: 'consent.completed', outcome: 'refused', ...who, reason: 'other_browser' })
        throw forbidden('other_browser', 'This consent was started in another browser.')
      }
      try {
        const secretId = await complete(services, pending, { callbackUrl: request.originalUrl, requestId })
        audit.write({ action: 'consent.completed', outcome: 'done', ...who })
        return redirect(returnUrl(redirectUrl, { secret_id: secretId }, state))
      } catch (error) {
        const result = asConsentError(error)
        audit.write({ action: 'consent.completed', outcome: 'refused', ...who, reason: result.error })
        if (result.error !== 'access_denied') audit.problem(requestId, 'finishConsent', error)
        return redirect(returnUrl(redirectUrl, result, state))
      }
    },
  })
}

/** The code for tokens, and the tokens for a secret id. */
async function complete(
  services: Services,
  pending: PendingConsent,
  { callbackUrl, requestId }: { readonly callbackUrl: string; readonly requestId: string },
): Promise<string> {
  const { apps, consents, unredeemed, now } = services
  const { request, step, app, ticket } = pending
  const { organizationId, externalUserId } = request
  const auth = await apps.managerOf(organizationId, app)
  if (!auth)
    throw badRequest(
      'asana_app_missing',
      'The Asana app is not the one any more that the consent began with.',
    )
  const credentials = await auth.asana.oauth2.exchange({ ...step, callbackUrl, subject: externalUserId })
  const secretId = newHandle()
  const owner = { organizationId, externalUserId }
  const granted = { credentials, app, expiresAt: now() + CONSENT_TTL_MS, requestId }
  const handle = [organizationId, externalUserId, secretId]
  await consents.granted.put(handle, granted, CONSENT_TTL_MS + LEFT_OVER_MS).catch((error: unknown) => {
    // Nobody will ever have its tokens.
    unredeemed.revoke(owner, granted)
    throw error
  })
  unredeemed.watch(owner, secretId, requestId)
  // It has done its work. If this fails, it still works in this browser only, and not for long.
  await consents.tickets.take([ticket]).catch(() => {})
  return secretId
}
