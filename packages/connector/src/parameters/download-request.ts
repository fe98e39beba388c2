/** What `attachments.download` asks for. */
export function downloadRequest(params: Readonly<Record<string, unknown>>): {
  readonly attachmentGid: string
  readonly range: string | undefined
} {
  const { attachment_gid, range_header } = params
  return {
    attachmentGid: String(attachment_gid),
    range: range_header === undefined ? undefined : String(range_header),
  }
}
