import type { Request } from 'express'

/** Aborts when the caller is gone before it was answered: nobody would read what Asana sends. */
export function abortWith({ res }: Request): AbortSignal {
  const controller = new AbortController()
  res?.once('close', () => {
    if (!res.writableFinished) controller.abort(new CallerGoneError())
  })
  return controller.signal
}

class CallerGoneError extends Error {
  override readonly name = 'CallerGoneError'

  constructor() {
    super('The caller closed the connection before the answer was there.')
  }
}
