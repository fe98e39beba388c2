/** What every error of these packages is built from. */
export interface AsanaErrorOptions {
  /** Stable, machine-readable: what happened. Listed in docs/troubleshooting.md. */
  readonly code: string
  /** The error underneath. It must not carry a token or a secret: it is printed with this one. */
  readonly cause?: unknown
}

/**
 * The base of every error that these packages throw. The message says what happened, to which
 * user or store, and what to do; `code` is stable across releases; neither ever carries a secret.
 */
export class AsanaError extends Error {
  override readonly name: string = 'AsanaError'
  readonly code: string

  constructor(message: string, options: AsanaErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = options.code
  }

  /** For structured logs, which would otherwise print `{}` for an error. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, code: this.code, message: this.message }
  }
}
