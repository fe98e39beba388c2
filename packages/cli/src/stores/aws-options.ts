import type { SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager'
import type { Environment } from '@x/asana-auth-core'
import { UsageError } from '../cli-errors.ts'
import { setting } from '../settings/setting.ts'

const credentialNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']

/**
 * The AWS SDK looks into the environment of the process and nowhere else. What differs from it, because it came
 * from `--env-file` or is the target's, has to be handed over.
 * @throws UsageError `invalid_setting`
 */
export function awsOptions(env: Environment): SecretsManagerClientConfig {
  const differs = (name: string) => setting(env, name) !== setting(process.env, name)
  const own = (name: string) => (differs(name) ? setting(env, name) : undefined)
  const region = own('AWS_REGION')
  const endpoint = own('AWS_ENDPOINT_URL_SECRETS_MANAGER') ?? own('AWS_ENDPOINT_URL')
  const profile = own('AWS_PROFILE')
  const credentials = credentialNames.some(differs) ? credentialsIn(env) : undefined
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    ...(profile && { profile }),
    ...(credentials && { credentials }),
  }
}

function credentialsIn(env: Environment): SecretsManagerClientConfig['credentials'] {
  const [accessKeyId, secretAccessKey, sessionToken] = credentialNames.map(name => setting(env, name))
  if (accessKeyId && secretAccessKey)
    return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) }
  // The SDK would go on to look elsewhere, and find another account.
  if (accessKeyId || secretAccessKey)
    throw new UsageError('Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, not one alone.', 'invalid_setting')
  return undefined
}

/** Which account's secrets these are, and where: what tells two stores apart, as far as the environment tells it. */
export function awsPlace(env: Environment): string {
  const names = [
    'AWS_ENDPOINT_URL_SECRETS_MANAGER',
    'AWS_ENDPOINT_URL',
    'AWS_REGION',
    'AWS_PROFILE',
    'AWS_ACCESS_KEY_ID',
  ]
  return names.map(name => setting(env, name) ?? '').join(' ')
}
