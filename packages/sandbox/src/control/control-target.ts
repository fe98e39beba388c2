import type { Exchange } from '../http/exchange.ts'
import { jsonReply, type Reply } from '../http/reply.ts'
import type { Target } from '../http/target.ts'
import type { Sandbox } from '../sandbox.ts'
import { ControlBody } from './control-body.ts'
import { controlRefusal } from './gatekeeper.ts'
import { createOperations } from './operations.ts'

export const controlBase = '/_sandbox'

/** Lets other processes do over HTTP what the handle does in this one. */
export function createControlTarget(sandbox: () => Sandbox | undefined): (path: string) => Target {
  const operations = createOperations()
  const handle = async (exchange: Exchange): Promise<Reply> => {
    const refusal = controlRefusal(exchange)
    if (refusal !== undefined) return jsonReply(403, { error: refusal })
    const running = sandbox()
    if (running === undefined) return jsonReply(503, { error: 'The sandbox is starting' })
    const [, name = '', id = ''] = /^(.*?)(?:\/(\d+))?$/.exec(exchange.path.slice(controlBase.length)) ?? []
    const operation = operations.get(`${exchange.method} ${name}${id === '' ? '' : '/{id}'}`)
    if (operation === undefined)
      return jsonReply(404, { error: `No operation ${exchange.method} ${exchange.path}` })
    try {
      const result = await operation(running, new ControlBody(exchange.body), Number(id))
      return jsonReply(200, result ?? {})
    } catch (error) {
      return jsonReply(400, { error: error instanceof Error ? error.message : String(error) })
    }
  }
  return path => ({
    endpoint: 'control',
    path,
    maxBodyBytes: 1024 * 1024,
    handle,
    errorReply: status => jsonReply(status, { error: `HTTP ${status}` }),
  })
}
