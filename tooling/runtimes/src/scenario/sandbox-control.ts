/** Plays the user, and reads what the sandbox counted: over HTTP, with what every runtime has. */
export class SandboxControl {
  readonly #base: string

  constructor(sandboxUrl: string) {
    this.#base = `${sandboxUrl}/_sandbox`
  }

  /** The user consents. @returns where the browser is sent */
  async approve(authorizationUrl: string): Promise<string> {
    const { callbackUrl } = await this.#ask('POST', '/approve', { authorizationUrl })
    return String(callbackUrl)
  }

  /** Refreshes that happened, whether or not their answers arrived. */
  async refreshes(): Promise<number> {
    const { token } = (await this.#ask('GET', '/counters')) as {
      token: { refresh_token: { ok: number } }
    }
    return token.refresh_token.ok
  }

  /** Grants that have ended. */
  async revokedGrants(): Promise<number> {
    const grants = (await this.#ask('GET', '/grants')) as unknown as { revoked: boolean }[]
    return grants.filter(({ revoked }) => revoked).length
  }

  async #ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: { 'X-Sandbox-Control': '1', 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
}
