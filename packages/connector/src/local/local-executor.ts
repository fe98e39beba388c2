import type { AsanaClient, AsanaPage, AsanaSession, EventPage } from '@x/asana-auth-core'
import type {
  AttachmentDownload,
  CheckedCall,
  DownloadOptions,
  ExecuteResult,
  Executor,
} from '../executor.ts'
import { collectPages } from '../pages/collect-pages.ts'
import { collectSearch } from '../pages/collect-search.ts'
import { SEARCH } from '../parameters/action-parameters.ts'
import { callArguments } from './call-arguments.ts'

/** Gives the session of the user, as often as it is asked. */
export type OpenSession = () => Promise<AsanaSession>

/** Executes in this process, with the typed client and a token that is kept valid. */
export class LocalExecutor implements Executor {
  readonly #open: OpenSession
  readonly #close: () => Promise<void>
  #session: Promise<AsanaSession> | undefined

  constructor(open: OpenSession, close: () => Promise<void>) {
    this.#open = open
    this.#close = close
  }

  async execute(call: CheckedCall): Promise<ExecuteResult> {
    const client = await this.#client()
    const { id, list, envelope } = call.action.operation
    if (id === SEARCH && call.paging.allPages) return collectSearch(client, call)
    if (list) return call.paging.allPages ? collectPages(client, call) : onePage(client, call)
    const answer = await client.request(id, callArguments(call))
    return envelope ? eventsResult(answer as EventPage<unknown>) : { data: answer, meta: { nextPage: null } }
  }

  async download(attachmentGid: string, options: DownloadOptions): Promise<AttachmentDownload> {
    const client = await this.#client()
    const { stream, name, sizeBytes, contentType, contentRange } = await client.download(
      attachmentGid,
      options,
    )
    return { stream, name, sizeBytes, contentType, contentRange }
  }

  close(): Promise<void> {
    return this.#close()
  }

  async #client(): Promise<AsanaClient> {
    // A user who is not connected yet may be later: only a session that opened is kept.
    this.#session ??= this.#open().catch((error: unknown) => {
      this.#session = undefined
      throw error
    })
    return (await this.#session).asana
  }
}

async function onePage(client: AsanaClient, call: CheckedCall): Promise<ExecuteResult> {
  const page = await client.request(call.action.operation.id, callArguments(call))
  const { data, nextPage } = page as AsanaPage<unknown>
  return { data, meta: { nextPage } }
}

function eventsResult({ data, sync, has_more }: EventPage<unknown>): ExecuteResult {
  return { data, meta: { nextPage: null, sync, hasMore: has_more } }
}
