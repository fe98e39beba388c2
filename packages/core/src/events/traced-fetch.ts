import { Trace } from './trace.ts'
import { type RequestTrace, traceNames } from './trace-messages.ts'

const requests = /* @__PURE__ */ new Trace<RequestTrace>(traceNames.request)

/** A fetch that tells of its requests, when anybody wants to know. */
export function tracedFetch(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (input, init) => {
    if (!requests.watched) return fetch(input, init)
    const request = input instanceof Request ? input : undefined
    const { origin, pathname } = new URL(request?.url ?? String(input))
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase()
    const message: RequestTrace = { method, url: `${origin}${pathname}` }
    const send = async () => {
      const response = await fetch(input, init)
      message.status = response.status
      return response
    }
    return requests.run(message, send, () => secretsOf(init))
  }
}

/** The access token in the header, or what a form of OAuth carries. */
function secretsOf({ headers, body }: RequestInit = {}): readonly (string | undefined)[] {
  const [, token] = new Headers(headers).get('authorization')?.split(' ') ?? []
  return body instanceof URLSearchParams ? [token, ...body.values()] : [token]
}
