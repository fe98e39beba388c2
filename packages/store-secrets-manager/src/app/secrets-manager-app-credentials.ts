import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { type AsanaAppOptions, ConfigurationError } from '@x/asana-auth-core'
import { awsError } from '../aws-error.ts'
import { GONE, MISSING } from '../refusal.ts'
import { CURRENT, STORE } from '../stages.ts'
import { appOptionsFrom, type Complain } from './app-secret.ts'

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
  const name = JSON.stringify(secretId)
  const complain: Complain = (what, code = 'invalid_option') =>
    new ConfigurationError(code, `The secret ${name} ${what}.`)
  if (!secretId) throw complain('has no name: set secretId')
  const command = new GetSecretValueCommand({ SecretId: secretId, VersionStage: versionStage })
  try {
    const { SecretString } = await client.send(command)
    return appOptionsFrom(SecretString, complain)
  } catch (error) {
    const said = String(error)
    if (MISSING.test(said))
      throw complain("does not exist: check name, label, and the client's region and account")
    if (GONE.test(said)) throw complain('is scheduled for deletion: restore it (restore-secret)')
    const at = { store: STORE, operation: 'secretsManagerAppCredentials' }
    throw awsError(error, { action: 'GetSecretValue', resource: `the ARN of ${name}`, at })
  }
}
