import { AsanaError } from '@x/asana-client'

export type ConfigurationErrorCode =
  | 'missing_client_id'
  | 'missing_client_secret'
  | 'missing_redirect_uri'
  | 'missing_store'
  | 'invalid_endpoint'
  | 'insecure_endpoint'
  | 'invalid_scope'
  | 'invalid_subject'
  | 'invalid_credentials'
  | 'invalid_encryption_key'
  | 'invalid_option'
  | 'unknown_provider'
  | 'store_capability_missing'
  | 'store_permission_denied'
  | 'store_not_migrated'
  | 'payload_too_large'
  | 'code_not_decoded'

/** The application set something up wrongly. Found before anything is sent or stored. */
export class ConfigurationError extends AsanaError {
  override readonly name = 'ConfigurationError'
  declare readonly code: ConfigurationErrorCode

  constructor(code: ConfigurationErrorCode, message: string, cause?: unknown) {
    super(message, { code, cause })
  }
}

export function missingStore(): ConfigurationError {
  return new ConfigurationError(
    'missing_store',
    'There is no credential store: pass `store` to AuthManager, for example new MemoryStore() of @x/asana-auth-store-memory.',
  )
}
