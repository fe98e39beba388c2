/**
 * The response, with `onEnd` called when its body was read to the end, was cancelled, or broke; it may be
 * called again.
 */
export function watchedResponse(response: Response, onEnd: () => void): Response {
  const { body, status, statusText, headers, url } = response
  // There is nothing in it; or it cannot be built anew, as where a runtime hides a redirect.
  if (!body || status < 200 || status > 599) {
    onEnd()
    return response
  }
  const watched = new Response(watchedBody(body, onEnd), { status, statusText, headers })
  return Object.defineProperty(watched, 'url', { value: url })
}

function watchedBody(body: ReadableStream<Uint8Array>, onEnd: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read()
          if (!done) return controller.enqueue(value)
          onEnd()
          controller.close()
        } catch (error) {
          onEnd()
          controller.error(error)
        }
      },
      cancel(reason) {
        onEnd()
        return reader.cancel(reason)
      },
    },
    // Nothing is read ahead of the caller.
    { highWaterMark: 0 },
  )
}
