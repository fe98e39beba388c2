import type { AuthManager, Subject } from '@x/asana-auth-core'
import { AsanaConnector } from '@x/asana-connector'

/** An attachment's bytes as they arrive. */
export interface Download {
  readonly stream: ReadableStream<Uint8Array>
  readonly name: string | undefined
  readonly sizeBytes: number | undefined
  readonly contentType: string | undefined
  readonly contentRange?: string | undefined
}

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
  download(attachmentGid: string, options: { readonly range?: string }): Promise<Download>
}

/** Whose: the subject's, with the tokens that the manager keeps valid. */
export type MakeExecutor = (auth: AuthManager, subject: Subject) => Executor

export const makeConnector: MakeExecutor = (auth, subject) => new AsanaConnector({ auth, subject })
