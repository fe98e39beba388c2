import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`import ${missing ?? ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
  })
  afterAll(() => bench.close())

  async function load(subject: string) {
    await using auth = bench.manager()
    return auth.loadCredentials('asana', subject)
  }

  const ada = {
    subject: 'ada',
    access_token: 'access-ada',
    refresh_token: 'refresh-ada',
    expires_at: 1_800_000_000,
    scope: 'default',
  }
  const bob = { subject: 'bob', accessToken: 'access-bob' }

  it.each([
    ['an array', JSON.stringify([ada, bob], null, 2)],
    ['an object a line', `${JSON.stringify(ada)}\n\n${JSON.stringify(bob)}\n`],
  ])('stores credentials from %s on standard input', async (_, stdin) => {
    const { code, documents } = await bench.run(['import', '--json'], { stdin })
    expect({ code, documents }).toEqual({ code: 0, documents: [{ imported: 2, kept: 0 }] })
    expect(await load('ada')).toMatchObject({
      accessToken: 'access-ada',
      refreshToken: 'refresh-ada',
      expiresAt: 1_800_000_000_000,
      scope: ['default'],
    })
    expect(await load('bob')).toMatchObject({ accessToken: 'access-bob' })
    for (const subject of ['ada', 'bob']) await bench.store.delete({ provider: 'asana', subject })
  })

  it('reads a file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'asana-auth-cli-'))
    const path = join(directory, 'credentials.json')
    await writeFile(path, JSON.stringify(ada))
    expect(await bench.run(['import', path, '--json'])).toMatchObject({ documents: [{ imported: 1 }] })
    expect(await bench.run(['import', join(directory, 'none')])).toMatchObject({ code: 2, out: '' })
    await rm(directory, { recursive: true })
  })

  it('leaves what is stored unless it is told to replace it', async () => {
    const stdin = JSON.stringify({ ...ada, access_token: 'another' })
    expect((await bench.run(['import', '--json'], { stdin })).documents).toEqual([{ imported: 0, kept: 1 }])
    expect(await load('ada')).toMatchObject({ accessToken: 'access-ada' })
    await bench.run(['import', '--overwrite'], { stdin })
    expect(await load('ada')).toMatchObject({ accessToken: 'another' })
  })

  it.each([
    ['no subject', JSON.stringify([bob, { access_token: 'leak-me-not' }])],
    ['no access token', JSON.stringify([bob, { subject: 'eve', refresh_token: 'leak-me-not' }])],
    ['a subject that is no text', JSON.stringify([bob, { subject: 1, access_token: 'leak-me-not' }])],
    ['the same subject twice', JSON.stringify([{ ...bob, access_token: 'leak-me-not' }, bob])],
    ['half a line', `${JSON.stringify(bob)}\n{"subject":"eve","access_token":"leak-me-not`],
  ])('writes nothing when an entry has %s', async (_, stdin) => {
    const { code, out, err, remarks } = await bench.run(['import', '--json'], { stdin })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(remarks).toEqual([
      { error: { code: 'invalid_import', message: expect.stringContaining('entry 2') } },
    ])
    expect(err).not.toContain('leak-me-not')
    expect(await load('bob')).toBeUndefined()
  })
})
