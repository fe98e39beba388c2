import { type AsanaUserCredentialsInput, AuthManager } from '@x/asana-auth-core'
import { connectStore } from '@x/store-services'
import { managerOptions, type ProcessTask } from '../processes/process-task.ts'

/** One process: so many callers ask for the token of one user at the same time. */
export interface StampedeTask extends ProcessTask {
  readonly subject: string
  readonly callers: number
  /** For a store that other processes do not see: the worker stores them itself. */
  readonly credentials?: AsanaUserCredentialsInput
}

export interface StampedeAnswer {
  readonly tokens: readonly string[]
  readonly failures: readonly string[]
  readonly ms: readonly number[]
}

const task = JSON.parse(process.argv[2] ?? '') as StampedeTask
const { store, close } = await connectStore(task.connection, task.namespace)
const auth = new AuthManager({ ...managerOptions(task), store })
if (task.credentials) await auth.storeCredentials('asana', task.subject, task.credentials)

process.once('message', async () => {
  const tokens = new Set<string>()
  const failures: string[] = []
  const ms: number[] = []
  const call = async () => {
    const start = performance.now()
    try {
      const session = await auth.session({ subject: task.subject })
      tokens.add(await session.getAccessToken())
    } catch (error) {
      failures.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
    ms.push(performance.now() - start)
  }
  await Promise.all(Array.from({ length: task.callers }, call))
  const answer: StampedeAnswer = { tokens: [...tokens], failures, ms }
  process.send?.(answer)
  await auth.close()
  await close()
  process.disconnect()
})
process.send?.({ ready: true })
