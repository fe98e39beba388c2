/** A customer of the server: everything else belongs to exactly one. */
export interface Organization {
  readonly id: string
  readonly name: string
  /** Where a consent may lead back to: an origin and a path that the redirect URL has to begin with. */
  readonly redirectUrls: readonly string[]
  /** Milliseconds since the epoch, here and below. */
  readonly createdAt: number
}

/** What an organization's backend authenticates with. */
export interface ApiClient {
  readonly clientId: string
  readonly organizationId: string
  /** See auth/client-secret.ts. The secret itself is nowhere. */
  readonly secretHash: string
  readonly createdAt: number
}

/** An organization's own Asana app. */
export interface AsanaApp {
  readonly id: string
  readonly organizationId: string
  readonly clientId: string
  readonly sealedSecret: string
  readonly createdAt: number
  readonly updatedAt: number
}

/** The Asana app that a connection's refresh token was issued to; no other can use it. */
export type ConnectionApp =
  /** The one that the server was started with. */
  | { readonly kind: 'server' }
  /** The organization's, as it is registered now. */
  | { readonly kind: 'organization'; readonly clientId: string }
  /** One that came with the credentials. */
  | { readonly kind: 'own'; readonly clientId: string; readonly sealedSecret: string }

/** A connection of one external user to Asana, without its tokens: those are in the credential store. */
export interface Connector {
  readonly id: string
  readonly organizationId: string
  readonly externalUserId: string
  readonly name: string
  readonly type: 'asana'
  /** `token`: a personal access token. */
  readonly authKind: 'oauth' | 'token'
  readonly app: ConnectionApp
  readonly createdAt: number
  readonly updatedAt: number
}
