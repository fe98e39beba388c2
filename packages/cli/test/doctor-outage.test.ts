import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`doctor while Asana is ill${missing ? `: ${missing}` : ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
  })
  afterAll(() => bench?.close())

  it.each([429, 503])('does not say of a %i that Asana knows the personal access token', async status => {
    bench.sandbox.faults.add({ at: 'api', times: Infinity, fault: { kind: 'status', status } })
    const { documents } = await bench.run(['doctor', '--json'], {
      env: { ASANA_ACCESS_TOKEN: 'nobody knows' },
    })
    bench.sandbox.faults.clear()
    expect(documents[0]?.['checks']).toContainEqual({
      check: 'app.token',
      status: 'skipped',
      message: `Asana answered ${status}.`,
    })
  })
})
