import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newKey, Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`rekey ${missing ?? ''}`, () => {
  let bench: Workbench
  const subjects = Array.from({ length: 250 }, (_, index) => `user-${index}`)
  beforeAll(async () => {
    bench = await Workbench.open()
    await bench.connect('user-0')
    await using auth = bench.manager()
    const credentials = await auth.loadCredentials('asana', 'user-0')
    if (!credentials) throw new Error('user-0 is not connected')
    for (const subject of subjects) await auth.storeCredentials('asana', subject, credentials)
  })
  afterAll(() => bench.close())

  /** The next key in front of those there are. */
  const withNewKey = (id: string) => ({ ENCRYPTION_KEYS: `${newKey(id)},${bench.env['ENCRYPTION_KEYS']}` })

  async function sealedWith(env: Record<string, string>): Promise<Record<string, number>> {
    const { documents } = await bench.run(['list', '--long', '--json'], { env })
    const counts: Record<string, number> = {}
    for (const { sealedWith } of documents) counts[String(sealedWith)] = (counts[String(sealedWith)] ?? 0) + 1
    return counts
  }

  it('needs a key', async () => {
    const ran = await bench.run(['rekey', '--json'], { env: { ENCRYPTION_KEYS: '' } })
    expect(ran).toMatchObject({ code: 2, remarks: [{ error: { code: 'missing_setting' } }] })
  })

  it('seals everything with the first key and tells how far it is', async () => {
    const env = withNewKey('second')
    const { code, documents, remarks } = await bench.run(['rekey', '--json'], { env })
    expect({ code, documents }).toEqual({
      code: 0,
      documents: [{ scanned: 250, resealed: 250, unreadable: [] }],
    })
    expect(remarks.at(-1)).toEqual({ progress: { scanned: 250, changed: 250 } })
    expect(await sealedWith(env)).toEqual({ second: 250 })
    expect((await bench.run(['rekey'], { env })).out).toContain('sealed 0 again')
    bench.env['ENCRYPTION_KEYS'] = env.ENCRYPTION_KEYS
  })

  it('stops after the page under way and goes on from the cursor', async () => {
    const env = withNewKey('third')
    const interrupted = new AbortController()
    const first = await bench.run(['rekey', '--json'], {
      env,
      signal: interrupted.signal,
      onErr: text => text.includes('progress') && interrupted.abort(),
    })
    expect(first.code).toBe(130)
    const cursor = String(first.documents[0]?.['cursor'])
    expect(first.remarks.at(-1)).toMatchObject({ error: { code: 'interrupted' } })
    const part = (await sealedWith(env))['third'] ?? 0
    expect(part).toBeGreaterThan(0)
    expect(part).toBeLessThan(250)

    const second = await bench.run(['rekey', '--json', '--cursor', cursor], { env })
    expect(second).toMatchObject({ code: 0, documents: [{ resealed: 250 - part }] })
    expect(await sealedWith(env)).toEqual({ third: 250 })
    bench.env['ENCRYPTION_KEYS'] = env.ENCRYPTION_KEYS
  })

  it('draws a bar on a terminal and fills it', async () => {
    const { err } = await bench.run(['rekey'], { tty: { err: true } })
    const last = err.split('\r').at(-1)
    expect(last).toMatch(/\[█{28}\] 100% {2}250 of 250, 0 sealed\n$/)
  })

  it('leaves what no key opens, names it and fails', async () => {
    const key = { provider: 'asana', subject: 'lost' }
    await bench.store.put(key, { payload: 'v1.gone.aa.bb', status: 'active', updatedAt: 0 })
    const { code, documents, remarks } = await bench.run(['rekey', '--json'])
    expect({ code, documents }).toMatchObject({
      code: 1,
      documents: [{ scanned: 251, unreadable: ['lost'] }],
    })
    expect(remarks.at(-1)).toMatchObject({
      error: { code: 'unreadable', message: expect.stringContaining('lost') },
    })
    expect((await bench.store.get(key))?.record.payload).toBe('v1.gone.aa.bb')
  })
})
