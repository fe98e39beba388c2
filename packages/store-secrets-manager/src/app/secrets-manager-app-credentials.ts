import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { type AsanaAppOptions, ConfigurationError } from '@x/asana-auth-core'
import { awsError } from '../aws-error.ts'
import { refusalOf } from '../refusal.ts'
import { CURRENT } from '../stages.ts'
import { appOptionsFrom } from './app-secret.ts'

export interface AppCredentialsOptions {
  readonly client: Pick<SecretsManagerClient, 'send'>
  /** The secret's name or ARN. */
  readonly secretId: string
  /** Default `AWSCURRENT`. */
  readonly versionStage?: string
}

/**
 * The Asana app's client id and secret, kept in Secrets Manager: `asana` for AuthManager.
 *
 * @throws ConfigurationError `invalid_option` (no such secret, or not a JSON object), `missing_client_id`,
 *   `missing_client_secret`, `store_permission_denied`
 * @throws StoreUnavailableError
 */
export async function secretsManagerAppCredentials(options: AppCredentialsOptions): Promise<AsanaAppOptions> {
  const { client, secretId, versionStage = CURRENT } = options
  if (!secretId)
    throw new ConfigurationError('invalid_option', 'secretId must be the name or ARN of a secret.')
  const secret = `The secret ${JSON.stringify(secretId)}`
  const command = new GetSecretValueCommand({ SecretId: secretId, VersionStage: versionStage })
  try {
    const { SecretString } = await client.send(command)
    return appOptionsFrom(secret, SecretString)
  } catch (error) {
    const problem = problems[refusalOf(error) ?? '']
    if (problem) throw new ConfigurationError('invalid_option', `${secret} ${problem}`)
    const request = { action: 'GetSecretValue', resource: `the ARN of ${JSON.stringify(secretId)}` }
    throw awsError(error, request, { operation: 'secretsManagerAppCredentials' })
  }
}

const problems: Readonly<Record<string, string>> = {
  missing:
    'does not exist, or has no version with that staging label: check its name, and the region and account of the client.',
  marked: 'is scheduled for deletion: restore it with `aws secretsmanager restore-secret`.',
}
