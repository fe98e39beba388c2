import type { ScopeInput } from '@x/asana-auth-core'
import { neededText, optionalText } from '../options/known-names.ts'
import { type HostedCallOptions, readCall } from './call-options.ts'
import { invalidAnswer } from './hosted-answer.ts'
import { HostedApi } from './hosted-api.ts'
import type { HostedRequest } from './hosted-request.ts'

/** For whom a consent begins, what it asks for, and where it ends. */
export type InitiateOAuthOptions = HostedCallOptions & {
  /** Your identifier of the end user. */
  readonly externalUserId: string
  /** Where the user comes back to, with `secret_id` or `error`; it must be on the organization's list. */
  readonly redirectUrl: string
  /** Comes back unchanged beside `secret_id`: bind it to the browser, and compare it. */
  readonly state?: string | undefined
  /**
   * Asana scopes, separated by spaces or commas, or as a list; those of the Asana app if not given. To tell
   * who is connected, `users:read` has to be among granular ones.
   */
  readonly scope?: ScopeInput | undefined
}

/** Asks a hosted server where to send the user for consent. @throws {HostedError | ConfigurationError} */
export async function initiateOAuth(options: InitiateOAuthOptions): Promise<{ readonly consentUrl: string }> {
  const what = 'initiateOAuth'
  const { connection, patience, own } = readCall(what, options, [
    'externalUserId',
    'redirectUrl',
    'state',
    'scope',
  ])
  const state = optionalText('state', own['state'])
  const scope = optionalText('scope', Array.isArray(own['scope']) ? own['scope'].join(' ') : own['scope'])
  const request: HostedRequest = {
    ...patience,
    method: 'POST',
    path: '/integrations/connectors/oauth/initiate',
    body: {
      external_user_id: neededText(what, 'externalUserId', own['externalUserId']),
      connector_type: 'Asana',
      redirect_url: neededText(what, 'redirectUrl', own['redirectUrl']),
      ...(state !== undefined && { state }),
      ...(scope !== undefined && { scope }),
    },
  }
  const { consent_url: consentUrl } = await new HostedApi(connection).json(request)
  if (typeof consentUrl === 'string') return { consentUrl }
  throw invalidAnswer(request)
}
