import type { Exchange } from '../../http/exchange.ts'
import type { Reply } from '../../http/reply.ts'
import { values } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import { missingInput } from '../input/input.ts'
import type { FieldValue } from '../render/link.ts'

/** Most actions of one batch (Asana docs). */
const maxActions = 10

/** Handles one action as if it had come by itself. */
export type Dispatch = (exchange: Exchange) => Promise<Reply>

export function batchRoutes(dispatch: Dispatch, countAction: (token: string) => void): readonly Route[] {
  return [
    route('POST', '/batch', undefined, async call => {
      const actions = call.input('actions').value('actions')
      if (!Array.isArray(actions)) throw missingInput('actions')
      if (actions.length > maxActions)
        throw new ApiError(400, `actions: At most ${maxActions} actions are allowed`)
      const exchanges = actions.map((action: unknown, index) => exchangeFor(call, action, index))
      for (let extra = 1; extra < exchanges.length; extra += 1) countAction(call.viewer.token)
      const results: FieldValue[] = []
      // One after the other: that order is documented to be undefined, and this is one of the orders.
      for (const exchange of exchanges) results.push(resultOf(await dispatch(exchange)))
      return values(results)
    }),
  ]
}

function exchangeFor(call: ApiCall, action: unknown, index: number): Exchange {
  const { relative_path: path, method, data, options } = isRecord(action) ? action : {}
  if (typeof path !== 'string') throw missingInput(`actions: [${index}]: relative_path`)
  if (typeof method !== 'string') throw missingInput(`actions: [${index}]: method`)
  if (path.includes('?')) {
    throw new ApiError(400, `actions: [${index}]: Parameters are not accepted in a batch action path`)
  }
  if (path.startsWith('/batch'))
    throw new ApiError(400, `actions: [${index}]: Not allowed in a batch: ${path}`)
  const upper = method.toUpperCase()
  const reads = upper === 'GET'
  return {
    method: upper,
    path,
    query: new URLSearchParams([...(reads ? parameters(data) : []), ...optionParameters(options)]),
    headers: { ...call.exchange.headers, 'content-type': 'application/json' },
    body: reads || data === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify({ data })),
    remoteAddress: call.exchange.remoteAddress,
  }
}

function parameters(data: unknown): [string, string][] {
  return isRecord(data) ? Object.entries(data).map(([name, value]) => [name, String(value)]) : []
}

function optionParameters(options: unknown): [string, string][] {
  return parameters(options).map(([name, value]) => [name === 'fields' ? 'opt_fields' : name, value])
}

function resultOf(reply: Reply): FieldValue {
  const location = reply.headers['location']
  return {
    status_code: reply.status,
    headers: location === undefined ? {} : { location: new URL(location).pathname.replace('/api/1.0', '') },
    body: JSON.parse(reply.body.toString()) as FieldValue,
  }
}
