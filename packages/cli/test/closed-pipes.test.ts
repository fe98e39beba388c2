import { once } from 'node:events'
import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltCli } from './support/built-cli.ts'
import { newKey, Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`A standard error that nobody reads${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  let cli: BuiltCli
  beforeAll(async () => {
    ;[bench, cli] = await Promise.all([Workbench.open(), BuiltCli.build()])
    await bench.connect('ada', 'bob')
  })
  afterAll(async () => {
    await Promise.all([bench?.close(), cli?.[Symbol.asyncDispose]()])
  })

  /** `asana-auth … 2>&1 >result | head -0` */
  async function deaf(args: readonly string[], env: Record<string, string>) {
    const child = cli.start(args, env)
    child.stderr.destroy()
    let out = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    const [code] = await once(child, 'close')
    return { code, out }
  }

  it('does not end a command that is at work', async () => {
    const env = { ...bench.env, ENCRYPTION_KEYS: `${newKey('second')},${bench.env['ENCRYPTION_KEYS']}` }
    const { code, out } = await deaf(['rekey', '--json'], env)
    expect({ code, document: JSON.parse(out || 'null') }).toEqual({
      code: 0,
      document: { scanned: 2, resealed: 2, unreadable: [] },
    })
    bench.env['ENCRYPTION_KEYS'] = env.ENCRYPTION_KEYS
  })

  it('changes no exit code', async () => {
    expect(await deaf(['status', ''], bench.env)).toEqual({ code: 2, out: '' })
    expect(await deaf(['token', 'nobody'], bench.env)).toEqual({ code: 3, out: '' })
  })
})
