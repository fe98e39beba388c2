import {
  AsanaError,
  ConfigurationError,
  type CredentialKey,
  StoreUnavailableError,
  safeCause,
} from '@x/asana-auth-core'

/** Where it happened, and what must not show when it fails. */
export interface AwsOperation {
  readonly operation: string
  readonly key?: CredentialKey
  readonly secrets?: readonly string[]
}

/** What was asked of AWS. */
export interface AwsRequest {
  /** The IAM action, without `secretsmanager:`. */
  readonly action: string
  /** What the action must be allowed on. */
  readonly resource: string
}

export const STORE = 'secrets-manager'

const denied = /^(AccessDenied|NotAuthorized|UnauthorizedOperation)/
const unknownCaller =
  /^(ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|CredentialsProviderError|TokenProviderError)/
const throttled = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown/
const invalid = /^(InvalidParameter|InvalidRequest|Validation|MalformedPolicy|InvalidNextToken)/
const kmsFailed = /^(DecryptionFailure|EncryptionFailure|KMS)/

/**
 * What a failed request means. Errors of the SDK carry the response, and AWS quotes values that it does
 * not like: only the message is kept, without what was sent.
 */
export function awsError(error: unknown, request: AwsRequest, at: AwsOperation): AsanaError {
  if (error instanceof AsanaError) return error
  const { name, message } = error instanceof Error ? error : { name: '', message: '' }
  const cause = safeCause(error, at.secrets)
  const { operation, key } = at
  const where = `(${STORE} store, ${operation}${key ? ` of ${key.provider}/${JSON.stringify(key.subject)}` : ''})`
  const { action, resource } = request
  if (kmsFailed.test(name) || (denied.test(name) && /KMS/.test(message))) {
    const text = `AWS may not use the secret's KMS key ${where}. Allow kms:Decrypt and kms:GenerateDataKey on the key (kmsKeyId), and see that it is enabled.`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  if (denied.test(name)) {
    const text = `AWS denied secretsmanager:${action} ${where}. Allow it on ${resource}; the README has the whole policy.`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  if (unknownCaller.test(name)) {
    const text = `AWS did not accept the client's credentials: ${name} ${where}. Check them, and this machine's clock.`
    return new ConfigurationError('store_permission_denied', text, cause)
  }
  if (invalid.test(name) || message === 'Region is missing') {
    const text = `${action} was refused ${where}. Check the options of client and store; the cause says what is wrong.`
    return new ConfigurationError('invalid_option', text, cause)
  }
  return new StoreUnavailableError({ store: STORE, operation, key }, whatHappened(name, action), cause)
}

function whatHappened(name: string, action: string): string {
  if (throttled.test(name)) {
    return `AWS throttles ${action}, retries included. Make fewer calls, or have the account's request rate raised.`
  }
  if (name === 'LimitExceededException') {
    return `${action} would exceed a quota. A secret takes about one write in 10 minutes for long; an account, 500,000 secrets.`
  }
  return 'AWS Secrets Manager failed or cannot be reached.'
}
