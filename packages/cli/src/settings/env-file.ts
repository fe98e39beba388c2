import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Environment } from '@x/asana-auth-core'
import { UsageError } from '../cli-errors.ts'

/** The environment with the variables of a .env file beneath it: what is set already wins, as with `node --env-file`. */
export function withEnvFile(env: Environment, path: string | undefined): Environment {
  if (path === undefined) return env
  try {
    return { ...parseEnv(readFileSync(path, 'utf8')), ...env }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--env-file names ${path}, which cannot be read (${code}).`, 'invalid_setting')
  }
}
