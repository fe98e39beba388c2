import { AsanaRequestError } from '../errors/request-error.ts'
import type { BatchRequestActionInput, OperationMethods } from '../generated/types.gen.ts'
import { type OperationId, operation } from '../operations.ts'
import { encodePathParameter } from '../request/path-parameter.ts'

/** One action of a batch: an operation and its arguments, as its method takes them. */
export type BatchAction = {
  [Id in OperationId]: readonly [id: Id, ...args: Parameters<OperationMethods[Id]>]
}[OperationId]

const methods = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const

/**
 * An action as Asana takes it. No query string is accepted in a path, so what would stand there goes into
 * `options`, or with a read into `data`.
 * @throws {AsanaRequestError} `unknown_operation`, `invalid_path_parameter`, `invalid_batch_action`
 */
export function encodeAction([id, ...args]: readonly [
  id: string,
  ...args: unknown[],
]): BatchRequestActionInput {
  const known = operation(id)
  if (!known) {
    throw new AsanaRequestError(`Asana has no operation ${id}. Its names are listed in operationIds.`, {
      code: 'unknown_operation',
    })
  }
  // Neither takes a form or starts another batch (Asana docs: Batch requests).
  if (known.body === 'form' || known.path === '/batch') throw invalid(`${id} cannot be part of a batch`)
  let used = 0
  const relative_path = known.path.replace(/{(\w+)}/g, (_, name) => encodePathParameter(name, args[used++]))
  const body = known.body ? args[used++] : undefined
  const { opt_fields, limit, offset, ...params } = Object.assign({}, ...args.slice(used))
  for (const name of ['signal', 'timeoutMs', 'retry', 'headers']) {
    if (params[name] !== undefined) throw invalid(`${name} is for the whole batch, not for ${id} in it`)
  }
  const hasParams = Object.keys(params).length > 0
  if (hasParams && known.method !== 'GET') throw invalid(`${id} takes no query parameters in a batch`)
  const data = body ?? (hasParams ? params : undefined)
  const options = {
    ...(opt_fields !== undefined && { fields: toList(opt_fields) }),
    ...(limit !== undefined && { limit }),
    ...(offset !== undefined && { offset }),
  }
  return {
    method: methods[known.method],
    relative_path,
    ...(data !== undefined && { data }),
    ...(Object.keys(options).length > 0 && { options }),
  }
}

function toList(fields: string | readonly string[]): readonly string[] {
  return typeof fields === 'string' ? fields.split(',') : fields
}

function invalid(problem: string): AsanaRequestError {
  return new AsanaRequestError(`${problem}.`, { code: 'invalid_batch_action' })
}
