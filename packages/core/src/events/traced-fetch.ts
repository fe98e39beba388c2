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
    return requests.run(message, async () => {
      const response = await fetch(input, init)
      message.status = response.status
      return response
    })
  }
}
