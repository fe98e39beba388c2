import { isObject, parseObject } from '../response/answer.ts'

/** What Asana counts apart: reads and writes, and of them searches, and writes that start a job. */
export type Kind = 'read' | 'search' | 'write' | 'job'

/** What one request takes of a token's limits. */
export interface Demand {
  readonly kind: Kind
  /** How many requests it counts as: a batch is as many as it has actions. */
  readonly weight: number
}

/** The common ones are shared, so that asking costs no memory. */
const single: Readonly<Record<Kind, Demand>> = {
  read: { kind: 'read', weight: 1 },
  search: { kind: 'search', weight: 1 },
  write: { kind: 'write', weight: 1 },
  job: { kind: 'job', weight: 1 },
}

/** Duplicating, instantiating and exporting (Asana docs: Rate limits). */
const startsJob = /\/(duplicate|instantiate\w+)$|^\/(exports\/\w+|organization_exports)$/

/** What a request takes. `path` lies below the base URL, without the query. */
export function demandOf(method: string, path: string, body: unknown): Demand {
  // As the docs have it: searching a workspace, not looking for names as one types.
  if (method === 'GET' || method === 'HEAD')
    return path.endsWith('/tasks/search') ? single.search : single.read
  if (method !== 'POST') return single.write
  if (path === '/batch') return { kind: 'write', weight: countActions(body) }
  return startsJob.test(path) ? single.job : single.write
}

function countActions(body: unknown): number {
  const { data } = (typeof body === 'string' && parseObject(body)) || {}
  const actions = isObject(data) ? data['actions'] : undefined
  return Array.isArray(actions) ? Math.max(1, actions.length) : 1
}
