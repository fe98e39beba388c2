import {
  type AsanaIdentity,
  AsanaUserCredentials,
  type AsanaUserCredentialsFields,
  type AuthManager,
} from '@x/asana-auth-core'
import { type ApiError, unprocessable } from '../http/api-error.ts'
import type { Consents } from '../oauth/consents.ts'
import { LEFT_OVER_MS, type UnredeemedGrants } from '../oauth/unredeemed-grants.ts'
import type { AsanaApps } from '../organizations/asana-apps.ts'
import type { ConnectionApp, Connector } from '../registry/records.ts'
import type { CredentialsSource } from './connector-schemas.ts'
import { type GivenCredentials, readCredentials } from './credentials-input.ts'

/** What becomes of a connector's tokens. */
export interface NewConnection {
  readonly authKind: Connector['authKind']
  readonly app: ConnectionApp
  readonly credentials: AsanaUserCredentials
  /** Makes a secret id good again, when what it was for did not happen. */
  undo(): Promise<void>
}

export interface Owner {
  readonly organizationId: string
  readonly externalUserId: string
}

/** Turns what a caller sent into tokens that Asana accepts. */
export class ConnectionCredentials {
  readonly #apps: AsanaApps
  readonly #consents: Consents
  readonly #unredeemed: UnredeemedGrants
  readonly #now: () => number

  constructor(apps: AsanaApps, consents: Consents, unredeemed: UnredeemedGrants, now: () => number) {
    this.#apps = apps
    this.#consents = consents
    this.#unredeemed = unredeemed
    this.#now = now
  }

  /** @throws ApiError 400, 422 */
  obtain(owner: Owner, source: CredentialsSource, check: boolean): Promise<NewConnection> {
    return 'secretId' in source
      ? this.#fromSecretId(owner, source.secretId)
      : this.#fromTokens(owner, readCredentials(source.credentials), check)
  }

  async #fromSecretId(owner: Owner, secretId: string): Promise<NewConnection> {
    const handle = [owner.organizationId, owner.externalUserId, secretId]
    const granted = await this.#consents.granted.take(handle)
    const remainingMs = (granted?.expiresAt ?? 0) - this.#now()
    if (granted && remainingMs <= 0) this.#unredeemed.revoke(owner, granted)
    if (!granted || remainingMs <= 0) {
      throw unprocessable(
        'invalid_secret_id',
        'The secret id was used already, has expired, or belongs to another user: start the consent again.',
        'server_side_oauth_secret_id',
      )
    }
    return {
      authKind: 'oauth',
      app: granted.app,
      credentials: new AsanaUserCredentials(granted.credentials),
      undo: () => this.#consents.granted.put(handle, granted, remainingMs + LEFT_OVER_MS),
    }
  }

  async #fromTokens(owner: Owner, given: GivenCredentials, check: boolean): Promise<NewConnection> {
    const app = await this.#appOf(owner.organizationId, given)
    const auth = await this.#apps.managerOf(owner.organizationId, app)
    // Only when the organization's app was replaced at this very moment.
    if (!auth) throw refused('The Asana app of the organization has just changed.')
    const tokens = await startingTokens(auth, given)
    const credentials = check ? await checked(auth, tokens) : tokens
    return { authKind: given.kind, app, credentials, undo: async () => {} }
  }

  async #appOf(organizationId: string, given: GivenCredentials): Promise<ConnectionApp> {
    // A personal access token belongs to no app.
    if (given.kind === 'token') return { kind: 'server' }
    if (!given.client) return this.#apps.choose(organizationId)
    const { id, secret } = given.client
    const sealedSecret = await this.#apps.sealSecret(organizationId, id, secret)
    return { kind: 'own', clientId: id, sealedSecret }
  }
}

async function startingTokens(auth: AuthManager, given: GivenCredentials): Promise<AsanaUserCredentials> {
  if (given.kind === 'token') {
    return new AsanaUserCredentials({ accessToken: given.token, tokenType: 'Bearer', raw: {} })
  }
  const { accessToken, refreshToken } = given
  if (accessToken === undefined) return translated(() => auth.asana.oauth2.refresh({ refreshToken }))
  return new AsanaUserCredentials({ accessToken, refreshToken, tokenType: 'Bearer', raw: {} })
}

/** Asks Asana whose they are; what was refreshed meanwhile is what is kept. */
async function checked(auth: AuthManager, tokens: AsanaUserCredentials): Promise<AsanaUserCredentials> {
  let current: AsanaUserCredentials = tokens
  const me = await translated(async () => {
    const session = await auth.session({
      withCredentials: tokens,
      onRefresh: refreshed => {
        current = refreshed
      },
    })
    return session.asana.getUser('me', { opt_fields: ['name', 'email'] })
  })
  const { gid, name, email } = me as AsanaIdentity
  const data = { gid, ...(name !== undefined && { name }), ...(email !== undefined && { email }) }
  const fields: AsanaUserCredentialsFields = { ...current, raw: { ...current.raw, data } }
  return new AsanaUserCredentials(fields)
}

/** Asana's no to these tokens is about the request; everything else is an outage and stays one. */
async function translated<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'unauthorized' || code === 'reauthorization_required' || code === 'forbidden') {
      throw refused('Asana does not accept these credentials.')
    }
    if (code === 'token_request_refused') {
      throw refused('Asana does not accept this refresh token from this Asana app.')
    }
    throw error
  }
}

function refused(message: string): ApiError {
  return unprocessable('credentials_refused', message, 'credentials')
}
