import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SandboxClock } from '../clock.ts'
import type { FaultBook } from '../faults/fault-book.ts'
import type { CounterBook, FlightKind } from '../observe/counters.ts'
import { type RequestLog, sentRequest } from '../observe/request-log.ts'
import type { Settings } from '../settings.ts'
import { answer, attend } from './attend.ts'
import { deliver } from './deliver.ts'
import type { EndpointName } from './endpoint.ts'
import type { Exchange } from './exchange.ts'
import { BodyTooLargeError, readBody } from './read-body.ts'
import { outcomeOf } from './reply.ts'
import { splitTarget } from './request-line.ts'
import type { Target } from './target.ts'

export interface FrontDesk {
  readonly clock: SandboxClock
  readonly settings: Settings
  readonly faults: FaultBook
  readonly counters: CounterBook
  readonly log: RequestLog
  /** Whether the log keeps the query and body of API requests. */
  readonly recordBodies: boolean
  /** Aborted when the sandbox closes: whatever waits stops waiting. */
  readonly closing: AbortSignal
  /** Told of what a handler threw. */
  readonly onError: (error: unknown) => void
}

/** Serves one request: finds where it goes, reads it, and keeps the books on it. */
export async function serve(
  desk: FrontDesk,
  find: (method: string, path: string) => Target,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  const { path, query } = splitTarget(request.url ?? '/')
  const target = find(method, path)
  response.on('error', () => response.destroy())

  let body: Buffer
  try {
    body = await readBody(request, target.maxBodyBytes)
  } catch (error) {
    if (!(error instanceof BodyTooLargeError)) return void response.destroy()
    // The rest of the body is not read, so the connection can't serve another request.
    const refusal = target.errorReply(413)
    const closed = { ...refusal, headers: { ...refusal.headers, connection: 'close' } }
    return deliver(response, closed, undefined, desk.closing)
  }
  const remoteAddress = request.socket.remoteAddress
  const exchange: Exchange = { method, path, query, headers: request.headers, body, remoteAddress }
  const { endpoint } = target
  // Neither counted nor spoiled: the control must work whatever is broken.
  if (endpoint === 'control' || endpoint === 'other') {
    return deliver(response, await answer(target, exchange, desk.onError), undefined, desk.closing)
  }
  return serveEndpoint(desk, endpoint, target, exchange, response)
}

async function serveEndpoint(
  desk: FrontDesk,
  endpoint: EndpointName,
  target: Target,
  exchange: Exchange,
  response: ServerResponse,
): Promise<void> {
  const { method, path } = exchange
  const at = desk.clock.now()
  const started = performance.now()
  const grantType = endpoint === 'token' ? grantTypeOf(exchange) : undefined
  const { template } = target
  const route = template === undefined ? undefined : `${method} ${template}`
  const fault = desk.faults.take({ endpoint, grantType, method, path: target.path, template })
  const detail = endpoint === 'api' ? (route ?? '(no route)') : grantType
  const tallies = desk.counters.tallies(endpoint, endpoint === 'token' ? (detail ?? '(none)') : detail)
  for (const tally of tallies) {
    tally.arrived()
    if (fault !== undefined) tally.faulted()
  }
  const leave = desk.counters.enter(flightOf(endpoint, method))
  try {
    await attend({
      target,
      exchange,
      response,
      fault,
      latencyMs: latencyOf(desk.settings, endpoint),
      closing: desk.closing,
      onError: desk.onError,
      onHandled: reply => {
        for (const tally of tallies) tally.handled(outcomeOf(reply))
      },
    })
  } finally {
    leave()
    desk.log.add({
      at,
      method,
      path,
      endpoint,
      ...(route === undefined ? {} : { route }),
      ...(grantType === undefined ? {} : { grantType }),
      status: response.headersSent ? response.statusCode : 0,
      durationMs: Math.round(performance.now() - started),
      ...(fault === undefined ? {} : { fault: fault.kind }),
      authorization: exchange.headers.authorization !== undefined,
      // Never of the OAuth endpoints: theirs are secrets.
      ...(desk.recordBodies && endpoint === 'api' ? { sent: sentRequest(exchange) } : {}),
    })
  }
}

function latencyOf({ latencyMs }: Settings, endpoint: EndpointName): number {
  return typeof latencyMs === 'number' ? latencyMs : (latencyMs[endpoint] ?? 0)
}

function flightOf(endpoint: EndpointName, method: string): FlightKind | undefined {
  if (endpoint === 'token') return 'token'
  if (endpoint !== 'api') return undefined
  return method === 'GET' ? 'reads' : 'writes'
}

function grantTypeOf(exchange: Exchange): string | undefined {
  return new URLSearchParams(exchange.body.toString('utf8')).get('grant_type') ?? undefined
}
