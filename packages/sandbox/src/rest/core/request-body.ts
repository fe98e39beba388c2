import { type Exchange, mediaType } from '../../http/exchange.ts'
import { isForm } from '../../http/form.ts'
import { type FormPart, parseMultipart } from '../../http/multipart.ts'
import { ApiError } from './api-error.ts'

/** The body of a write, whatever way it was sent. */
export interface RequestBody {
  readonly data: Readonly<Record<string, unknown>>
  /** `options.fields` of JSON, `opt_fields` of a form. */
  readonly fields: readonly string[]
  readonly pretty: boolean
  readonly files: ReadonlyMap<string, FormPart>
}

const noBody: RequestBody = { data: {}, fields: [], pretty: false, files: new Map() }

export function readRequestBody(exchange: Exchange): RequestBody {
  if (exchange.body.length === 0) return noBody
  if (isForm(exchange)) return formBody(new URLSearchParams(exchange.body.toString('utf8')))
  if (mediaType(exchange) === 'multipart/form-data') return multipartBody(exchange)
  return jsonBody(exchange.body.toString('utf8'))
}

function jsonBody(text: string): RequestBody {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new ApiError(400, 'Could not parse request data, invalid JSON')
  }
  if (!isRecord(body)) throw new ApiError(400, 'Could not parse request data, invalid JSON')
  for (const name of Object.keys(body)) {
    if (name === 'data' || name === 'options') continue
    throw new ApiError(
      400,
      `Unrecognized request field \`${name}\`. The only allowed keys at the top level are: data, options. Is it possible you did not wrap object properties in a \`data\` object?`,
    )
  }
  const { data = {}, options = {} } = body
  // Asana's text for a `data` that is no object is not known.
  if (!isRecord(data)) throw new ApiError(400, 'data: Value is not a JSON object')
  const { fields, pretty } = isRecord(options) ? options : {}
  return { ...noBody, data, fields: fieldPaths(fields), pretty: pretty === true }
}

function fieldPaths(fields: unknown): string[] {
  if (typeof fields === 'string') return [fields]
  return Array.isArray(fields) ? fields.filter(field => typeof field === 'string') : []
}

function formBody(form: URLSearchParams): RequestBody {
  const { opt_fields, opt_pretty, ...data } = Object.fromEntries(form)
  return {
    ...noBody,
    data,
    fields: opt_fields === undefined ? [] : [opt_fields],
    pretty: opt_pretty !== undefined && opt_pretty !== 'false',
  }
}

function multipartBody(exchange: Exchange): RequestBody {
  const parts = parseMultipart(exchange)
  if (parts === undefined) throw new ApiError(400, 'Could not parse request data, invalid multipart body')
  const data: Record<string, unknown> = {}
  const files = new Map<string, FormPart>()
  for (const part of parts) {
    if (part.filename === undefined) data[part.name] = part.content.toString('utf8')
    else files.set(part.name, part)
  }
  return { ...noBody, data, files }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
