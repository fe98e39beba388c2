import type { RequestHandler } from 'express'

/**
 * Takes who typed 127.0.0.1 to localhost, or the reverse: cookies belong to a host name, and Asana sends
 * everybody back to the redirect URI's. Only for http, which means this machine; behind a proxy `Host` may
 * be anything.
 */
export function canonicalHost(origin: string): RequestHandler {
  const { host, protocol } = new URL(origin)
  return (req, res, next) => {
    if (protocol === 'https:' || req.method !== 'GET' || req.headers.host === host) return next()
    res.redirect(307, origin + req.originalUrl)
  }
}
