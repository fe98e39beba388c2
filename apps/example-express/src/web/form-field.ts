import type { Request } from 'express'

/** One field of a posted form, trimmed; empty when it is missing or was sent twice. */
export function formField(req: Request, name: string): string {
  const value: unknown = req.body?.[name]
  return typeof value === 'string' ? value.trim() : ''
}
