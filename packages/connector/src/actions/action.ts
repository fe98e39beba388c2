import type { Operation } from '@x/asana-client'

/** One thing that can be done with one kind of object: an operation of Asana's, or the download of a file. */
export interface Action {
  readonly entity: string
  readonly name: string
  /** `entity.action`. */
  readonly id: string
  /** For `attachments.download`: the operation that says where the file is. */
  readonly operation: Operation
  readonly kind: 'operation' | 'download'
  /** It changes nothing at Asana. */
  readonly readOnly: boolean
  /** It deletes or takes away something. */
  readonly destructive: boolean
}

/** It sends requests of any kind: who may do it may do everything (Asana docs: Batch API). */
export const BATCH = 'batch'

/** What an action does, from its names and method alone. */
export function effectsOf(
  { method }: Pick<Operation, 'method'>,
  entity: string,
  name: string,
): Pick<Action, 'readOnly' | 'destructive'> {
  return {
    readOnly: method === 'GET',
    destructive: method === 'DELETE' || entity === BATCH || /^(delete|remove)(_|$)/.test(name),
  }
}
