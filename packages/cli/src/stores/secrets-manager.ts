import { setting } from '../settings/setting.ts'
import { awsOptions, awsPlace } from './aws-options.ts'
import { loadDriver } from './load-driver.ts'
import type { OpenStore } from './open-store.ts'
import type { StoreSettings } from './store-settings.ts'

const DRIVER = '@aws-sdk/client-secrets-manager'

/** Region, credentials and endpoint come from where the AWS SDK always looks. */
export async function openSecretsManager(settings: StoreSettings): Promise<OpenStore> {
  const { namespace, env } = settings
  // The SDK's notice about Node versions would stand in the output of every command.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const { SecretsManagerClient } = await loadDriver(DRIVER, () => import('@aws-sdk/client-secrets-manager'))
  // Not at the top: it imports the driver itself, and no command at all would start without.
  const { SecretsManagerStore } = await import('@x/asana-auth-store-secrets-manager')
  const client = new SecretsManagerClient({
    ...awsOptions(env),
    // By default the SDK waits for ever.
    requestHandler: { connectionTimeout: 5000, requestTimeout: 5000, throwOnRequestTimeout: true },
  })
  const prefix = setting(env, 'SECRETS_MANAGER_PREFIX')
  return {
    store: new SecretsManagerStore({
      client,
      ...(namespace !== undefined && { namespace }),
      ...(prefix !== undefined && { prefix }),
    }),
    place: [awsPlace(env), prefix].filter(Boolean).join(' '),
    close: async () => client.destroy(),
  }
}
