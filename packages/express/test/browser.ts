/** One answer, with its body read. */
export interface Page {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** Absolute, when the answer is a redirect. */
  readonly location: string | undefined
}

interface Cookie {
  readonly name: string
  readonly value: string
  readonly path: string
  readonly attributes: string
}

/** A browser as far as these tests need one: it keeps cookies by path, and follows no redirect by itself. */
export class Browser {
  readonly #origin: string
  #cookies: Cookie[] = []
  /** Who is signed in to the test's application. */
  user: string | undefined
  /** Every `Set-Cookie` that came. */
  readonly setCookies: string[] = []

  constructor(origin: string, user?: string) {
    this.#origin = origin
    this.user = user
  }

  get cookies(): readonly Cookie[] {
    return this.#cookies
  }

  /** A thief's copy: the same cookies in another browser. */
  steal(user: string | undefined = this.user): Browser {
    const copy = new Browser(this.#origin, user)
    copy.#cookies = [...this.#cookies]
    return copy
  }

  replaceCookies(change: (cookie: Cookie) => Cookie): void {
    this.#cookies = this.#cookies.map(change)
  }

  async open(target: string, init: RequestInit = {}): Promise<Page> {
    const url = new URL(target, this.#origin)
    const headers = new Headers(init.headers)
    if (!headers.has('accept')) headers.set('accept', 'text/html,application/xhtml+xml,*/*;q=0.8')
    if (this.user !== undefined) headers.set('x-user', this.user)
    const sent = this.#cookies.filter(({ path }) => isBelow(url.pathname, path))
    if (sent.length > 0) headers.set('cookie', sent.map(({ name, value }) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('location')
    return {
      status: response.status,
      headers: response.headers,
      body: await response.text(),
      location: location === null ? undefined : new URL(location, url).href,
    }
  }

  #keep(line: string): void {
    this.setCookies.push(line)
    const [pair = '', ...attributes] = line.split(/; */)
    const at = pair.indexOf('=')
    const attribute = (name: string) =>
      attributes.find(text => text.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)
    const cookie = {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      path: attribute('path') ?? '/',
      attributes: attributes.join('; '),
    }
    const others = this.#cookies.filter(({ name, path }) => name !== cookie.name || path !== cookie.path)
    const expires = attribute('expires')
    const isOver =
      attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) <= Date.now())
    this.#cookies = isOver ? others : [...others, cookie]
  }
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
