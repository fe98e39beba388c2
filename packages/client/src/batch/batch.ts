import type { AsanaClient } from '../asana-client.ts'
import type { AsanaApiError } from '../errors/asana-api-error.ts'
import type { BatchResult as AnsweredAction, BatchRequestActionInput } from '../generated/types.gen.ts'
import type { CallOptions } from '../request/call-options.ts'
import { apiErrorFor } from '../response/api-error-for.ts'
import { type BatchAction, encodeAction } from './batch-action.ts'

/** What one action came to: an answer, or the error that its method would have thrown. */
export type BatchOutcome = BatchAnswer | AsanaApiError

export interface BatchAnswer {
  readonly status: number
  /** Asana passes on but a few, such as `location`. */
  readonly headers: Readonly<Record<string, unknown>>
  /** With `data` in it, and `next_page` in that of a list. */
  readonly body: unknown
}

/** Most actions of one request (Asana docs: Batch requests). */
const pageSize = 10

/**
 * Many operations in few requests, ten in each, one request after the other. Within one, Asana does them
 * in any order. To the limits each action counts. The results are in the order of the actions; a failed
 * one does not stop the others.
 * @throws {AsanaRequestError} before anything is sent: `unknown_operation`, `invalid_path_parameter`,
 *   `invalid_batch_action`
 * @throws what `createBatchRequest` throws, where a whole request fails
 */
export async function batch(
  client: Pick<AsanaClient, 'createBatchRequest'>,
  actions: readonly BatchAction[],
  options: CallOptions = {},
): Promise<BatchOutcome[]> {
  const encoded = actions.map(encodeAction)
  const results: BatchOutcome[] = []
  for (let start = 0; start < encoded.length; start += pageSize) {
    const page = encoded.slice(start, start + pageSize)
    const answers = await client.createBatchRequest({ actions: page }, options)
    for (const [i, action] of page.entries()) results.push(resultOf(action, answers[i] ?? {}))
  }
  return results
}

function resultOf(
  { method, relative_path: path }: BatchRequestActionInput,
  { status_code: status = 0, headers = {}, body }: AnsweredAction,
): BatchOutcome {
  if (status >= 200 && status <= 299) return { status, headers, body }
  const text = body === undefined ? '' : JSON.stringify(body)
  return apiErrorFor({ method: method.toUpperCase(), path, status, headers: new Headers(), text })
}
