import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { requireService, startSecretsManager } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { type Ran, runWith, Workbench } from './support/command-line.ts'

const exec = promisify(execFile)

/** The arguments that a shell makes of what the command printed: somebody copies it and pastes it. */
async function pasted({ err }: Ran): Promise<string[]> {
  const [line = ''] = /--cursor .*/.exec(err.split('\n').at(-2) ?? '') ?? []
  const { stdout } = await exec('sh', ['-c', `printf '%s\\0' ${line}`])
  return stdout.split('\0').slice(0, -1)
}

/** Stops it as soon as it tells how far it is. */
function interruptible() {
  const interrupted = new AbortController()
  const onErr = (text: string) => text.includes('looked at') && interrupted.abort()
  return { signal: interrupted.signal, onErr }
}

const missing = await requireService('redis')

describe.skipIf(missing)(`The cursor of an interrupted run${missing ? `: ${missing}` : ''}`, () => {
  it.each([
    ['spaces', (n: number) => `user ${n}`],
    ["the shell's own characters", (n: number) => `$(exit ${n}) ; "a" \\ 'b' {c,d}`],
    ['members', (n: number) => JSON.stringify({ tenant: 'a b', user: n })],
    ['line breaks', (n: number) => `user\n${n}\u001b[2J`],
  ])('can be pasted into a shell where subjects have %s', async (_, subjectOf) => {
    await using bench = await Workbench.open()
    await using auth = bench.manager()
    const subjects = Array.from({ length: 101 }, (_, index) => subjectOf(index + 100))
    for (const subject of subjects)
      await auth.storeCredentials('asana', subject, { access_token: 'a', refresh_token: 'r' })
    const args = ['migrate', '--to', 'redis', '--to-namespace', `${bench.env['CREDENTIAL_NAMESPACE']}-2`]
    const first = await bench.run(args, interruptible())
    expect(first.code).toBe(130)
    const { code, out } = await bench.run([...args, ...(await pasted(first))])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Copied 1 ') })
  })

  it('is of the same command: rekey does not leave out its other options', async () => {
    await using bench = await Workbench.open()
    await using auth = bench.manager()
    for (let index = 0; index < 101; index++)
      await auth.storeCredentials('asana', `user-${index}`, { access_token: 'a', refresh_token: 'r' })
    const { CREDENTIAL_NAMESPACE: namespace = '' } = bench.env
    const args = ['rekey', '--namespace', namespace]
    const first = await bench.run(args, { ...interruptible(), env: { CREDENTIAL_NAMESPACE: '' } })
    expect(first.code).toBe(130)
    expect(first.out).toContain('Looked at 100 ')
    expect(first.err).toContain('the same command and --cursor ')
    const { code, out } = await bench.run([...args, ...(await pasted(first))])
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Looked at 1 ') })
  })
})

const noMoto = await requireService('secrets-manager')

describe.skipIf(noMoto)(`The cursor of Secrets Manager${noMoto ? `: ${noMoto}` : ''}`, () => {
  it('can be pasted into a shell', async () => {
    const server = await startSecretsManager({ throwaway: true })
    const env = {
      CREDENTIAL_STORE: 'secrets-manager',
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_REGION: server.region,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    }
    try {
      const entries = Array.from({ length: 101 }, (_, n) => ({ subject: `user-${n}`, access_token: 'a' }))
      await runWith(env, ['import'], { stdin: JSON.stringify(entries) })
      const args = ['migrate', '--to', 'secrets-manager', '--to-namespace', 'other']
      const first = await runWith(env, args, interruptible())
      expect(first.code).toBe(130)
      const { code, out } = await runWith(env, [...args, ...(await pasted(first))])
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('Copied 1 ') })
    } finally {
      await server.close()
    }
  })
})
