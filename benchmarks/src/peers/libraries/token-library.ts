/** What every process of the application that is measured needs. Plain data. */
export interface Application {
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly endpoints: Endpoints
  /** Slack's own way to refresh, in front of the same provider. Ends with a slash. */
  readonly slackApiUrl: string
  /** One Postgres for all processes of all libraries. */
  readonly databaseUrl: string
  /** Base64, 32 bytes. */
  readonly encryptionKey: string
}

export interface Endpoints {
  readonly authorizationUrl: string
  readonly tokenUrl: string
  readonly revocationUrl: string
  readonly introspectionUrl: string
  readonly baseUrl: string
}

/** One user's credential, from when it was issued. */
export interface StoredCredential {
  readonly accessToken: string
  readonly refreshToken: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** A library, used as its documentation tells an application with a database and several processes. */
export interface TokenLibrary {
  /** Puts the credential where the application would have it. Once, before its processes start. */
  store(application: Application, credential: StoredCredential): Promise<void>
  /** One process of the application. */
  open(application: Application): Promise<TokenSource>
}

interface TokenSource {
  /** What the application does wherever it needs the user's token. */
  getToken(): Promise<string>
  close(): Promise<void>
}

export const SUBJECT = 'user-123'
