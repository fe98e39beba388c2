import { startThrowaway } from '../process/start-throwaway.ts'
import { notOurs, type TestService } from '../test-service.ts'
import { answersPing } from './redis-commands.ts'
import { redisProgram } from './redis-program.ts'

export interface Redis extends TestService {
  /** redis://host:port */
  readonly url: string
}

export interface RedisOptions {
  /** Never the server in TEST_REDIS_URL, for tests that stop it. */
  readonly throwaway?: boolean
  /** A throwaway whose data survives `stop` and `start`. */
  readonly persistent?: boolean
}

/**
 * TEST_REDIS_URL, else a throwaway Redis. Who shares a server keeps apart by key prefix.
 *
 * @throws MissingServiceError
 */
export async function startRedis(options: RedisOptions = {}): Promise<Redis> {
  const { persistent = false, throwaway = persistent } = options
  const url = process.env['TEST_REDIS_URL']
  if (url && !throwaway) return { url, ...notOurs('TEST_REDIS_URL'), close: async () => {} }
  const program = await redisProgram()
  const { port, stop, start, close } = await startThrowaway((port, directory) => ({
    program,
    args: [...commonArgs(port), ...(persistent ? durable : fleeting)],
    directory,
    isReady: () => answersPing(port),
  }))
  return { url: `redis://127.0.0.1:${port}`, managed: true, stop, start, close }
}

export function commonArgs(port: number): string[] {
  return ['--port', String(port), '--bind', '127.0.0.1', '--dir', '.', '--save', '']
}

const fleeting = ['--appendonly', 'no']
const durable = ['--appendonly', 'yes', '--appendfsync', 'always']
