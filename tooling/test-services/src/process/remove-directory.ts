import { rm } from 'node:fs/promises'

/** With all in it; a server that is just ending may still be writing there. */
export function removeDirectory(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
}
