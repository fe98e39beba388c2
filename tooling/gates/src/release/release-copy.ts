import { cp, mkdir, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from '../repository/run.ts'

/** What `changeset version` reads and writes, copied into a folder that is a git repository of its own. */
export async function copyForRelease(root: string, copy: string): Promise<void> {
  const git = (...args: string[]) => run('git', args, { cwd: root })
  const wanted = ['package.json', '*/package.json', 'pnpm-workspace.yaml', '.changeset/*']
  const listed = await git('ls-files', '--cached', '--others', '--exclude-standard', ...wanted)
  for (const file of listed.split('\n')) {
    await mkdir(dirname(join(copy, file)), { recursive: true })
    await cp(join(root, file), join(copy, file))
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  const who = ['-c', 'user.name=gates', '-c', 'user.email=gates@localhost']
  await run('git', ['init', '--quiet', '--initial-branch', 'main'], { cwd: copy })
  await run('git', ['add', '--', '*.json', '*.md', '*.yaml'], { cwd: copy })
  await run('git', [...who, 'commit', '--quiet', '--message', 'Before the release'], { cwd: copy })
}
