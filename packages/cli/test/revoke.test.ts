import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`revoke ${missing ?? ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
  })
  afterAll(() => bench.close())

  const isStored = async (subject: string) =>
    (await bench.store.get({ provider: 'asana', subject })) !== undefined
  const activeGrants = () => bench.sandbox.grants.filter(({ revoked }) => !revoked).length

  it('ends the grant at Asana and deletes the credentials', async () => {
    await bench.connect('ada')
    const before = activeGrants()
    const { code, documents } = await bench.run(['revoke', 'ada', '--json'])
    expect({ code, documents }).toEqual({
      code: 0,
      documents: [{ subject: 'ada', revoked: true, deleted: true }],
    })
    expect(await isStored('ada')).toBe(false)
    expect(activeGrants()).toBe(before - 1)
  })

  it('says that there was nothing', async () => {
    const { code, documents } = await bench.run(['disconnect', 'ada', '--json'])
    expect({ code, documents }).toEqual({
      code: 0,
      documents: [{ subject: 'ada', revoked: false, deleted: false }],
    })
  })

  it.each(['n\n', '\n', 'nonsense\n'])('does nothing on a terminal after the answer %j', async stdin => {
    await bench.connect('bob')
    const { code, err } = await bench.run(['revoke', 'bob'], { tty: { in: true }, stdin })
    expect(code).toBe(130)
    expect(err).toContain('bob')
    expect(await isStored('bob')).toBe(true)
  })

  it('does nothing on a terminal that is closed before an answer', async () => {
    expect((await bench.run(['revoke', 'bob'], { tty: { in: true } })).code).toBe(130)
    expect(await isStored('bob')).toBe(true)
  })

  it('goes on after yes, and does not ask with --yes', async () => {
    expect((await bench.run(['revoke', 'bob'], { tty: { in: true }, stdin: 'yes\n' })).code).toBe(0)
    expect(await isStored('bob')).toBe(false)
    await bench.connect('bob')
    const { code, err } = await bench.run(['revoke', 'bob', '--yes'], { tty: { in: true } })
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('deletes although Asana cannot be told, and says so', async () => {
    await bench.connect('eve')
    bench.sandbox.faults.add({ at: 'revoke', times: Infinity, fault: { kind: 'status', status: 503 } })
    const { code, documents, remarks } = await bench.run(['revoke', 'eve', '--json'])
    bench.sandbox.faults.clear()
    expect({ code, documents }).toEqual({
      code: 4,
      documents: [{ subject: 'eve', revoked: false, deleted: true }],
    })
    expect(remarks).toMatchObject([{ error: { code: 'not_revoked' } }])
  })
})
