import {
  AsanaError,
  ConfigurationError,
  type StoreContext,
  StoreUnavailableError,
  safeCause,
} from '@x/asana-auth-core'
import { where } from './store-context.ts'

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
  const denied = (what: string, advice: string) =>
    new ConfigurationError('store_permission_denied', `AWS ${what} ${where(at)}. ${advice}.`, cause)
  const unavailable = (what: string) => new StoreUnavailableError(at, what, cause)

  if (/^(De|En)cryptionFailure|^KMS|^AccessDenied.*KMS/.test(said)) {
    return denied(
      "may not use the secret's KMS key",
      'Allow kms:Decrypt and kms:GenerateDataKey, and enable it',
    )
  }
  if (/^(AccessDenied|NotAuthorized|Unauthorized)/.test(said)) {
    return denied(`denied secretsmanager:${action}`, `Allow it on ${resource}; the README has the policy`)
  }
  if (/^(Expired|Unrecognized|InvalidClient|\w*Signature|MissingAuth|\w+Provider)/.test(said)) {
    return denied("does not accept the client's credentials", "Check them, and this machine's clock")
  }
  if (/^(Invalid|Validation|Error: Region)/.test(said)) {
    const message = `${action} was refused ${where(at)}: see the cause, and check the options of client and store.`
    return new ConfigurationError('invalid_option', message, cause)
  }
  if (/^(\w*Throttl|TooManyRequests|RequestLimit)/.test(said)) {
    return unavailable(`AWS throttles ${action}. Make fewer calls, or have the request rate raised.`)
  }
  if (said.startsWith('LimitExceeded')) {
    return unavailable(`${action} would exceed a quota. A secret takes about one write in 10 minutes.`)
  }
  return unavailable('AWS failed or cannot be reached.')
}
