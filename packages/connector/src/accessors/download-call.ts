import type { AttachmentDownload, ExecuteOptions, ExecuteResult } from '../executor.ts'

/** `connector.attachments.download`. */
export type DownloadCall = (
  params: {
    readonly attachment_gid: string
    /** A `Range` header, such as `bytes=0-1023`. */
    readonly range_header?: string | undefined
  },
  options?: ExecuteOptions,
) => Promise<ExecuteResult<AttachmentDownload>>
