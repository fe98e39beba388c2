import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { runWith } from './support/command-line.ts'

const exec = promisify(execFile)
const script = async (shell: string) => (await runWith({}, ['completion', shell])).out

async function has(shell: string): Promise<boolean> {
  return exec(shell, ['-c', 'true']).then(
    () => true,
    () => false,
  )
}

/** What bash offers for a line whose last word is being typed. */
async function bash(...words: string[]): Promise<string[]> {
  const quoted = ['asana-auth', ...words].map(word => `'${word}'`).join(' ')
  const ask = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _asana_auth; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout } = await exec('bash', ['--norc', '-c', `${await script('bash')}\n${ask}`])
  return stdout.split('\n').filter(Boolean)
}

const noBash = (await has('bash')) ? '' : 'bash is not installed'

describe.skipIf(noBash)(`completion in bash ${noBash}`, () => {
  it('offers the commands', async () => {
    expect(await bash('')).toEqual(expect.arrayContaining(['login', 'token', 'migrate', 'completion']))
    expect(await bash('re')).toEqual(['revoke', 'rekey'])
  })

  it('offers the options of the command and those of all', async () => {
    expect(await bash('token', '--s')).toEqual(['--show', '--store'])
    expect(await bash('list', '--')).toEqual(
      expect.arrayContaining(['--prefix', '--long', '--json', '--help']),
    )
    expect(await bash('list', '--sh')).toEqual([])
  })

  it('offers the values of an option', async () => {
    expect(await bash('list', '--store', '')).toEqual(['redis', 'postgres', 'secrets-manager'])
    expect(await bash('migrate', '--to', 'p')).toEqual(['postgres'])
  })

  it('offers what is below a command, and the choices of its argument', async () => {
    expect(await bash('migrate', '')).toEqual(['schema'])
    expect(await bash('migrate', 'schema', '--pr')).toEqual(['--print'])
    expect(await bash('completion', '')).toEqual(['bash', 'zsh', 'fish'])
  })

  it('is not misled by options and their values', async () => {
    expect(await bash('--store', 'redis', 'tok')).toEqual(['token'])
    expect(await bash('--namespace', 'migrate', 'token', '--sh')).toEqual(['--show'])
  })

  it('offers files where files are wanted', async () => {
    expect(await bash('list', '--env-file', '/etc/host')).toContain('/etc/hosts')
    expect(await bash('import', '/etc/host')).toContain('/etc/hosts')
  })

  it('says nothing where it knows nothing', async () => {
    expect(await bash('list', '--prefix', '')).toEqual([])
  })
})

const noZsh = (await has('zsh')) ? '' : 'zsh is not installed (apt-get install zsh)'

describe.skipIf(noZsh)(`completion in zsh ${noZsh}`, () => {
  it('is loaded and bound to the command', async () => {
    const check = 'autoload -Uz compinit; compinit -u -D; eval "$SCRIPT"; print $_comps[asana-auth]'
    const env = { ...process.env, SCRIPT: await script('zsh') }
    const { stdout, stderr } = await exec('zsh', ['-f', '-c', check], { env })
    expect({ stdout, stderr }).toEqual({ stdout: '_asana-auth\n', stderr: '' })
  })
})

const noFish = (await has('fish')) ? '' : 'fish is not installed (apt-get install fish)'

describe.skipIf(noFish)(`completion in fish ${noFish}`, () => {
  const fish = async (line: string) => {
    const { stdout } = await exec('fish', [
      '--no-config',
      '-c',
      `${await script('fish')}\ncomplete -C '${line}'`,
    ])
    return stdout.split('\n').map(row => row.split('\t')[0] ?? '')
  }

  it('offers commands, options and values', async () => {
    expect(await fish('asana-auth re')).toEqual(expect.arrayContaining(['revoke', 'rekey']))
    expect(await fish('asana-auth token --sh')).toContain('--show')
    expect(await fish('asana-auth list --store ')).toContain('postgres')
    expect(await fish('asana-auth migrate ')).toContain('schema')
    expect(await fish('asana-auth completion ')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']))
  })
})

it('is not there for other shells', async () => {
  expect(await runWith({}, ['completion', 'tcsh'])).toMatchObject({ code: 2, out: '' })
})
