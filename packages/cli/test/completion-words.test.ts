import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { runWith } from './support/command-line.ts'

const exec = promisify(execFile)
const hasBash = await exec('bash', ['-c', 'true']).then(
  () => true,
  () => false,
)

/** What bash offers for a line whose last word is being typed. */
async function bash(words: readonly string[], cwd?: string): Promise<string[]> {
  const { out } = await runWith({}, ['completion', 'bash'])
  const quoted = ['asana-auth', ...words].map(word => `'${word}'`).join(' ')
  const ask = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _asana_auth; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = await exec('bash', ['--norc', '-c', `${out}\n${ask}`], { cwd })
  expect(stderr).toBe('')
  return stdout.split('\n').filter(Boolean)
}

it.skipIf(!hasBash)('bash completes the other name of a command, and its options', async () => {
  expect(await bash(['dis'])).toEqual(['disconnect'])
  expect(await bash(['disconnect', '--y'])).toEqual(['--yes'])
})

it.skipIf(!hasBash)('bash completes files with blanks in their names', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'asana-auth-cli-'))
  await writeFile(join(directory, 'my export.json'), '')
  await mkdir(join(directory, 'my files'))
  expect((await bash(['import', 'my'], directory)).sort()).toEqual(['my export.json', 'my files'])
  expect(await bash(['list', '--env-file', 'my e'], directory)).toEqual(['my export.json'])
  await rm(directory, { recursive: true })
})

it('zsh and fish know the other name of a command, too', async () => {
  for (const shell of ['zsh', 'fish'])
    expect((await runWith({}, ['completion', shell])).out).toMatch(/disconnect/)
})
