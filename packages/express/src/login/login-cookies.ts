import { DecryptionError, InvalidStateError, type Keyring } from '@x/asana-auth-core'
import type { CookieOptions, Request, Response } from 'express'
import { readCookies } from '../http/cookie-header.ts'
import type { RouterLocation } from '../router-location.ts'
import { digest, type PendingLogin } from './pending-login.ts'

/** Logins that one browser may have under way. More would fill the headers, which servers limit to 16 kB. */
const MAX_PENDING = 4

/**
 * Pending logins, each in a sealed cookie of its own, so that two tabs do not overwrite each other. The
 * server keeps nothing, and only the browser that started a login can end it.
 */
export class LoginCookies {
  readonly #keyring: Keyring
  readonly #prefix: string
  readonly #options: CookieOptions

  constructor(keyring: Keyring, { basePath, isHttps }: RouterLocation) {
    const path = basePath || '/'
    this.#keyring = keyring
    // The prefixes make browsers refuse such a cookie from plain http; __Host- demands the path "/".
    this.#prefix = `${isHttps ? (path === '/' ? '__Host-' : '__Secure-') : ''}asana_login_`
    // Lax: the way back from Asana is a top-level navigation from another site, which Strict leaves out.
    this.#options = { path, httpOnly: true, secure: isHttps, sameSite: 'lax' }
  }

  async leave(req: Request, res: Response, login: PendingLogin): Promise<void> {
    // Browsers send the oldest cookie first (RFC 6265 section 5.4).
    const pending = [...this.#sent(req).keys()]
    const superfluous = Math.max(0, pending.length - MAX_PENDING + 1)
    for (const oldest of pending.slice(0, superfluous)) res.clearCookie(oldest, this.#options)
    const name = this.#nameFor(login.state)
    const sealed = await this.#keyring.seal(JSON.stringify(login), name)
    res.cookie(name, sealed, { ...this.#options, maxAge: Math.max(0, login.expiresAt - Date.now()) })
  }

  /**
   * The login that this browser started with this state. Its cookie is deleted whatever comes of it.
   * @throws InvalidStateError `state_mismatch`
   */
  async take(req: Request, res: Response, state: string): Promise<PendingLogin> {
    const name = this.#nameFor(state)
    const sealed = this.#sent(req).get(name)
    if (sealed === undefined) {
      throw new InvalidStateError(
        'state_mismatch',
        'This browser has no login under way with this state: it began in another browser or on another host name, was completed already, or took too long.',
      )
    }
    res.clearCookie(name, this.#options)
    const { plaintext } = await this.#keyring.open(sealed, name).catch((error: unknown) => {
      if (!(error instanceof DecryptionError)) throw error
      throw new InvalidStateError(
        'state_mismatch',
        'The cookie of this login cannot be opened: it was changed, or its key is gone.',
      )
    })
    return JSON.parse(plaintext) as PendingLogin
  }

  #sent(req: Request): Map<string, string> {
    return readCookies(req.headers.cookie, name => name.startsWith(this.#prefix))
  }

  /** The state is in the address bar and in logs; with its digest as name, a cookie tells nothing of it. */
  #nameFor(state: string): string {
    return this.#prefix + digest(state).slice(0, 22)
  }
}
