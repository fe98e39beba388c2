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
  const refused = (code: ConfigurationErrorCode, what: string, advice: string) =>
    new ConfigurationError(code, `AWS ${what} (${describeStoreContext(at)}). ${advice}.`, cause)
  const unavailable = (what: string) => new StoreUnavailableError(at, `AWS ${what}.`, cause)

  if (/^(AccessDenied|NotAuthorized|Unauthorized|KMS|\w*cryptionFailure)/.test(said)) {
    const keys = "kms:Decrypt and kms:GenerateDataKey on the secret's key"
    const advice = `Allow it on ${resource}, and ${keys}; see the README`
    return refused('store_permission_denied', `denied secretsmanager:${action}`, advice)
  }
  if (/^\w*(Client|Signature|Auth|Expired|Provider)/.test(said)) {
    const advice = 'Check them, and the clock'
    return refused('store_permission_denied', "does not accept the client's credentials", advice)
  }
  if (/^(Invalid|Validation|Error: Region)/.test(said)) {
    const advice = 'See the cause, and check the options of client and store'
    return refused('invalid_option', `refused ${action}`, advice)
  }
  if (/^\w*(Throttl|TooMany|LimitExceeded)/.test(said)) {
    const writes = 'a secret takes about one write in 10 minutes'
    return unavailable(
      `throttles ${action}, or a quota is reached: call less (${writes}), or have the request rate raised`,
    )
  }
  return unavailable('failed or cannot be reached')
}
