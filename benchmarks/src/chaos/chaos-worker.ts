import { AsanaError, AuthManager, type CredentialStore } from '@x/asana-auth-core'
import { connectStore } from '@x/store-services'
import { managerOptions, type ProcessTask } from '../processes/process-task.ts'

/** Where in a refresh this process is to be killed. */
export type DeathPoint = 'before_redeem' | 'after_redeem' | 'after_persist'

/** "Get this user's token and ask Asana who it belongs to." */
export interface ChaosOrder {
  readonly id: number
  readonly subject: string
  readonly clockOffsetMs: number
  readonly dieAt?: DeathPoint | undefined
}

export type ChaosAnswer = { readonly id: number } & (
  | { readonly ok: true; readonly gid: string }
  | { readonly ok: false; readonly code: string; readonly message: string }
)

const task = JSON.parse(process.argv[2] ?? '') as ProcessTask
let order: ChaosOrder = { id: 0, subject: '', clockOffsetMs: task.clockOffsetMs }

/** No handler runs, no socket is closed in order: as when the machine goes away. */
function dieIf(point: DeathPoint): void {
  if (order.dieAt === point) process.kill(process.pid, 'SIGKILL')
}

const fetchOrDie: typeof fetch = async (input, init) => {
  const refreshing = String(init?.body).includes('grant_type=refresh_token')
  if (refreshing) dieIf('before_redeem')
  const response = await fetch(input, init)
  if (refreshing && response.status === 200) dieIf('after_redeem')
  return response
}

const { store } = await connectStore(task.connection, task.namespace)
const mortal = new Proxy(store, {
  get(target, name) {
    const value: unknown = Reflect.get(target, name, target)
    if (typeof value !== 'function') return value
    const bound = value.bind(target) as (...args: unknown[]) => Promise<unknown>
    if (name !== 'put') return bound
    return async (...args: unknown[]) => {
      const version = await bound(...args)
      dieIf('after_persist')
      return version
    }
  },
}) satisfies CredentialStore

const auth = new AuthManager({
  ...managerOptions(task),
  clock: { now: () => Date.now() + order.clockOffsetMs },
  fetch: fetchOrDie,
  store: mortal,
})

process.on('message', async (next: ChaosOrder) => {
  order = next
  const { id } = next
  let answer: ChaosAnswer
  try {
    const session = await auth.session({ subject: next.subject })
    const { gid } = await session.asana.getUser('me')
    answer = { id, ok: true, gid }
  } catch (error) {
    const code = error instanceof AsanaError ? error.code : 'untyped'
    answer = { id, ok: false, code, message: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
