import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

/** The files of a checkout that match, committed or about to be: not what is ignored, nor what was deleted. */
export async function listFiles(root: string, patterns: readonly string[]): Promise<string[]> {
  const kinds = ['--cached', '--others', '--exclude-standard']
  const listed = await run('git', ['ls-files', ...kinds, '--', ...patterns], { cwd: root })
  return listed.split('\n').filter(file => file !== '' && existsSync(join(root, file)))
}
