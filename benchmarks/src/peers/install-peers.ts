import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { peerFolder } from './peer-folder.ts'

/**
 * Installs exactly what the lock file says, if that has not been done: 100 MB that nobody needs who
 * does not run the benchmarks. No package may run a script.
 * @throws Error when npm fails
 */
export async function installPeers(): Promise<void> {
  const lock = readFileSync(join(peerFolder, 'package-lock.json'), 'utf8')
  const installed = join(peerFolder, 'node_modules', '.installed-lock.json')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return
  process.stderr.write('Installing the peers (about 100 MB, once) …\n')
  const npm = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: peerFolder,
    // Standard output is for the results.
    stdio: ['ignore', 2, 'inherit'],
    shell: process.platform === 'win32',
  })
  const [code] = (await once(npm, 'exit')) as [number | null]
  if (code !== 0)
    throw new Error(`The peers could not be installed: npm ci ended with ${code}. It needs the registry.`)
  writeFileSync(installed, lock)
}
