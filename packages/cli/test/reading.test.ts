import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWith, Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`looking at credentials ${missing ?? ''}`, () => {
  let bench: Workbench
  beforeAll(async () => {
    bench = await Workbench.open()
    await bench.connect('ada', 'bob', 'ben\u001b[31m')
  })
  afterAll(() => bench.close())

  describe('token', () => {
    it('prints a valid access token and nothing else', async () => {
      const { code, out, err } = await bench.run(['token', 'ada'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      const me = await fetch(`${bench.sandbox.endpoints.baseUrl}/users/me`, {
        headers: { authorization: `Bearer ${out.trim()}` },
      })
      expect(me.status).toBe(200)
      expect(out).toMatch(/^\S+\n$/)
    })

    it('refreshes an expired one first', async () => {
      const [credentials] = await bench.connect('old')
      const later = Date.now() + 3_600_000
      const { documents } = await bench.run(['token', 'old', '--json'], { clock: { now: () => later } })
      expect(documents).toEqual([
        { subject: 'old', accessToken: expect.any(String), expiresAt: expect.any(Number) },
      ])
      expect(documents[0]?.['accessToken']).not.toBe(credentials?.accessToken)
      await bench.run(['revoke', 'old', '--yes'])
    })

    it('stays off a terminal unless it is told to', async () => {
      const refused = await bench.run(['token', 'ada'], { tty: { out: true } })
      expect(refused).toMatchObject({ code: 2, out: '' })
      expect(refused.err).toContain('--show')
      const shown = await bench.run(['token', 'ada', '--show'], { tty: { out: true } })
      expect(shown.code).toBe(0)
      expect(shown.out.trim()).not.toBe('')
    })

    it('says with exit code 3 that a user has to authorize', async () => {
      const { code, out, remarks } = await bench.run(['token', 'nobody', '--json'])
      expect({ code, out }).toEqual({ code: 3, out: '' })
      expect(remarks).toEqual([
        { error: { code: 'credentials_not_found', message: expect.stringContaining('nobody') } },
      ])
    })
  })

  describe('whoami', () => {
    it('asks Asana who the subject is', async () => {
      const { code, documents } = await bench.run(['whoami', 'ada', '--json'])
      expect(code).toBe(0)
      const [user] = bench.sandbox.users
      expect(documents).toEqual([
        expect.objectContaining({ subject: 'ada', gid: user?.gid, name: user?.name, email: user?.email }),
      ])
    })

    it('asks who the personal access token is, without a store', async () => {
      const [user] = bench.sandbox.users
      const token = bench.sandbox.createPersonalAccessToken(user?.gid ?? '')
      const { code, out } = await runWith(
        { ASANA_BASE_URL: bench.sandbox.endpoints.baseUrl, ASANA_ACCESS_TOKEN: token },
        ['whoami'],
      )
      expect(code).toBe(0)
      expect(out).toContain(user?.email)
    })

    it('needs a subject or that token', async () => {
      expect(await bench.run(['whoami'])).toMatchObject({ code: 2, out: '' })
    })
  })

  describe('list', () => {
    it('names the subjects, one a line', async () => {
      const { out } = await bench.run(['list'])
      expect(out.trim().split('\n').sort()).toEqual(['ada', 'ben\\u001b[31m', 'bob'])
    })

    it('prints a document a line', async () => {
      const { documents } = await bench.run(['list', '--json', '--prefix', 'b'])
      expect(documents.map(({ subject }) => subject).sort()).toEqual(['ben\u001b[31m', 'bob'])
    })

    it('stops at the limit', async () => {
      expect((await bench.run(['list', '--json', '--limit', '1'])).documents).toHaveLength(1)
      expect((await bench.run(['list', '--limit', '0'])).code).toBe(2)
    })

    it('reads each status with --long, and goes on after one that does not open', async () => {
      await bench.store.put(
        { provider: 'asana', subject: 'broken' },
        { payload: 'v1.lost.x.y', status: 'active', updatedAt: 0 },
      )
      const { code, documents } = await bench.run(['list', '--json', '--long'])
      expect(code).toBe(0)
      expect(documents).toContainEqual(expect.objectContaining({ subject: 'ada', state: 'connected' }))
      expect(documents).toContainEqual({ subject: 'broken', state: 'unreadable', reason: 'unknown_key' })
      await bench.store.delete({ provider: 'asana', subject: 'broken' })
    })
  })

  describe('status', () => {
    it('tells how a connection is', async () => {
      const { code, documents } = await bench.run(['status', 'ada', '--json'])
      expect(code).toBe(0)
      expect(documents).toEqual([
        expect.objectContaining({
          subject: 'ada',
          state: 'connected',
          refreshable: true,
          sealedWith: 'first',
        }),
      ])
      const { out } = await bench.run(['status', 'ada'])
      expect(out).toMatch(/state +connected\n/)
      expect(out).toMatch(/expires +in 59 minutes\n/)
    })

    it('exits with 3 when there is no connection', async () => {
      const { code, documents } = await bench.run(['status', 'nobody', '--json'])
      expect({ code, documents }).toEqual({
        code: 3,
        documents: [{ subject: 'nobody', state: 'not_connected' }],
      })
    })

    it('exits with 3 when the grant is gone', async () => {
      const scene = await Workbench.open()
      await using _ = scene
      await scene.connect('gone')
      const [user] = scene.sandbox.users
      scene.sandbox.deauthorize({ user: user?.gid ?? '', clientId: scene.app.clientId })
      const later = { clock: { now: () => Date.now() + 3_600_000 } }
      expect((await scene.run(['token', 'gone'], later)).code).toBe(3)
      const { code, documents } = await scene.run(['status', 'gone', '--json'])
      expect(code).toBe(3)
      expect(documents[0]).toMatchObject({ state: 'reauthorization_required' })
    })
  })

  describe('colour', () => {
    const csi = '\u001b['

    it('is for terminals', async () => {
      expect((await bench.run(['status', 'ada'], { tty: { out: true } })).out).toContain(csi)
      expect((await bench.run(['status', 'ada'])).out).not.toContain(csi)
    })

    it('stays away with NO_COLOR', async () => {
      const { out } = await bench.run(['status', 'ada'], { tty: { out: true }, env: { NO_COLOR: '1' } })
      expect(out).not.toContain(csi)
    })

    it('does not come from a subject', async () => {
      expect((await bench.run(['status', 'ben\u001b[31m'])).out).not.toContain(csi)
    })
  })
})
