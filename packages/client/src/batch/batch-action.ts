import { AsanaRequestError } from '../errors/request-error.ts'
import { unknownOperation } from '../errors/unknown-operation.ts'
import type { BatchRequestActionInput, OperationMethods } from '../generated/types.gen.ts'
import { type OperationId, operation } from '../operations.ts'
import type { CallOptions } from '../request/call-options.ts'
import { encodePathParameter } from '../request/path-parameter.ts'

/** One action of a batch: an operation and its arguments, as its method takes them but for the call options. */
export type BatchAction = {
  [Id in Batchable]: readonly [id: Id, ...args: OfAction<Parameters<OperationMethods[Id]>>]
}[Batchable]

/** Neither a form nor another batch can be part of one (Asana docs: Batch requests). */
type Batchable = Exclude<OperationId, 'createAttachmentForObject' | 'createBatchRequest'>

type OfAction<Args extends readonly unknown[]> = { [At in keyof Args]: WithoutCallOptions<Args[At]> }

type WithoutCallOptions<Arg> = Arg extends unknown
  ? 'timeoutMs' extends keyof Arg
    ? Omit<Arg, keyof CallOptions>
    : Arg
  : never

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
  if (!known) throw unknownOperation(id)
  if (known.body === 'form' || known.path === '/batch') throw invalid(`${id} cannot be part of a batch`)
  let used = 0
  const relative_path = known.path.replace(/{(\w+)}/g, (_, name) => encodePathParameter(name, args[used++]))
  const body = (known.body ? args[used++] : undefined) as BatchRequestActionInput['data']
  const { opt_fields, limit, offset, ...params } = definedOf(Object.assign({}, ...args.slice(used)))
  for (const name of ['signal', 'timeoutMs', 'retry', 'headers']) {
    if (name in params) throw invalid(`${name} is for the whole batch, not for ${id} in it`)
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

/** What is given as `undefined` is not given. */
function definedOf<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>
}

function toList(fields: string | readonly string[]): readonly string[] {
  return typeof fields === 'string' ? fields.split(',') : fields
}

function invalid(problem: string): AsanaRequestError {
  return new AsanaRequestError(`${problem}.`, { code: 'invalid_batch_action' })
}
