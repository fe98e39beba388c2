import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../faults/fault.ts'
import type { Reply } from './reply.ts'

/**
 * Writes an answer, in the shape a fault gives it. It resolves with the last write and not when the socket has
 * taken it: so the books are closed before the client can have read the answer and looked at them.
 */
export async function deliver(
  response: ServerResponse,
  reply: Reply,
  fault: Fault | undefined,
  closing: AbortSignal,
): Promise<void> {
  const bytes = typeof reply.body === 'string' ? Buffer.from(reply.body, 'utf8') : reply.body
  const headers = { ...reply.headers, 'content-length': String(bytes.length) }
  if (fault?.kind === 'slow_body') return slowly(response, reply, bytes, fault.ms, closing)
  if (fault?.kind === 'truncate') {
    const cut = bytes.subarray(0, Math.min(fault.bytes ?? Math.floor(bytes.length / 2), bytes.length))
    if (fault.ending === 'abrupt') {
      response.writeHead(reply.status, headers)
      // Destroying at once would lose the head too, and that is the `drop` fault.
      await new Promise<void>(resolve => response.write(cut, () => resolve()))
      response.destroy()
      return
    }
    response.writeHead(reply.status, { ...headers, 'content-length': String(cut.length) })
    response.end(cut)
    return
  }
  response.writeHead(reply.status, headers)
  response.end(bytes)
}

const pieces = 4

async function slowly(
  response: ServerResponse,
  reply: Reply,
  bytes: Buffer,
  ms: number,
  closing: AbortSignal,
): Promise<void> {
  // No Content-Length: the client learns of the end only when it comes.
  response.writeHead(reply.status, { ...reply.headers })
  response.flushHeaders()
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  for (let start = 0; start < bytes.length; start += size) {
    await wait(ms / pieces, undefined, { signal: closing })
    if (response.destroyed) return
    response.write(bytes.subarray(start, start + size))
  }
  response.end()
}
