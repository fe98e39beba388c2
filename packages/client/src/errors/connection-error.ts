import { AsanaError } from './asana-error.ts'

/**
 * No complete answer arrived. `timeout`: the deadline passed first. `network_error`: the connection
 * failed, see `cause`. Either way Asana may have done what was asked: look before repeating a write.
 */
export class AsanaConnectionError extends AsanaError {
  override readonly name = 'AsanaConnectionError'
}
