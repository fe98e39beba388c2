import { cp, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listFiles } from '../repository/files.ts'
import { run } from '../repository/run.ts'

/** What `changeset version` reads and writes, copied into a folder that is a git repository of its own. */
export async function copyForRelease(root: string, copy: string): Promise<void> {
  const wanted = ['package.json', '*/package.json', 'pnpm-workspace.yaml', '.changeset/*']
  for (const file of await listFiles(root, wanted)) {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await cp(join(root, file), join(copy, file))
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const who = ['-c', 'user.name=gates', '-c', 'user.email=gates@localhost']
  await run('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: copy })
  await run('git', ['add', '--', '*.json', '*.md', '*.yaml'], { cwd: copy })
  await run('git', [...who, 'commit', '--quiet', '--message', 'Before the release'], { cwd: copy })
}
