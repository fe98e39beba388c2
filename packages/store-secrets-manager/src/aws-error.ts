import {
  AsanaError,
  ConfigurationError,
  type ConfigurationErrorCode,
  describeStoreContext,
  type StoreContext,
  StoreUnavailableError,
  safeCause,
} from '@x/asana-auth-core'

/** What was asked of AWS. */
export interface AwsRequest {
  /** The IAM action, without `secretsmanager:`. */
  readonly action: string
  /** What the action must be allowed on. */
  readonly resource: string
  readonly at: StoreContext
  /** What must not show when it fails. */
  readonly secrets?: readonly string[]
}

/**
 * What a failed request means. Errors of the SDK carry the response, and AWS quotes values that it does
 * not like: only the message is kept, without what was sent.
 */
export function awsError(error: unknown, { action, resource, at, secrets }: AwsRequest): AsanaError {
  if (error instanceof AsanaError) return error
  const said = String(error)
  const cause = safeCause(error, secrets)
  const refused = (what: string, advice: string, code: ConfigurationErrorCode = 'store_permission_denied') =>
    new ConfigurationError(code, `AWS ${what} (${describeStoreContext(at)}). ${advice}.`, cause)
  const unavailable = (what: string) => new StoreUnavailableError(at, `AWS ${what}.`, cause)

  if (/^(\w*cryptionFailure|KMS|AccessDenied.*KMS)/.test(said)) {
    return refused(
      "may not use the secret's KMS key",
      'Enable it, and allow kms:Decrypt and kms:GenerateDataKey',
    )
  }
  if (/^(AccessDenied|NotAuthorized|Unauthorized)/.test(said)) {
    return refused(`denied secretsmanager:${action}`, `Allow it on ${resource}, see the README`)
  }
  if (/^\w*(Client|Signature|Auth|Expired|Provider)/.test(said)) {
    return refused("does not accept the client's credentials", 'Check them, and the clock')
  }
  if (/^(Invalid|Validation|Error: Region)/.test(said)) {
    return refused(
      `refused ${action}`,
      'See the cause, and check the options of client and store',
      'invalid_option',
    )
  }
  if (/^(\w*Throttl|TooMany|RequestLimit)/.test(said)) {
    return unavailable(`throttles ${action}: make fewer calls, or have the request rate raised`)
  }
  if (said.startsWith('LimitExceeded')) {
    return unavailable(`has a quota for ${action}: a secret takes about one write in 10 minutes`)
  }
  return unavailable('failed or cannot be reached')
}
