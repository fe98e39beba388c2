import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(
  `migrate over what the target's keys do not open${missing ? `: ${missing}` : ''}`,
  () => {
    let bench: Workbench
    beforeAll(async () => {
      bench = await Workbench.open()
      await bench.connect('ada', 'bob')
    })
    afterAll(() => bench?.close())

    it('leaves it, names it and fails: it may well be the older one', async () => {
      const namespace = `${bench.env['CREDENTIAL_NAMESPACE']}-target`
      const args = ['migrate', '--to', 'redis', '--to-namespace', namespace, '--json']
      const right = { TARGET_ENCRYPTION_KEYS: newKey('right') }
      expect((await bench.run(args, { env: right })).documents).toMatchObject([{ copied: 2 }])
      await bench.connect('ada')

      const wrong = await bench.run(args, { env: { TARGET_ENCRYPTION_KEYS: newKey('wrong') } })
      expect(wrong).toMatchObject({ code: 1, documents: [{ updated: 0, kept: 0, unreadable: 2 }] })
      const message = expect.stringMatching(/"ada", "bob".*TARGET_ENCRYPTION_KEYS/)
      expect(wrong.remarks.at(-1)).toEqual({ error: { code: 'unreadable', message } })

      const again = await bench.run(args, { env: right })
      expect(again).toMatchObject({ code: 0, documents: [{ updated: 1, same: 1, unreadable: 0 }] })
    })
  },
)
