import type { Grant } from './grant.ts'

export interface AccessToken {
  readonly kind: 'access'
  readonly value: string
  readonly grant: Grant
  readonly issuedAtMs: number
  readonly expiresAtMs: number
  /** Killed on its own, where a refresh does that (an assumption that can be turned on). */
  revoked: boolean
}

export interface RefreshToken {
  readonly kind: 'refresh'
  readonly value: string
  readonly grant: Grant
  /** Rotated away: using it again is what reuse detection detects. */
  spent: boolean
}

export interface PersonalAccessToken {
  readonly kind: 'personal'
  readonly value: string
  readonly userGid: string
  readonly expiresAtMs: number
  revoked: boolean
}

export type Token = AccessToken | RefreshToken | PersonalAccessToken
