import type { AuthManager, Subject } from '@x/asana-auth-core'
import { AsanaConnector, type AttachmentDownload } from '@x/asana-connector'

/**
 * What the server needs of a connector for one user. Nothing is aborted when a caller goes away: of a write
 * that was cut off nobody could say whether it was done.
 */
export interface Executor {
  /** Does one action. What it throws is told apart by its `code`. */
  execute(
    entity: string,
    action: string,
    params: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly data: unknown; readonly meta: Readonly<Record<string, unknown>> }>
  /** An attachment, or the range of it that is asked for. */
  download(attachmentGid: string, options: { readonly range?: string }): Promise<AttachmentDownload>
}

/** Whose: the subject's, with the tokens that the manager keeps valid. */
export type MakeExecutor = (auth: AuthManager, subject: Subject) => Executor

export const makeConnector: MakeExecutor = (auth, subject) => new AsanaConnector({ auth, subject })
