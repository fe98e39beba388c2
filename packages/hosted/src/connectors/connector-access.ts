import type { AuthManager, Subject } from '@x/asana-auth-core'
import type { Principal } from '../auth/principal.ts'
import { ApiError, forbidden, notFound } from '../http/api-error.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'
import type { AsanaApps } from '../organizations/asana-apps.ts'
import type { HostedRegistry } from '../registry/hosted-registry.ts'
import type { Connector } from '../registry/records.ts'

export interface ConnectorAccessSettings {
  readonly publicUrl: string
  readonly registry: HostedRegistry
  readonly apps: AsanaApps
  readonly limiter: RateLimiter
}

/** The one way to a connector: what the caller may not see is not there for them. */
export class ConnectorAccess {
  readonly #settings: ConnectorAccessSettings

  constructor(settings: ConnectorAccessSettings) {
    this.#settings = settings
  }

  /** @throws ApiError 404 also for what exists and is another's: its existence is no one else's business */
  async find(principal: Principal, id: string): Promise<Connector> {
    const { registry, limiter } = this.#settings
    const connector = await registry.findConnector(principal.organizationId, id)
    if (!connector || !maySee(principal, connector.externalUserId)) throw noSuchConnector()
    // A scoped token was counted for its user already.
    if (principal.kind === 'operator') limiter.countUser(connector.organizationId, connector.externalUserId)
    return connector
  }

  /** The user that the caller names, or the one the token stands for. @throws ApiError 403 for anybody else */
  userOf<T extends string | undefined>(principal: Principal, named: T, field: string): string | T {
    if (principal.kind === 'operator') return named
    if (named === undefined || named === principal.externalUserId) return principal.externalUserId
    throw forbidden('wrong_user', 'This scoped token stands for another external user.', field)
  }

  /** Who refreshes the connector's tokens. @throws ApiError 409 when the app they belong to was given up */
  async authOf(connector: Connector): Promise<AuthManager> {
    const auth = await this.#settings.apps.managerOf(connector.organizationId, connector.app)
    if (!auth) {
      throw this.reauthorizationRequired(
        connector,
        "the organization's Asana app is not the one it was made with",
      )
    }
    return auth
  }

  /** What the caller can do about a connection that Asana does not accept any more. */
  reauthorizationRequired(connector: Connector, reason: string): ApiError {
    const url = `${this.#settings.publicUrl}/v1/integrations/connectors/oauth/initiate`
    return new ApiError({
      status: 409,
      code: 'reauthorization_required',
      message:
        `The connector ${connector.id} needs a new consent: ${reason}. POST its external_user_id, connector_type ` +
        `and a redirect_url to ${url}, send the user to the consent_url, then PATCH the connector with the ` +
        'secret_id as server_side_oauth_secret_id.',
      url,
    })
  }
}

/** Where the credential store keeps a connector's tokens. */
export function subjectOf({ organizationId, id }: Pick<Connector, 'organizationId' | 'id'>): Subject {
  return { organization: organizationId, connector: id }
}

/** Whether a key of the credential store is one of `subjectOf`, as core writes it. */
export function isConnectorSubject(subject: string): boolean {
  return /^\{"connector":"[^"]+","organization":"[^"]+"\}$/.test(subject)
}

export function noSuchConnector(): ApiError {
  return notFound('connector_not_found', 'There is no such connector.')
}

function maySee(principal: Principal, externalUserId: string): boolean {
  return principal.kind === 'operator' || principal.externalUserId === externalUserId
}
