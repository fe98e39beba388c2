import { createHash, randomBytes } from 'node:crypto'
import type { RegisteredApp, Sandbox } from '../../src/index.ts'

export const redirectUri = 'http://localhost:3000/callback'

/** A bare OAuth client, so that the tests show what goes over the wire. */
export class OAuthClient {
  readonly sandbox: Sandbox
  readonly app: RegisteredApp
  readonly verifier = randomBytes(32).toString('base64url')

  constructor(sandbox: Sandbox, app: RegisteredApp) {
    this.sandbox = sandbox
    this.app = app
  }

  get credentials(): Record<string, string> {
    return { client_id: this.app.clientId, client_secret: this.app.clientSecret }
  }

  /** With PKCE; a parameter that is null is left out. */
  authorizationUrl(parameters: Record<string, string | null> = {}): string {
    const challenge = createHash('sha256').update(this.verifier).digest('base64url')
    const all: Record<string, string | null> = {
      client_id: this.app.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      state: 'the-state',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...parameters,
    }
    const present = Object.entries(all).filter((one): one is [string, string] => one[1] !== null)
    return `${this.sandbox.endpoints.authorizationUrl}?${new URLSearchParams(present)}`
  }

  async code(parameters: Record<string, string | null> = {}, user?: string): Promise<string> {
    const approval = user === undefined ? {} : { user }
    const callback = await this.sandbox.approve(this.authorizationUrl(parameters), approval)
    return new URL(callback).searchParams.get('code') ?? ''
  }

  exchange(code: string, fields: Record<string, string | null> = {}): Promise<Answer> {
    return this.token({
      grant_type: 'authorization_code',
      ...this.credentials,
      redirect_uri: redirectUri,
      code,
      code_verifier: this.verifier,
      ...fields,
    })
  }

  refresh(refreshToken: string, fields: Record<string, string | null> = {}): Promise<Answer> {
    return this.token({
      grant_type: 'refresh_token',
      ...this.credentials,
      refresh_token: refreshToken,
      ...fields,
    })
  }

  token(fields: Record<string, string | null>, headers: Record<string, string> = {}): Promise<Answer> {
    return postForm(this.sandbox.endpoints.tokenUrl, fields, headers)
  }

  revoke(token: string, fields: Record<string, string | null> = {}): Promise<Answer> {
    return postForm(this.sandbox.endpoints.revocationUrl, { ...this.credentials, token, ...fields })
  }

  tokenInfo(token: string): Promise<Answer> {
    return postForm(this.sandbox.endpoints.introspectionUrl, { token })
  }

  /** The whole dance; fails loudly. */
  async connect(parameters: Record<string, string | null> = {}, user?: string): Promise<Tokens> {
    const answer = await this.exchange(await this.code(parameters, user))
    const { access_token, refresh_token } = answer.json
    if (typeof access_token !== 'string' || typeof refresh_token !== 'string') throw new Error(answer.text)
    return { accessToken: access_token, refreshToken: refresh_token }
  }
}

export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
}

/** An answer, read. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: Record<string, unknown>
}

export function newClient(sandbox: Sandbox, scopes: 'full' | string[] = 'full'): OAuthClient {
  return new OAuthClient(sandbox, sandbox.registerApp({ redirectUris: [redirectUri], scopes }))
}

export async function postForm(
  url: string,
  fields: Record<string, string | null>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const present = Object.entries(fields).filter((one): one is [string, string] => one[1] !== null)
  return read(await fetch(url, { method: 'POST', headers, body: new URLSearchParams(present) }))
}

export async function read(response: Response): Promise<Answer> {
  const text = await response.text()
  const { status, headers } = response
  return { status, headers, text, json: text.startsWith('{') ? JSON.parse(text) : {} }
}
