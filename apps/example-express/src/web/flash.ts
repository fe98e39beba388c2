import type { Request, Response } from 'express'
import type { Frame } from '../html/document.ts'

/** What the next page says about what was just done. */
const messages = {
  connected: { tone: 'good', text: 'Connected. Your Asana tasks are below.' },
  disconnected: {
    tone: 'good',
    text: 'Disconnected. Asana no longer accepts our access, and our copy is deleted.',
  },
  disconnected_here: {
    tone: 'warn',
    text: 'Our copy is deleted, but Asana could not be told. To be sure, remove Daylist in Asana under Settings, Apps.',
  },
  refreshed: { tone: 'good', text: 'Refreshed: there is a new access token.' },
  task_created: { tone: 'good', text: 'Task created in Asana.' },
  task_completed: { tone: 'good', text: 'Task completed.' },
  hosted_connected: {
    tone: 'good',
    text: 'Connected. The hosted server keeps the tokens; your Asana tasks are below.',
  },
  hosted_disconnected: {
    tone: 'good',
    text: 'Disconnected. The hosted server has told Asana, and forgot the connection.',
  },
  hosted_disconnected_there: {
    tone: 'warn',
    text: 'The hosted server forgot the connection, but could not tell Asana. To be sure, remove the app in Asana under Settings, Apps.',
  },
  hour_skipped: {
    tone: 'good',
    text: 'An hour has passed in the sandbox. If the token ran out, it was renewed for this page.',
  },
} as const satisfies Record<string, Frame['flash']>

export type FlashCode = keyof typeof messages

const COOKIE = 'flash'
const options = { httpOnly: true, sameSite: 'lax', path: '/' } as const

/** The cookie holds only a name from the list, so there is nothing in it to protect. */
export function setFlash(res: Response, code: FlashCode): void {
  res.cookie(COOKIE, code, { ...options, maxAge: 60_000 })
}

export function takeFlash(req: Request, res: Response): Frame['flash'] {
  const code: unknown = req.cookies[COOKIE]
  if (typeof code !== 'string') return undefined
  res.clearCookie(COOKIE, options)
  return Object.hasOwn(messages, code) ? messages[code as FlashCode] : undefined
}
