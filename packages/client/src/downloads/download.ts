import type { AsanaClient } from '../asana-client.ts'
import type { Fetch } from '../client-options.ts'
import { AsanaConnectionError } from '../errors/connection-error.ts'
import { neverSent } from '../errors/never-sent.ts'
import { safeCause } from '../errors/safe-cause.ts'
import type { CallOptions } from '../request/call-options.ts'
import { Attempt } from '../transport/attempt.ts'
import { watchedResponse } from '../transport/watched-response.ts'
import { AsanaDownloadError, downloadUrl } from './download-url.ts'

export interface DownloadOptions extends Pick<CallOptions, 'signal' | 'timeoutMs'> {
  /** The bytes to get, as the `Range` header has it: `bytes=0-1023`. All of them if not given. */
  readonly range?: string | undefined
}

/** An attachment on its way. */
export interface Download {
  /** Read it or cancel it: it holds a connection. */
  readonly stream: ReadableStream<Uint8Array>
  readonly name: string
  /** Of the whole attachment, also when a part of it was asked for. */
  readonly sizeBytes?: number
  readonly contentType?: string
  /** What part it is, such as `bytes 0-1023/4096`; not given where the storage sends everything. */
  readonly contentRange?: string
}

interface Attachment {
  readonly url: URL
  readonly name: string
  readonly sizeBytes: number | undefined
}

/**
 * The bytes of an attachment, as they come. Asana is asked for the address, which works for minutes; the
 * storage behind it never sees the user's token.
 */
export async function download(
  client: Pick<AsanaClient, 'getAttachment'>,
  fetch: Fetch,
  gid: string,
  options: DownloadOptions = {},
): Promise<Download> {
  let attachment = await look(client, gid, options)
  let response = await get(fetch, gid, attachment.url, options)
  if (response.status === 403) {
    // What storages say of an address that has expired: it may have waited in somebody's queue.
    await response.body?.cancel()
    attachment = await look(client, gid, options)
    response = await get(fetch, gid, attachment.url, options)
  }
  const { status, headers, body } = response
  if (status !== 200 && status !== 206) {
    await body?.cancel()
    const advice = status === 416 ? 'The range lies outside of it.' : 'Try again later.'
    throw new AsanaDownloadError(
      `Attachment ${gid}: its storage answered with status ${status}. ${advice}`,
      'download_failed',
      status,
    )
  }
  const contentType = headers.get('content-type')
  const contentRange = headers.get('content-range')
  const { name, sizeBytes } = attachment
  return {
    stream: body ?? new Blob([]).stream(),
    name,
    ...(sizeBytes !== undefined && { sizeBytes }),
    ...(contentType !== null && { contentType }),
    ...(contentRange !== null && { contentRange }),
  }
}

async function look(
  client: Pick<AsanaClient, 'getAttachment'>,
  gid: string,
  { signal, timeoutMs }: DownloadOptions,
): Promise<Attachment> {
  const opt_fields = ['name', 'download_url', 'size', 'host'] as const
  const {
    download_url,
    host,
    name = gid,
    size,
  } = await client.getAttachment(gid, {
    opt_fields,
    signal,
    timeoutMs,
  })
  return { url: downloadUrl(gid, download_url, host), name, sizeBytes: size }
}

/** No token, no header of the client's, and no redirect: the address is the whole permission. */
async function get(
  fetch: Fetch,
  gid: string,
  url: URL,
  { range, signal, timeoutMs = 30_000 }: DownloadOptions,
) {
  signal?.throwIfAborted()
  const attempt = new Attempt()
  const unfollow = signal ? attempt.follow(signal) : () => {}
  const timer = timeoutMs < 2 ** 31 ? setTimeout(() => attempt.end(), timeoutMs) : undefined
  try {
    const response = await fetch(url.href, {
      headers: range === undefined ? {} : { range },
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: attempt.signal,
    })
    return signal ? watchedResponse(response, unfollow) : response
  } catch (error) {
    unfollow()
    if (signal?.aborted) throw signal.reason
    const inTime = attempt.over ? `gave no answer in ${timeoutMs} ms` : 'could not be reached'
    throw new AsanaConnectionError(`Attachment ${gid}: its storage ${inTime}. Try again later.`, {
      code: attempt.over ? 'timeout' : 'network_error',
      sent: !neverSent(error),
      cause: safeCause(error, [url.href, url.search]),
    })
  } finally {
    clearTimeout(timer)
  }
}
