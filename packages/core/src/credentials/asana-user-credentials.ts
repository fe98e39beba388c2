import { Printed } from './printed.ts'

/** The fields of a user's credentials. */
export interface AsanaUserCredentialsFields {
  /** Opaque; Asana changes its format without notice. */
  readonly accessToken: string
  /** `Bearer` */
  readonly tokenType: string
  readonly refreshToken?: string
  /** As granted, when known. */
  readonly scope?: readonly string[]
  /** Lifetime of the access token at receipt, in seconds. */
  readonly expiresIn?: number
  /** When the access token expires by our own clock: milliseconds since the epoch. */
  readonly expiresAt?: number
  readonly idToken?: string
  /** What else the token response held, without tokens; `raw.data` is the Asana user. */
  readonly raw: Readonly<Record<string, unknown>>
  /** The workspace this user works in, for the application's use. */
  readonly workspaceGid?: string
}

/** The same members, and undefined counts as absent. */
type OrUndefined<T> = { readonly [K in keyof T]: T[K] | (undefined extends T[K] ? undefined : never) }

/** The Asana user that a grant belongs to. */
export interface AsanaIdentity {
  readonly gid: string
  readonly name?: string
  readonly email?: string
}

/**
 * One user's tokens. `JSON.stringify` gives all of it (that is how to export it), `console.log`
 * and `util.inspect` show no token.
 */
export class AsanaUserCredentials extends Printed implements AsanaUserCredentialsFields {
  readonly accessToken: string
  readonly tokenType: string
  // Declared only: as real fields they would be there with the value undefined, and a spread of
  // refreshed credentials over old ones would wipe out the refresh token.
  declare readonly refreshToken?: string
  declare readonly scope?: readonly string[]
  declare readonly expiresIn?: number
  declare readonly expiresAt?: number
  declare readonly idToken?: string
  readonly raw: Readonly<Record<string, unknown>>
  declare readonly workspaceGid?: string

  /** Takes checked fields; for foreign data use `parseUserCredentials`. */
  constructor(fields: OrUndefined<AsanaUserCredentialsFields>) {
    super(withoutSecrets)
    this.accessToken = fields.accessToken
    this.tokenType = fields.tokenType
    if (fields.refreshToken !== undefined) this.refreshToken = fields.refreshToken
    if (fields.scope !== undefined) this.scope = fields.scope
    if (fields.expiresIn !== undefined) this.expiresIn = fields.expiresIn
    if (fields.expiresAt !== undefined) this.expiresAt = fields.expiresAt
    if (fields.idToken !== undefined) this.idToken = fields.idToken
    this.raw = fields.raw
    if (fields.workspaceGid !== undefined) this.workspaceGid = fields.workspaceGid
  }

  /** When the access token was received: milliseconds since the epoch. */
  get issuedAt(): number | undefined {
    return this.expiresAt === undefined || this.expiresIn === undefined
      ? undefined
      : this.expiresAt - this.expiresIn * 1000
  }

  /** The Asana user, as the token response named it. */
  get identity(): AsanaIdentity | undefined {
    const data = this.raw['data']
    if (typeof data !== 'object' || data === null) return undefined
    const { gid, id, name, email } = data as Record<string, unknown>
    // Older responses have only `id`, a number or a string.
    const known = gid ?? id
    if (typeof known !== 'string' && typeof known !== 'number') return undefined
    return {
      gid: String(known),
      ...(typeof name === 'string' && { name }),
      ...(typeof email === 'string' && { email }),
    }
  }
}

function withoutSecrets(credentials: AsanaUserCredentials): Partial<AsanaUserCredentialsFields> {
  return {
    ...credentials,
    accessToken: '[secret]',
    ...(credentials.refreshToken !== undefined && { refreshToken: '[secret]' }),
    ...(credentials.idToken !== undefined && { idToken: '[secret]' }),
  }
}
