import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from '../faults/fault.ts'
import { patched, replacementFor } from '../faults/replacement.ts'
import { deliver } from './deliver.ts'
import type { Exchange } from './exchange.ts'
import type { Reply } from './reply.ts'
import type { Target } from './target.ts'

/** One request on its way through: what it meets besides its handler. */
interface Attendance {
  readonly target: Target
  readonly exchange: Exchange
  readonly response: ServerResponse
  readonly fault: Fault | undefined
  /** Real milliseconds. */
  readonly latencyMs: number
  readonly closing: AbortSignal
  /** Told what the server decided, whatever reaches the client. */
  readonly onHandled: (reply: Reply) => void
  readonly onError: (error: unknown) => void
}

/** Waits, handles, answers; a fault takes the place of what it spoils. */
export async function attend(attendance: Attendance): Promise<void> {
  const { target, exchange, fault, latencyMs, onHandled, onError } = attendance
  const admission = target.admit?.(exchange) ?? { admitted: true, release: () => {} }
  if (!admission.admitted) {
    onHandled(admission.refusal)
    return reply(attendance, admission.refusal)
  }
  try {
    await pause(attendance, latencyMs)
    const when = fault !== undefined && 'when' in fault && fault.when === 'after_commit' ? 'after' : 'before'
    const replacement = fault === undefined ? undefined : replacementFor(fault, target)
    if (when === 'before') {
      if (fault?.kind === 'drop' || fault?.kind === 'hang') return await fallSilent(attendance, fault.kind)
      if (replacement !== undefined) return await reply(attendance, replacement)
      if (fault?.kind === 'delay') await pause(attendance, fault.ms)
    }
    const decided = await answer(target, exchange, onError)
    onHandled(decided)
    if (when === 'after') {
      if (fault?.kind === 'drop' || fault?.kind === 'hang') return await fallSilent(attendance, fault.kind)
      if (fault?.kind === 'delay') await pause(attendance, fault.ms)
    }
    const sent = fault?.kind === 'patch' ? patched(decided, fault.patch) : (replacement ?? decided)
    await reply(attendance, sent)
  } finally {
    admission.release()
  }
}

/** A handler that throws is a mistake of the sandbox, and still an answer. */
export async function answer(
  target: Target,
  exchange: Exchange,
  onError: (error: unknown) => void,
): Promise<Reply> {
  try {
    return await target.handle(exchange)
  } catch (error) {
    onError(error)
    return target.errorReply(500)
  }
}

function reply({ response, fault, closing }: Attendance, sent: Reply): Promise<void> {
  return deliver(response, sent, fault, closing)
}

async function fallSilent({ response, closing }: Attendance, how: 'drop' | 'hang'): Promise<void> {
  if (how === 'drop') return void response.destroy()
  if (closing.aborted || response.closed) return
  await new Promise(resolve => response.once('close', resolve))
}

async function pause({ closing }: Attendance, ms: number): Promise<void> {
  if (ms > 0) await wait(ms, undefined, { signal: closing })
}
