export {
  type AppCredentialsOptions,
  secretsManagerAppCredentials,
} from './app/secrets-manager-app-credentials.ts'
export { SecretsManagerStore } from './secrets-manager-store.ts'
export type { SecretsManagerStoreOptions } from './store-options.ts'
