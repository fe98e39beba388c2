import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const DIRECTORY_PREFIX = 'asana-auth-test-'

export function makeThrowawayDirectory(service: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `${DIRECTORY_PREFIX}${service}-`))
}

export function removeDirectory(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
