/** Why a grant ended. */
export type RevocationReason =
  | 'revoked_by_client'
  | 'deauthorized_by_user'
  | 'code_replayed'
  | 'refresh_token_reused'

/** One authorization of an app by a user: everything that was issued for one code. */
export interface Grant {
  readonly gid: string
  readonly userGid: string
  readonly clientId: string
  readonly scope: string
  readonly createdAtMs: number
  revoked: RevocationReason | undefined
  refreshTokensIssued: number
  accessTokensIssued: number
  /** Refreshes that the server committed. */
  refreshes: number
}

/** What `sandbox.grants` lists: a copy, without a token. */
export interface GrantView {
  readonly gid: string
  /** The user's gid. */
  readonly user: string
  readonly email: string
  readonly clientId: string
  readonly scope: string
  readonly revoked: boolean
  readonly revokedBecause?: RevocationReason
  readonly refreshTokensIssued: number
  readonly accessTokensIssued: number
  readonly refreshes: number
}
