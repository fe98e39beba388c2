/** How long a response that nobody reads takes up its place among those under way. */
const unreadMs = 60_000

/**
 * The response, with `release` called once when its body was read to the end, was cancelled, or broke;
 * or a minute later, if nobody ever touches it.
 */
export function heldResponse(response: Response, release: () => void): Response {
  const { body, status, statusText, headers, url } = response
  // There is nothing in it; or it cannot be built anew, as where a runtime hides a redirect.
  if (!body || status < 200 || status > 599) {
    release()
    return response
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    release()
  }
  timer = setTimeout(end, unreadMs)
  unref(timer)
  const held = new Response(watched(body, end), { status, statusText, headers })
  return Object.defineProperty(held, 'url', { value: url })
}

function watched(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (!done) return controller.enqueue(value)
          end()
          controller.close()
        } catch (error) {
          end()
          controller.error(error)
        }
      },
      cancel(reason) {
        end()
        return reader.cancel(reason)
      },
    },
    // Nothing is read ahead of the caller.
    { highWaterMark: 0 },
  )
}

/** On Node.js a timer keeps the process alive; elsewhere it is a number. */
function unref(timer: unknown): void {
  if (typeof timer === 'object' && timer !== null && 'unref' in timer && typeof timer.unref === 'function') {
    timer.unref()
  }
}
