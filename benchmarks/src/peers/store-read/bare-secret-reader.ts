import type { StoreConnection } from '@x/store-services'
import type { BareReader } from './bare-reader.ts'

/** The AWS SDK's own call for the very secret that the store reads, and its payload. */
export async function bareSecretReader(
  { endpoint, region, accessKeyId, secretAccessKey }: Extract<StoreConnection, { kind: 'secrets-manager' }>,
  namespace: string,
): Promise<BareReader> {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const credentials = { accessKeyId, secretAccessKey }
  const client = new SecretsManagerClient({ endpoint, region, credentials })
  return {
    readPayload: async subject => {
      const SecretId = `asana-auth/${namespace}/asana/${subject}`
      const { SecretString = '{}' } = await client.send(
        new GetSecretValueCommand({ SecretId, VersionStage: 'AWSCURRENT' }),
      )
      return (JSON.parse(SecretString) as { payload?: string }).payload ?? ''
    },
    close: async () => client.destroy(),
  }
}
