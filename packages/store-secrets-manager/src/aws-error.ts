import {
  AsanaError,
  ConfigurationError,
  type ConfigurationErrorCode,
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

type Meaning = readonly [
  error: RegExp,
  code: ConfigurationErrorCode,
  say: (request: AwsRequest, where: string) => string,
]

/** By `name: message`; the first that fits. */
const misconfigurations: readonly Meaning[] = [
  [
    /^(DecryptionFailure|EncryptionFailure|KMS|AccessDenied.*KMS)/,
    'store_permission_denied',
    (_, where) =>
      `AWS may not use the secret's KMS key ${where}. Allow kms:Decrypt and kms:GenerateDataKey on it, and see that it is enabled.`,
  ],
  [
    /^(AccessDenied|NotAuthorized|UnauthorizedOperation)/,
    'store_permission_denied',
    ({ action, resource }, where) =>
      `AWS denied secretsmanager:${action} ${where}. Allow it on ${resource}; the README has the policy.`,
  ],
  [
    /^(Expired|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuth|CredentialsProvider|TokenProvider)/,
    'store_permission_denied',
    (_, where) =>
      `AWS does not accept the client's credentials ${where}. Check them, and this machine's clock.`,
  ],
  [
    /^(InvalidParameter|InvalidRequest|Validation|InvalidNextToken|Error: Region is missing)/,
    'invalid_option',
    ({ action }, where) =>
      `${action} was refused ${where}. Check the options of client and store; the cause says what is wrong.`,
  ],
]

/**
 * What a failed request means. Errors of the SDK carry the response, and AWS quotes values that it does
 * not like: only the message is kept, without what was sent.
 */
export function awsError(error: unknown, request: AwsRequest, at: AwsOperation): AsanaError {
  if (error instanceof AsanaError) return error
  const said = String(error)
  const cause = safeCause(error, at.secrets)
  const { operation, key } = at
  const known = misconfigurations.find(([pattern]) => pattern.test(said))
  if (!known) {
    return new StoreUnavailableError({ store: STORE, operation, key }, outage(said, request), cause)
  }
  const [, code, say] = known
  const where = `(${STORE} store, ${operation}${key ? ` of ${key.provider}/${JSON.stringify(key.subject)}` : ''})`
  return new ConfigurationError(code, say(request, where), cause)
}

function outage(said: string, { action }: AwsRequest): string {
  if (/^[^:]*(Throttl|TooManyRequests|RequestLimitExceeded)/.test(said)) {
    return `AWS throttles ${action}, retries included. Make fewer calls, or have the account's request rate raised.`
  }
  return said.startsWith('LimitExceeded')
    ? `${action} would exceed a quota. A secret takes about one write in 10 minutes for long.`
    : 'AWS Secrets Manager failed or cannot be reached.'
}
