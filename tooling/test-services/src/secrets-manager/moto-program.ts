import { MissingServiceError } from '../missing-service-error.ts'
import { findProgram } from '../process/find-program.ts'

/** @throws MissingServiceError */
export async function motoProgram(): Promise<string> {
  const program = await findProgram('moto_server')
  if (program) return program
  throw new MissingServiceError(
    'Secrets Manager (moto_server)',
    'TEST_SECRETS_MANAGER_URL',
    "Install it with Python: `pip install 'moto[server]'` (or `pipx install 'moto[server]'`).",
  )
}
