import * as z from 'zod'
import { redirect } from '../http/answer.ts'
import { badRequest, forbidden } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import type { Services } from '../services.ts'
import { asConsentError } from './consent-error.ts'
import { returnUrl } from './return-url.ts'

/** The consent URL: remembers the browser, then goes on to Asana. */
export function startEndpoint(services: Services): Endpoint {
  const { apps, audit, consents, cookie, now } = services
  return endpoint({
    operationId: 'startConsent',
    summary: 'The consent URL: binds the consent to this browser and goes on to Asana',
    tag: 'Consent',
    method: 'get',
    paths: ['/oauth/start/{ticket}'],
    access: 'browser',
    params: z.object({ ticket: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }),
    responses: { 303: { description: 'To the consent page of Asana' } },
    async handle({ params: { ticket }, request, requestId }) {
      const found = await consents.tickets.take([ticket])
      const remainingMs = (found?.expiresAt ?? 0) - now()
      if (!found || remainingMs <= 0) {
        throw badRequest('consent_expired', 'This link was used already or is older than ten minutes.')
      }
      const { browser: first, ...consent } = found
      const { organizationId, externalUserId, redirectUrl, state, scope } = consent
      if (first !== undefined && !cookie.matches(request, first)) {
        await consents.tickets.put([ticket], found, remainingMs)
        const entry = { action: 'consent.started', outcome: 'refused', requestId } as const
        audit.write({ ...entry, organizationId, externalUserId, reason: 'other_browser' })
        throw forbidden('other_browser', 'This link was opened in another browser before.')
      }
      const value = cookie.readOrMake(request)
      const browser = cookie.digest(value)
      // Whatever comes of it: the link is this browser's from here on.
      const headers = { 'Set-Cookie': cookie.header(value) }
      // Kept, so that a reload and the back button work in this browser.
      await consents.tickets.put([ticket], { ...consent, browser }, remainingMs)
      try {
        const app = await apps.choose(organizationId)
        const auth = await apps.managerOf(organizationId, app)
        if (!auth) throw badRequest('consent_expired', 'The Asana app has just been changed.')
        const step = await auth.asana.oauth2.authorize(scope === undefined ? {} : { scope })
        await consents.pending.put(
          [step.state],
          { request: consent, ticket, browser, step, app },
          remainingMs,
        )
        audit.write({ action: 'consent.started', outcome: 'done', requestId, organizationId, externalUserId })
        return redirect(step.authorizationUrl, headers)
      } catch (error) {
        const result = asConsentError(error)
        audit.write({
          action: 'consent.started',
          outcome: 'refused',
          requestId,
          organizationId,
          externalUserId,
          reason: result.error,
        })
        return redirect(returnUrl(redirectUrl, result, state), headers)
      }
    },
  })
}
