import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import type { Response } from 'express'

export type AnswerContent =
  | { readonly json: unknown }
  | { readonly text: string; readonly type: string }
  | { readonly stream: ReadableStream<Uint8Array> }

/** What a handler answers. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly content?: AnswerContent
}

export function json(status: number, body: unknown): Answer {
  return { status, content: { json: body } }
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Answer {
  // 303: whatever the browser did here, it gets the next page.
  return { status: 303, headers: { ...headers, Location: location } }
}

/** Rejects when a stream broke off: the headers are out, so that only the connection can tell it. */
export async function send(res: Response, { status, headers = {}, content }: Answer): Promise<void> {
  res.status(status).set(headers)
  if (!content) {
    res.end()
  } else if ('json' in content) {
    res.json(content.json)
  } else if ('text' in content) {
    res.type(content.type).send(content.text)
  } else {
    await pipeline(Readable.fromWeb(content.stream), res)
  }
}
