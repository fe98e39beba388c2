import express, { type Request, type Response } from 'express'
import { ApiError, badRequest } from './api-error.ts'
import { isTooDeep } from './json-depth.ts'

/** Reads a body into `req.body`. @throws ApiError */
export type ReadBody = (req: Request, res: Response) => Promise<void>

/** Reads JSON up to a size, and nothing that is compressed: a few bytes could become gigabytes. */
export function jsonReader(limitBytes: number): ReadBody {
  const read = express.json({ limit: limitBytes, inflate: false, strict: true, type: isJson })
  return (req, res) =>
    new Promise((resolve, reject) => {
      read(req, res, (error?: unknown) => {
        if (error === undefined) resolve()
        else reject(bodyError(error, limitBytes))
      })
    })
}

/** The body of a request that must have one. @throws ApiError */
export function requireBody(req: Request): unknown {
  const { body } = req as { body?: unknown }
  if (body === undefined) {
    if (hasBody(req) && !isJson(req)) {
      throw new ApiError({
        status: 415,
        code: 'unsupported_media_type',
        message: 'The body must be JSON: send Content-Type: application/json.',
      })
    }
    throw badRequest('body_missing', 'This request needs a JSON body.')
  }
  if (isTooDeep(body)) throw badRequest('body_too_deep', 'The body is nested too deeply.')
  return body
}

function isJson({ headers }: { readonly headers: Request['headers'] }): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '')
}

function hasBody({ headers }: Request): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** What body-parser says quotes the body, which may hold a secret. */
function bodyError(error: unknown, limitBytes: number): unknown {
  const { type } = error as { type?: unknown }
  switch (type) {
    case 'entity.too.large':
      return new ApiError({
        status: 413,
        code: 'body_too_large',
        message: `The body is over ${limitBytes} bytes.`,
      })
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new ApiError({
        status: 415,
        code: 'unsupported_media_type',
        message: 'The body must be UTF-8 and not compressed.',
      })
    default:
      return badRequest('malformed_json', 'The body is not a JSON object.')
  }
}
