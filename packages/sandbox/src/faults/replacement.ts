import { htmlReply, jsonReply, type Reply } from '../http/reply.ts'
import type { Target } from '../http/target.ts'
import type { Fault } from './fault.ts'

/** The answer that a fault puts in place of the server's, if it is of that kind. */
export function replacementFor(fault: Fault, target: Target): Reply | undefined {
  switch (fault.kind) {
    case 'status': {
      const reply = target.errorReply(fault.status)
      return {
        status: fault.status,
        headers: { ...reply.headers, ...lowerCased(fault.headers) },
        body: fault.body ?? reply.body,
      }
    }
    case 'html': {
      const status = fault.status ?? 502
      return htmlReply(status, fault.body ?? loadBalancerPage(status))
    }
    case 'json':
      return jsonReply(fault.status ?? 200, fault.body, lowerCased(fault.headers))
    default:
      return undefined
  }
}

/** Applies a `patch` fault to the server's JSON. What is no JSON stays as it is. */
export function patched(reply: Reply, patch: (json: unknown) => unknown): Reply {
  let json: unknown
  try {
    json = JSON.parse(reply.body.toString('utf8'))
  } catch {
    return reply
  }
  return { ...reply, body: JSON.stringify(patch(json)) }
}

function loadBalancerPage(status: number): string {
  return `<html>\r\n<head><title>${status} Error</title></head>\r\n<body>\r\n<center><h1>${status} Error</h1></center>\r\n</body>\r\n</html>\r\n`
}

// Two spellings of one header would be sent as two headers.
function lowerCased(headers: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
