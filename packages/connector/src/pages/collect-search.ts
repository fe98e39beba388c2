import type { AsanaClient, AsanaPage, Task } from '@x/asana-client'
import { parameterError } from '../errors/call-errors.ts'
import type { CheckedCall, ExecuteResult } from '../executor.ts'
import { callArguments } from '../local/call-arguments.ts'

/** Asana docs, Search tasks in a workspace: at most so many, and no pages. */
const MOST = 100

/** What a compact record holds, and what the next request begins at. */
const compact = ['name', 'resource_type', 'resource_subtype', 'created_at']

/**
 * All results of a search. It has no pages of its own: its results are asked for by when they were created,
 * each request from where the one before it ended (Asana docs, Search tasks in a workspace).
 * @throws {InvalidParameterError} the results are to be sorted otherwise
 */
export async function collectSearch(client: AsanaClient, call: CheckedCall): Promise<ExecuteResult> {
  const { params, paging } = call
  const { sort_by: sortBy = 'created_at', sort_ascending: ascending = false } = params
  if (sortBy !== 'created_at') {
    const message =
      "With allPages, sort_by is created_at: Asana's search can be paged through in no other order."
    throw parameterError(call.action.id, [{ parameter: 'sort_by', problem: 'invalid', message }])
  }
  const bound = ascending ? 'created_at.after' : 'created_at.before'
  const found = new Map<string, Task>()
  let from = params[bound]
  while (found.size < paging.maxItems) {
    const page = await searchOnce(client, call, { sort_by: 'created_at', [bound]: from })
    const before = found.size
    for (const task of page) found.set(task.gid, task)
    const last = page.at(-1)?.created_at
    if (page.length < MOST || last === undefined) return result(found, paging.maxItems)
    // Nothing new in a full page: a hundred tasks of one moment, which no request can get past.
    if (found.size === before) return truncated(found, paging.maxItems)
    from = beyond(last, ascending === true)
  }
  return truncated(found, paging.maxItems)
}

async function searchOnce(
  client: AsanaClient,
  call: CheckedCall,
  more: Readonly<Record<string, unknown>>,
): Promise<readonly Task[]> {
  const given = [call.params['opt_fields'] ?? compact].flat().join(',').split(',')
  const opt_fields = [...new Set([...given, 'created_at'])]
  const list = client.request(
    call.action.operation.id,
    callArguments(call, { ...more, limit: MOST, opt_fields }),
  )
  return ((await list) as AsanaPage<Task>).data
}

/** One millisecond too far: tasks of that moment that did not fit come again, those that did are known. */
function beyond(time: string, ascending: boolean): string {
  return new Date(Date.parse(time) + (ascending ? -1 : 1)).toISOString()
}

function result(found: ReadonlyMap<string, Task>, maxItems: number): ExecuteResult {
  return found.size > maxItems
    ? truncated(found, maxItems)
    : { data: [...found.values()], meta: { nextPage: null } }
}

function truncated(found: ReadonlyMap<string, Task>, maxItems: number): ExecuteResult {
  return { data: [...found.values()].slice(0, maxItems), meta: { nextPage: null, truncated: true } }
}
