/** As much of a browser as a redirect needs: it keeps cookies and does not follow by itself. */
export class Browser {
  readonly #cookies = new Map<string, string>()

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const response = await fetch(url, { redirect: 'manual', headers: { cookie: this.cookies, ...headers } })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    return response
  }

  /** Where the page sends it. */
  async follow(url: string): Promise<string> {
    const response = await this.open(url)
    const location = response.headers.get('location')
    if (location === null) throw new Error(`No redirect: ${response.status} ${await response.text()}`)
    return location
  }
}
