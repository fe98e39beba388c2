import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, runWith, Workbench } from './support/command-line.ts'

describe('the command line', () => {
  it('shows help and the version on standard output', async () => {
    const help = await runWith({}, ['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const name of ['login', 'token', 'migrate', 'doctor', 'completion']) expect(help.out).toContain(name)
    expect(await runWith({}, ['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+/),
    })
  })

  it('shows help on standard error, and fails, when there is no command', async () => {
    expect(await runWith({}, [])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('Usage:') })
  })

  it.each([
    [['tokn', 'ada'], 'token'],
    [['token'], 'subject'],
    [['token', 'ada', '--jsn'], '--json'],
    [['list', '--store', 'memory'], 'redis, postgres, secrets-manager'],
  ])('refuses %j and says what is meant', async (args, meant) => {
    const { code, out, err } = await runWith({}, args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(meant)
  })

  it('tells usage errors as JSON, too', async () => {
    const { remarks } = await runWith({}, ['token', '--json'])
    expect(remarks).toEqual([{ error: { code: 'usage', message: expect.stringContaining('subject') } }])
  })

  it.each([
    ['missing_setting', {}],
    ['unknown_store', { CREDENTIAL_STORE: 'memory' }],
    ['missing_setting', { CREDENTIAL_STORE: 'redis' }],
    ['missing_setting', { CREDENTIAL_STORE: 'redis', REDIS_URL: ' ' }],
    ['invalid_setting', { CREDENTIAL_STORE: 'postgres', DATABASE_URL: 'hunter2-in-a-wrong-place' }],
  ])('exits with 2 and %s for %j', async (code, env) => {
    const ran = await runWith(env, ['list', '--json'])
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code } }] })
    expect(ran.err).not.toContain('hunter2')
  })

  it('exits with 4 when the store is away', async () => {
    const env = { CREDENTIAL_STORE: 'redis', REDIS_URL: `redis://127.0.0.1:${await freePort()}` }
    expect(await runWith(env, ['list', '--json'])).toMatchObject({
      code: 4,
      remarks: [{ error: { code: 'store_unavailable' } }],
    })
  })
})

const missing = await requireService('redis')

describe.skipIf(missing)(`encryption keys ${missing ?? ''}`, () => {
  let bench: Workbench
  let directory: string
  beforeAll(async () => {
    bench = await Workbench.open()
    await bench.connect('ada')
    directory = await mkdtemp(join(tmpdir(), 'asana-auth-cli-'))
  })
  afterAll(async () => {
    await rm(directory, { recursive: true })
    await bench.close()
  })

  it('come from a file, a key a line', async () => {
    const { ENCRYPTION_KEYS = '', ...env } = bench.env
    const path = join(directory, 'keys')
    await writeFile(path, `${newKey('new')}\n${ENCRYPTION_KEYS}\n`)
    expect((await runWith({ ...env, ENCRYPTION_KEYS_FILE: path }, ['status', 'ada'])).code).toBe(0)
  })

  it('come from an env file, beneath what is set', async () => {
    const { ENCRYPTION_KEYS = '', CREDENTIAL_STORE = '', ...env } = bench.env
    const path = join(directory, '.env')
    await writeFile(
      path,
      `ENCRYPTION_KEYS=${ENCRYPTION_KEYS}\nCREDENTIAL_STORE=redis\nREDIS_URL=redis://127.0.0.1:1\n`,
    )
    expect((await runWith(env, ['status', 'ada', '--env-file', path])).code).toBe(0)
  })

  it.each(['no-such-file', ''])('are not read from %j', async name => {
    const { ENCRYPTION_KEYS: _, ...env } = bench.env
    const ran = await runWith({ ...env, ENCRYPTION_KEYS_FILE: join(directory, name) }, [
      'status',
      'ada',
      '--json',
    ])
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'invalid_setting' } }] })
  })

  it('are not repeated when they are wrong', async () => {
    const ran = await bench.run(['status', 'ada'], { env: { ENCRYPTION_KEYS: 'id:correct-horse-battery' } })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).not.toContain('horse')
  })

  it('that do not open a credential are named by their ids', async () => {
    const ran = await bench.run(['status', 'ada'], { env: { ENCRYPTION_KEYS: newKey('other') } })
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('"first"') })
  })
})
