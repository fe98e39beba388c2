import { startThrowaway } from '../process/start-throwaway.ts'
import { notOurs, type TestService } from '../test-service.ts'
import { motoEnvironment } from './moto-environment.ts'
import { motoProgram } from './moto-program.ts'

export interface SecretsManager extends TestService {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export interface SecretsManagerOptions {
  /** Never the server in TEST_SECRETS_MANAGER_URL, for tests that stop it. */
  readonly throwaway?: boolean
}

/** moto takes any; with none at all the AWS SDK would look for real ones. */
const account = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
}

/**
 * TEST_SECRETS_MANAGER_URL, else a throwaway moto_server. It keeps its secrets in memory: a stop loses
 * them. Who shares a server keeps apart by the secrets' names.
 *
 * @throws MissingServiceError
 */
export async function startSecretsManager(options: SecretsManagerOptions = {}): Promise<SecretsManager> {
  const variable = 'TEST_SECRETS_MANAGER_URL'
  const endpoint = process.env[variable]
  if (endpoint && !options.throwaway) {
    return { endpoint, ...account, ...notOurs(variable), close: async () => {} }
  }
  const program = await motoProgram()
  const { port, stop, start, close } = await startThrowaway(async (port, directory) => ({
    program,
    args: ['-H', '127.0.0.1', '-p', String(port)],
    directory,
    environment: await motoEnvironment(directory),
    isReady: async () => (await fetch(`http://127.0.0.1:${port}/moto-api/`)).ok,
  }))
  return { endpoint: `http://127.0.0.1:${port}`, ...account, managed: true, stop, start, close }
}
