/** A backend that authenticated with its client id and secret: it acts for all users of its organization. */
export interface OperatorPrincipal {
  readonly kind: 'operator'
  readonly organizationId: string
  readonly clientId: string
}

/** One external user of one organization, and nobody else. */
export interface ScopedPrincipal {
  readonly kind: 'scoped'
  readonly organizationId: string
  readonly externalUserId: string
}

/** Who a bearer token stands for. */
export type Principal = OperatorPrincipal | ScopedPrincipal
