import {
  AsanaError,
  ConfigurationError,
  type CredentialKey,
  StoreUnavailableError,
  safeCause,
} from '@x/asana-auth-core'

/** Where it happened. */
export interface RedisOperation {
  readonly operation: string
  readonly key?: CredentialKey | undefined
}

/**
 * What a failed command means. Errors of ioredis carry the command with all it was sent, tokens
 * included: only their message is kept, and of that not what Redis quotes when it does not know a command.
 */
export function storeError(error: unknown, { operation, key }: RedisOperation): AsanaError {
  if (error instanceof AsanaError) return error
  const context = { store: 'redis', operation, key }
  const message = error instanceof Error ? error.message : ''
  const reply = message.split(' ', 1)[0]
  const cause = safeCause(error, [/with args beginning with: (.*)/s.exec(message)?.[1]])
  if (reply === 'NOPERM') {
    const text = `The Redis user may not run what the ${operation} of the redis store needs. Grant it the commands and keys that the README lists.`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  if (reply === 'NOAUTH' || reply === 'WRONGPASS') {
    const text = `Redis did not accept the client's user and password (redis store, ${operation}). Check the client's options.`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  if (reply === 'WRONGTYPE') {
    const text = `A key that the ${operation} of the redis store needs is in use for something else. Choose another namespace.`
    return new ConfigurationError('invalid_option', text, cause)
  }
  return new StoreUnavailableError(context, 'Redis failed or cannot be reached.', cause)
}
