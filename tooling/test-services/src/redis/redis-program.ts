import { MissingServiceError } from '../missing-service-error.ts'
import { findProgram } from '../process/find-program.ts'
import { redisFromDebian } from './redis-from-debian.ts'

const names = ['redis-server', 'valkey-server']
const homebrew = ['/opt/homebrew/bin', '/usr/local/bin']

/**
 * The machine's own, else Debian's where we may install it: no npm package carries a Redis binary.
 *
 * @throws MissingServiceError
 */
export async function redisProgram(): Promise<string> {
  for (const name of names) {
    const program = await findProgram(name, homebrew)
    if (program) return program
  }
  const installed = await redisFromDebian()
  if (installed) return installed
  throw new MissingServiceError(
    'Redis',
    'TEST_REDIS_URL',
    'Install redis-server or valkey-server (`apt-get install redis-server`, `brew install redis`).',
  )
}
