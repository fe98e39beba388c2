import { AsanaError } from '@x/asana-client'
import type { ExecuteResult } from './executor.ts'

/** Whether a connection works, and why not. */
export type ConnectionCheck =
  | { readonly status: 'healthy'; readonly user: { readonly gid: string; readonly name?: string } }
  | {
      readonly status: 'unhealthy'
      /** The error's stable code. */
      readonly code: string
      readonly reason: string
    }

export async function checkConnection(askWho: () => Promise<ExecuteResult>): Promise<ConnectionCheck> {
  try {
    const { data } = await askWho()
    const { gid, name } = data as { gid: string; name?: string }
    return { status: 'healthy', user: { gid, ...(name !== undefined && { name }) } }
  } catch (error) {
    const code = error instanceof AsanaError ? error.code : 'unexpected'
    return { status: 'unhealthy', code, reason: error instanceof Error ? error.message : String(error) }
  }
}
