import { cpSync, existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { peerFolder } from '../peers/peer-folder.ts'
import { subjects } from './subjects.ts'

/**
 * Puts what our packages would publish beside the peers, as `npm install` would: both are then looked for and read
 * in the same way. In the workspace ours are behind symbolic links, which cost a start most of a millisecond.
 */
export function installOurs(): void {
  const names = subjects.filter(({ origin }) => origin === 'ours').flatMap(({ packages }) => packages)
  for (const name of new Set(names)) {
    const from = realpathSync(join(peerFolder, '../node_modules', name))
    const to = join(peerFolder, 'node_modules', name)
    rmSync(to, { recursive: true, force: true })
    for (const file of published(from)) cpSync(join(from, file), join(to, file), { recursive: true })
  }
}

function published(folder: string): string[] {
  const { files } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { files: string[] }
  return ['package.json', 'README.md', 'LICENSE', ...files].filter(file => existsSync(join(folder, file)))
}
