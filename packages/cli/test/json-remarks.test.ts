import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWith, Workbench } from './support/command-line.ts'

describe('standard error with --json', () => {
  it.each([[[]], [['migrate', 'help', 'nonsense']], [['help', 'nonsense']]])(
    'is JSON, and not the help, where there is no command to run: %j',
    async args => {
      const { code, out, remarks } = await runWith({}, [...args, '--json'])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(remarks).toEqual([{ error: { code: 'usage', message: expect.stringContaining('--help') } }])
    },
  )
})

const missing = await requireService('redis')

describe.skipIf(missing)(`revoke --json on a terminal${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
    await bench.connect('ada')
  })
  afterAll(() => bench?.close())

  const revoke = (stdin: string) => bench.run(['revoke', 'ada', '--json'], { tty: { in: true }, stdin })
  const question = expect.stringContaining('Disconnect ada')

  it('asks in JSON, and says in JSON that the answer was no', async () => {
    const { code, out, remarks } = await revoke('n\n')
    expect({ code, out }).toEqual({ code: 130, out: '' })
    expect(remarks).toEqual([
      { question },
      { error: { code: 'interrupted', message: 'Nothing was changed.' } },
    ])
  })

  it('goes on after yes', async () => {
    const { code, documents, remarks } = await revoke('y\n')
    expect({ code, documents }).toMatchObject({ code: 0, documents: [{ deleted: true }] })
    expect(remarks).toEqual([{ question }])
  })
})
