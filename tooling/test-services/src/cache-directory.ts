import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where programs are kept that a machine did not have, from one run to the next. */
export async function cacheDirectory(name: string): Promise<string> {
  const directory = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'asana-auth', name)
  await mkdir(directory, { recursive: true })
  return directory
}
