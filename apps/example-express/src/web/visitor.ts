import { randomBytes } from 'node:crypto'
import { DecryptionError, Keyring } from '@x/asana-auth-core'
import type { RequestHandler } from 'express'
import type { Config } from '../config.ts'

/** Who uses this app. */
export interface Visitor {
  readonly id: string
}

const MONTH_MS = 30 * 24 * 60 * 60_000

/**
 * YOUR OWN LOGIN GOES HERE. An application knows its users: it has sign-up, passwords or single sign-on,
 * and a session. This demo has none of that, so it gives every browser a random id in a sealed cookie
 * and calls it a user. Replace this file with your session, and `subject` in app.ts with your user's id.
 */
export function visitorCookie(config: Config): RequestHandler {
  const keyring = new Keyring(config.cookieKeys)
  const isHttps = config.origin.startsWith('https:')
  const name = `${isHttps ? '__Host-' : ''}visitor`
  return async (req, res, next) => {
    const id = await open(keyring, req.cookies[name])
    req.visitor = { id: id ?? randomBytes(16).toString('base64url') }
    // Lax and not Strict: the way back from Asana is a navigation from another site.
    const options = { httpOnly: true, secure: isHttps, sameSite: 'lax', path: '/', maxAge: MONTH_MS } as const
    if (!id) res.cookie(name, await keyring.seal(req.visitor.id, name), options)
    next()
  }

  async function open(keyring: Keyring, sealed: unknown): Promise<string | undefined> {
    if (typeof sealed !== 'string') return undefined
    try {
      return (await keyring.open(sealed, name)).plaintext
    } catch (error) {
      // Changed, or sealed with a key that is gone: a stranger.
      if (error instanceof DecryptionError) return undefined
      throw error
    }
  }
}
