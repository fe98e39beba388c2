import { MemoryStore } from '@x/asana-auth-store-memory'
import { FaultyStore } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HostedScene } from './hosted-scene.ts'

const HOUR_MS = 3_600_000

describe('execute', () => {
  let scene: HostedScene
  let store: FaultyStore
  beforeEach(async () => {
    store = new FaultyStore(new MemoryStore())
    scene = await HostedScene.open({ store })
  })
  afterEach(() => scene.close())

  it('answers as the compatible API does, at both of its addresses', async () => {
    const id = await scene.connect('ada')
    const token = await scene.scopedToken('ada')
    for (const path of [
      `/v1/integrations/connectors/${id}/execute`,
      `/api/v1/connectors/sources/${id}/execute`,
    ]) {
      const body = { entity: 'users', action: 'get', params: { user_gid: 'me' } }
      const { status, body: answer } = await scene.call('POST', path, { token, body })
      expect(status).toBe(200)
      expect(answer).toMatchObject({ status: 'success', result: { email: 'ada@example.com' } })
      expect(answer.execution_metadata.connector_instance_id).toBe(id)
      expect(answer.execution_metadata.execution_time_ms).toBeGreaterThanOrEqual(0)
    }
  })

  it('tells where the next page of a list begins', async () => {
    const id = await scene.connect('ada')
    const token = await scene.scopedToken('ada')
    const [workspace] = scene.sandbox.workspaces
    const params = { workspace_gid: workspace?.gid, limit: 1 }
    const first = await scene.execute(token, id, 'workspace_projects', 'list', params)
    expect(first.body.result).toHaveLength(1)
    const { offset } = first.body.connector_metadata.next_page
    const second = await scene.execute(token, id, 'workspace_projects', 'list', { ...params, offset })
    expect(second.body.result).toHaveLength(1)
    expect(second.body.result[0].gid).not.toBe(first.body.result[0].gid)
  })

  it('refreshes an expired token once, for as many callers as there are', async () => {
    const id = await scene.connectWithConsent('ada')
    scene.sandbox.clock.advance(HOUR_MS)
    const token = await scene.scopedToken('ada')
    const all = await Promise.all(Array.from({ length: 20 }, () => scene.execute(token, id)))
    expect(all.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
  })

  describe('when the request is wrong', () => {
    it.each([
      ['an unknown entity', { entity: 'userz', action: 'get' }, 'entity_not_found', 'entity'],
      ['an unknown action', { entity: 'users', action: 'explode' }, 'action_not_supported', 'action'],
      ['a missing parameter', { entity: 'users', action: 'get' }, 'missing_parameter', 'params.user_gid'],
    ])('says so: %s', async (_what, body, error_code, field) => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const path = `/v1/integrations/connectors/${id}/execute`
      const { status, body: answer } = await scene.call('POST', path, { token, body })
      expect([status, answer.errors[0].error_code, answer.errors[0].field]).toEqual([422, error_code, field])
    })
  })

  describe("when Asana refuses, passes it on as Asana's", () => {
    it.each([
      [400, 400, 'asana_bad_request'],
      [402, 402, 'asana_payment_required'],
      [403, 403, 'asana_forbidden'],
      [404, 404, 'asana_not_found'],
      [451, 451, 'asana_unavailable_for_legal_reasons'],
    ])('%d', async (status, expected, error_code) => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      scene.sandbox.faults.add({ at: 'api', fault: { kind: 'status', status }, times: Infinity })
      const answer = await scene.execute(token, id)
      expect([answer.status, answer.body.errors[0].error_code]).toEqual([expected, error_code])
    })

    it('429, with the time to wait', async () => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const fault = { kind: 'status', status: 429, headers: { 'Retry-After': '90' } } as const
      scene.sandbox.faults.add({ at: 'api', fault, times: Infinity })
      const { status, body, headers } = await scene.execute(token, id)
      expect([status, body.errors[0].error_code]).toEqual([429, 'asana_rate_limited'])
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(80)
    })
  })

  it('answers 502 when Asana is out of order', { timeout: 60_000 }, async () => {
    const id = await scene.connect('ada')
    const token = await scene.scopedToken('ada')
    scene.sandbox.faults.add({ at: 'api', fault: { kind: 'html' }, times: Infinity })
    const { status, body, text } = await scene.execute(token, id)
    expect([status, body.errors[0].error_code]).toEqual([502, 'asana_server_error'])
    expect(text).not.toContain('<html')
  })

  it('answers 503 when our store is out of order, and works again with it', async () => {
    const id = await scene.connect('ada')
    const token = await scene.scopedToken('ada')
    store.goDown()
    scene.sandbox.clock.advance(0)
    const other = await HostedScene.open({ store, registry: scene.registry })
    try {
      const operator = await other.operatorToken(scene.acme)
      const { status, body, headers } = await other.execute(operator, id)
      expect([status, body.errors[0].error_code]).toEqual([503, 'store_unavailable'])
      expect(headers.get('retry-after')).toBe('1')
    } finally {
      await other.close()
    }
    store.recover()
    expect((await scene.execute(token, id)).status).toBe(200)
  })

  it('believes no tokens that somebody wrote into the database', async () => {
    const id = await scene.connect('ada')
    const [key] = (await store.list({ provider: 'asana' })).keys
    if (!key) throw new Error('The connector has a credential.')
    const planted = scene.sandbox.createPersonalAccessToken('ben@example.com')
    const payload = JSON.stringify({ accessToken: planted, tokenType: 'Bearer', raw: {} })
    await store.put(key, { payload, status: 'active', updatedAt: Date.now() })
    // A server that has not read the row yet.
    const other = await HostedScene.open({ store, registry: scene.registry })
    try {
      const { status, body } = await other.execute(await other.operatorToken(scene.acme), id)
      expect([status, body.errors[0].error_code]).toEqual([503, 'decryption_failed'])
    } finally {
      await other.close()
    }
  })

  describe('when the user has to consent again', () => {
    it('says so with the URL to call, and works after that call and a new consent', async () => {
      const id = await scene.connectWithConsent('ada')
      scene.sandbox.deauthorize({ user: 'ada@example.com', clientId: scene.app.clientId })
      scene.sandbox.clock.advance(HOUR_MS)
      const token = await scene.scopedToken('ada')
      const { status, body } = await scene.execute(token, id)
      expect([status, body.errors[0].error_code]).toEqual([409, 'reauthorization_required'])
      const { url } = body.errors[0]
      expect(url).toBe(`${scene.url}/v1/integrations/connectors/oauth/initiate`)
      const shown = await scene.call('GET', `/v1/integrations/connectors/${id}`, { token })
      expect(shown.body.status).toBe('reauthorization_required')

      const initiated = await scene.initiate(token)
      const secretId = (await scene.consent(initiated.body.consent_url)).searchParams.get('secret_id')
      const patched = await scene.call('PATCH', `/v1/integrations/connectors/${id}`, {
        token,
        body: { server_side_oauth_secret_id: secretId },
      })
      expect(patched.status).toBe(200)
      expect((await scene.execute(token, id)).status).toBe(200)
    })

    it('says so of a personal access token that was withdrawn', async () => {
      const pat = scene.sandbox.createPersonalAccessToken('ada@example.com')
      const token = await scene.scopedToken('ada')
      const body = { external_user_id: 'ada', connector_type: 'asana', credentials: { token: pat } }
      const { id } = (await scene.call('POST', '/v1/integrations/connectors', { token, body })).body
      expect((await scene.execute(token, id)).status).toBe(200)
      scene.sandbox.revokePersonalAccessToken(pat)
      const { status, body: answer } = await scene.execute(token, id)
      expect([status, answer.errors[0].error_code]).toEqual([409, 'reauthorization_required'])
    })
  })

  describe('of a download', () => {
    it('streams the bytes under their name, whole or a range of them', async () => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const { gid, bytes } = await attach(scene, 'Größe "1".txt')
      const path = `${scene.url}/v1/integrations/connectors/${id}/execute`
      const download = (params: object, headers: object = {}) =>
        fetch(path, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ entity: 'attachments', action: 'download', params }),
        })
      const whole = await download({ attachment_gid: gid })
      expect(whole.status).toBe(200)
      expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
      expect(whole.headers.get('content-disposition')).toBe(
        `attachment; filename="Gr__e _1_.txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.txt`,
      )
      expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
      for (const range of [
        await download({ attachment_gid: gid, range: 'bytes=2-5' }),
        await download({ attachment_gid: gid }, { range: 'bytes=2-5' }),
      ]) {
        expect(range.status).toBe(206)
        expect(await range.text()).toBe(bytes.subarray(2, 6).toString())
        expect(range.headers.get('content-range')).toBe(`bytes 2-5/${bytes.length}`)
      }
    })

    it('is a 404 for an attachment that is not there, and not an empty file', async () => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const { status, body } = await scene.execute(token, id, 'attachments', 'download', {
        attachment_gid: '999',
      })
      expect([status, body.errors[0].error_code]).toEqual([404, 'asana_not_found'])
    })

    it('that breaks off breaks off, and does not end as if that were all', async () => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const { gid } = await attach(scene, 'file.txt')
      scene.sandbox.faults.add({ at: 'download', fault: { kind: 'truncate', bytes: 4, ending: 'abrupt' } })
      const response = fetch(`${scene.url}/v1/integrations/connectors/${id}/execute`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ entity: 'attachments', action: 'download', params: { attachment_gid: gid } }),
      }).then(answer => answer.text())
      await expect(response).rejects.toThrow()
    })

    it('refuses a range that is none', async () => {
      const id = await scene.connect('ada')
      const token = await scene.scopedToken('ada')
      const params = { attachment_gid: '1', range: 'bytes=0-1\r\nX: y' }
      expect((await scene.execute(token, id, 'attachments', 'download', params)).status).toBe(422)
    })
  })
})

async function attach(scene: HostedScene, name: string): Promise<{ gid: string; bytes: Buffer }> {
  const bytes = Buffer.from('0123456789 of the file')
  const token = scene.sandbox.createPersonalAccessToken('ada@example.com')
  const api = (path: string, init: RequestInit = {}) =>
    fetch(scene.sandbox.endpoints.baseUrl + path, { ...init, headers: { authorization: `Bearer ${token}` } })
  const [workspace] = scene.sandbox.workspaces
  const tasks = await (await api(`/tasks?assignee=me&workspace=${workspace?.gid}&limit=1`)).json()
  const form = new FormData()
  form.set('parent', (tasks as { data: { gid: string }[] }).data[0]?.gid ?? '')
  form.set('file', new File([bytes], name, { type: 'text/plain' }))
  const { data } = (await (await api('/attachments', { method: 'POST', body: form })).json()) as {
    data: { gid: string }
  }
  return { gid: data.gid, bytes }
}
