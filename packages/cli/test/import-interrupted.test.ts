import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltCli, ended } from './support/built-cli.ts'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`import from an input that does not end${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  let cli: BuiltCli
  beforeAll(async () => {
    ;[bench, cli] = await Promise.all([Workbench.open(), BuiltCli.build()])
  })
  afterAll(async () => {
    await Promise.all([bench?.close(), cli?.[Symbol.asyncDispose]()])
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends on %s with 130, and imports nothing', async signal => {
    const child = cli.start(['import', '--json'], bench.env)
    const output = ended(child)
    // It reads: more than a pipe holds has been taken from it.
    const line = '{"subject":"ada","access_token":"a"}\n'
    await new Promise(resolve => child.stdin.write(line + ' '.repeat(1_000_000), resolve))
    child.kill(signal)
    const { code, out, err } = await output
    expect({ code, out }).toEqual({ code: 130, out: '' })
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'interrupted' } })
    expect(await bench.store.get({ provider: 'asana', subject: 'ada' })).toBeUndefined()
  })
})
