import type { AuthManagerOptions } from '@x/asana-auth-core'
import type { StoreConnection } from '@x/store-services'

/** What any worker needs to be one of the processes of an application. Plain data. */
export interface ProcessTask {
  readonly connection: StoreConnection
  readonly namespace: string
  readonly asana: NonNullable<AuthManagerOptions['asana']>
  /** Base64. */
  readonly encryptionKey: string
  /** How far its clock is ahead of real time, in milliseconds. */
  readonly clockOffsetMs: number
  readonly tokens?: NonNullable<AuthManagerOptions['tokens']>
}

/** The manager options of a task, but for the store. */
export function managerOptions(task: ProcessTask): AuthManagerOptions {
  return {
    asana: task.asana,
    encryption: { keys: [{ id: 'bench', key: task.encryptionKey }] },
    clock: { now: () => Date.now() + task.clockOffsetMs },
    environment: {},
    ...(task.tokens && { tokens: task.tokens }),
  }
}
