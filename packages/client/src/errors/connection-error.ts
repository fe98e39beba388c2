import { AsanaError, type AsanaErrorOptions } from './asana-error.ts'

export interface AsanaConnectionErrorOptions extends AsanaErrorOptions {
  readonly sent: boolean
}

/**
 * No complete answer arrived. `timeout`: the deadline passed first. `network_error`: the connection
 * failed, see `cause`. Where `sent` is true Asana may have done what was asked: look before repeating a
 * write.
 */
export class AsanaConnectionError extends AsanaError {
  override readonly name = 'AsanaConnectionError'
  /** Whether anything may have reached Asana. */
  readonly sent: boolean

  constructor(message: string, { sent, ...options }: AsanaConnectionErrorOptions) {
    super(message, options)
    this.sent = sent
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), sent: this.sent }
  }
}
