import { parseScope } from '@x/asana-auth-core'
import * as z from 'zod'
import { json } from '../http/answer.ts'
import { unprocessable } from '../http/api-error.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { connectorType, externalUserId, line } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { CONSENT_TTL_MS } from './consent.ts'
import { isAllowedRedirect, parseRedirectUrl } from './redirect-url.ts'
import { newHandle } from './sealed-one-time.ts'

export function initiateEndpoint(services: Services): Endpoint {
  const { access, apps, audit, consents, limiter, registry, publicUrl, now } = services
  return endpoint({
    operationId: 'initiateConsent',
    summary: 'A consent URL for an external user, good for 10 minutes',
    tag: 'Consent',
    method: 'post',
    paths: ['/integrations/connectors/oauth/initiate'],
    access: 'any',
    body: z.object({
      external_user_id: externalUserId.optional().meta({ description: 'Needed with an operator token' }),
      connector_type: connectorType,
      redirect_url: z
        .string()
        .max(2048)
        .meta({ description: 'Covered by one of the redirect URLs of the organization' }),
      state: z
        .string()
        .max(1024)
        .optional()
        .meta({ description: 'Yours: comes back as it is. Unguessable, and bound to your user’s session' }),
      scope: line(1000).optional().meta({ description: 'Asana scopes; default: those of the app' }),
    }),
    responses: {
      200: {
        description: 'Where to send the browser of this user, and of nobody else',
        schema: z.object({ consent_url: z.url() }),
      },
    },
    async handle({ principal, body, requestId }) {
      const { organizationId } = principal
      const externalUserId = access.userOf(principal, body.external_user_id, 'external_user_id')
      if (externalUserId === undefined) {
        throw unprocessable('missing', 'Say who is to be connected.', 'external_user_id')
      }
      if (principal.kind === 'operator') limiter.countUser(organizationId, externalUserId)
      const organization = await registry.findOrganization(organizationId)
      const redirectUrl = parseRedirectUrl(body.redirect_url)
      if (!redirectUrl || !isAllowedRedirect(redirectUrl, organization?.redirectUrls ?? [])) {
        const entry = { action: 'consent.initiated', outcome: 'refused', requestId } as const
        audit.write({ ...entry, organizationId, externalUserId, reason: 'redirect_url' }, principal)
        throw unprocessable(
          'redirect_url_not_allowed',
          'The redirect URL is not one that is registered for the organization.',
          'redirect_url',
        )
      }
      // Found out now, and not by a user on the way to Asana.
      await apps.choose(organizationId)
      checkScope(body.scope)
      const ticket = newHandle()
      await consents.tickets.put(
        [ticket],
        {
          organizationId,
          externalUserId,
          redirectUrl: redirectUrl.href,
          ...(body.state !== undefined && { state: body.state }),
          ...(body.scope !== undefined && { scope: body.scope }),
          expiresAt: now() + CONSENT_TTL_MS,
        },
        CONSENT_TTL_MS,
      )
      const entry = { action: 'consent.initiated', outcome: 'done', requestId } as const
      audit.write({ ...entry, organizationId, externalUserId }, principal)
      return json(200, { consent_url: `${publicUrl}/v1/oauth/start/${ticket}` })
    },
  })
}

function checkScope(scope: string | undefined): void {
  try {
    parseScope(scope)
  } catch (error) {
    throw unprocessable('invalid_scope', (error as Error).message, 'scope')
  }
}
