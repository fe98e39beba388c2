import type { AsanaEvent } from '../generated/types.gen.ts'
import { parseObject } from '../response/answer.ts'
import { webhookHandshake } from './handshake.ts'
import { readLimited } from './read-limited.ts'
import { verifyWebhook } from './signature.ts'

export interface WebhookOptions {
  /** The secrets that were kept, or a function that looks up those of the request's webhook. */
  readonly secrets: readonly string[] | ((request: Request) => readonly string[] | Promise<readonly string[]>)
  /**
   * Keeps the secret of a new webhook; awaited before Asana is answered. Anybody can send a handshake: make
   * the target's address hard to guess, and take one only while `createWebhook` is under way: return false
   * to refuse.
   */
  readonly onHandshake: (secret: string, request: Request) => unknown
  /** Told what happened; awaited. Asana waits ten seconds, and sends again what was not answered well. */
  readonly onEvents: (events: readonly AsanaEvent[], request: Request) => unknown
  /** Longer bodies are refused; 1 MiB if not given. */
  readonly maxBodyBytes?: number | undefined
}

/**
 * Answers Asana's requests to the target of a webhook: handshakes, deliveries, and the empty ones that only
 * ask whether anybody is there. What is not signed with one of the secrets is refused with 401. What
 * `onHandshake` or `onEvents` throws is thrown, so that the server answers with an error of its own.
 */
export async function handleWebhook(request: Request, options: WebhookOptions): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { allow: 'POST' } })
  const handshake = webhookHandshake(request)
  if (handshake) {
    const taken = await options.onHandshake(handshake.secret, request)
    return taken === false ? new Response(null, { status: 403 }) : handshake.response
  }
  const signature = request.headers.get('x-hook-signature')
  // Before the body is read: whoever does not even claim to be Asana shall cost nothing.
  if (!signature) return new Response(null, { status: 401 })
  const body = await readLimited(request, options.maxBodyBytes ?? 1_048_576)
  if (!body) return new Response(null, { status: 413 })
  const secrets = typeof options.secrets === 'function' ? await options.secrets(request) : options.secrets
  if (!(await isSigned(body, signature, secrets))) return new Response(null, { status: 401 })
  const events = parseObject(new TextDecoder().decode(body))?.['events']
  if (!Array.isArray(events)) return new Response(null, { status: 400 })
  if (events.length > 0) await options.onEvents(events, request)
  return new Response(null, { status: 204 })
}

async function isSigned(body: Uint8Array, signature: string, secrets: readonly string[]): Promise<boolean> {
  // All of them, always: when it ends tells nothing about which one it was.
  const verdicts = await Promise.all(secrets.map(secret => verifyWebhook({ body, signature, secret })))
  return verdicts.includes(true)
}
