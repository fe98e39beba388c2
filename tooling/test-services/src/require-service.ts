import { MissingServiceError } from './missing-service-error.ts'
import { postgresPrograms } from './postgres/postgres-programs.ts'
import { redisProgram } from './redis/redis-program.ts'
import { motoProgram } from './secrets-manager/moto-program.ts'

export type ServiceKind = 'redis' | 'redis-cluster' | 'postgres' | 'secrets-manager'

const services: Record<ServiceKind, { readonly variable?: string; readonly find: () => Promise<string> }> = {
  redis: { variable: 'TEST_REDIS_URL', find: redisProgram },
  'redis-cluster': { find: redisProgram },
  postgres: { variable: 'TEST_POSTGRES_URL', find: postgresPrograms },
  'secrets-manager': { variable: 'TEST_SECRETS_MANAGER_URL', find: motoProgram },
}

/**
 * Undefined when the service can be had; else why not, for a test that skips and says so. Under CI=true
 * a missing service is a failure instead: a run that skipped would look like one that passed.
 *
 * @param options `throwaway`: as for the service; a server in the environment is not enough
 * @throws MissingServiceError under CI=true
 */
export async function requireService(
  kind: ServiceKind,
  options: { readonly throwaway?: boolean } = {},
): Promise<string | undefined> {
  const { variable, find } = services[kind]
  if (variable && process.env[variable] && !options.throwaway) return undefined
  try {
    await find()
    return undefined
  } catch (error) {
    if (!(error instanceof MissingServiceError) || inContinuousIntegration()) throw error
    return error.message
  }
}

function inContinuousIntegration(): boolean {
  return !['', '0', 'false'].includes(process.env['CI'] ?? '')
}
