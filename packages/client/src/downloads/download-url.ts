import { AsanaError } from '../errors/asana-error.ts'

/**
 * The attachment has no bytes to be had: `attachment_not_downloadable`, it is a link to another service,
 * or Asana gives no address for it; `unsafe_download_url`, its address is neither https nor on this
 * machine; `download_failed`, the storage that holds it refused, see `status`.
 */
export class AsanaDownloadError extends AsanaError {
  override readonly name = 'AsanaDownloadError'
  /** Of the storage's answer, where there was one. */
  readonly status: number | undefined

  constructor(message: string, code: string, status?: number) {
    super(message, { code })
    this.status = status
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), ...(this.status !== undefined && { status: this.status }) }
  }
}

const loopback = /^(([^.]+\.)*localhost|127(\.\d+){3}|\[::1\])$/

/**
 * Where an attachment is downloaded from. What Asana hosts has an address at Asana's storage; what other
 * services host has only a page for people.
 * @throws {AsanaDownloadError} `attachment_not_downloadable`, `unsafe_download_url`
 */
export function downloadUrl(gid: string, url: unknown, host: unknown): URL {
  if (typeof url !== 'string' || url === '' || (typeof host === 'string' && host !== 'asana')) {
    const where = typeof host === 'string' && host !== 'asana' ? `at ${host}` : 'without an address'
    throw new AsanaDownloadError(
      `Attachment ${gid} is kept ${where}: there is nothing to download. Show its view_url to the user.`,
      'attachment_not_downloadable',
    )
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  // The address is not repeated: it opens the file to whoever has it.
  if (
    parsed &&
    (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback.test(parsed.hostname)))
  ) {
    return parsed
  }
  throw new AsanaDownloadError(
    `Attachment ${gid} has an address that is not https. It was not asked for.`,
    'unsafe_download_url',
  )
}
