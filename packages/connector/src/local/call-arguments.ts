import type { CheckedCall } from '../executor.ts'
import { parametersFor } from '../parameters/action-parameters.ts'

/** The arguments of the client's method for an action: path parameters, data if there is any, options. */
export function callArguments(
  { action, params, signal, timeoutMs }: CheckedCall,
  more: Readonly<Record<string, unknown>> = {},
): unknown[] {
  const { path, body } = parametersFor(action)
  const { data, ...named } = params
  const query = Object.fromEntries(Object.entries(named).filter(([name]) => !path.includes(name)))
  return [
    ...path.map(name => params[name]),
    ...(body ? [data] : []),
    { ...query, ...more, signal, timeoutMs },
  ]
}
