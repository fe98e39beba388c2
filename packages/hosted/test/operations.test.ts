import { tracingChannel } from 'node:diagnostics_channel'
import { type RefreshTrace, traceNames } from '@x/asana-auth-core'
import { MemoryOneTimeStore, MemoryStore } from '@x/asana-auth-store-memory'
import { createOrganization, MemoryRegistry, serveHosted } from '@x/asana-connector-hosted'
import { startSandbox } from '@x/asana-sandbox'
import { FaultyStore } from '@x/fixtures'
import { freePort, nobodyListens } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { heldRefresh } from '../../core/test/held-answer.ts'
import { HostedScene } from './hosted-scene.ts'

describe('rate limits', () => {
  const limits = { organizationPerMinute: 12, userPerMinute: 5, addressPerMinute: 1e6 }

  it('hold for one user, whichever token is used, and leave others alone', async () => {
    await using scene = await HostedScene.open({ server: { limits } })
    const id = await scene.connect('ada')
    const [ada, ben] = [await scene.scopedToken('ada'), await scene.scopedToken('ben')]
    const get = (token: string) => scene.call('GET', `/v1/integrations/connectors/${id}`, { token })
    const statuses: number[] = []
    for (let i = 0; i < 5; i++) statuses.push((await get(ada)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 429])
    const { status, body, headers } = await get(ada)
    expect([status, body.errors[0].error_code]).toEqual([429, 'rate_limited'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect((await get(ben)).status).toBe(404)
    scene.sandbox.clock.advance(60_000)
    expect((await get(ada)).status).toBe(200)
  })

  it('hold for an organization, and leave the other alone', async () => {
    await using scene = await HostedScene.open({ server: { limits } })
    const [acme, globex] = [await scene.operatorToken(), await scene.operatorToken(scene.globex)]
    const list = (token: string) => scene.call('GET', '/v1/integrations/connectors', { token })
    for (let i = 0; i < 12; i++) expect((await list(acme)).status).toBe(200)
    expect((await list(acme)).status).toBe(429)
    expect((await list(globex)).status).toBe(200)
  })

  it('hold for an address that asks for tokens, before any secret is hashed', async () => {
    await using scene = await HostedScene.open({ server: { limits: { addressPerMinute: 3 } } })
    const body = { client_id: 'x', client_secret: 'y' }
    const ask = async () => (await scene.call('POST', '/v1/account/applications/token', { body })).status
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([401, 401, 401, 429])
  })
})

describe('health and metrics', () => {
  it('is ready while registry and store answer, and alive in any case', async () => {
    const store = new FaultyStore(new MemoryStore())
    await using scene = await HostedScene.open({ store })
    expect((await scene.call('GET', '/healthz')).body).toEqual({ status: 'ok' })
    store.goDown()
    const down = await scene.call('GET', '/readyz')
    expect([down.status, down.body.checks]).toEqual([503, { registry: true, store: false, open: true }])
    expect((await scene.call('GET', '/healthz')).status).toBe(200)
  })

  it('is not ready while it drains', async () => {
    await using scene = await HostedScene.open()
    expect((await scene.call('GET', '/readyz')).status).toBe(200)
    scene.api.drain()
    expect((await scene.call('GET', '/readyz')).status).toBe(503)
  })

  it('counts requests, actions and refreshes, and names nobody', async () => {
    await using scene = await HostedScene.open()
    const id = await scene.connectWithConsent('ada')
    scene.sandbox.clock.advance(3_600_000)
    const token = await scene.scopedToken('ada')
    await scene.execute(token, id)
    await scene.execute(token, id, 'made-up-by-a-caller', 'get')
    const { text, headers } = await scene.call('GET', '/metrics')
    expect(headers.get('content-type')).toContain('text/plain')
    expect(text).toContain('asana_hosted_executes_total{entity="users",action="get",status="200"} 1')
    expect(text).toContain('asana_hosted_executes_total{entity="(other)",action="(other)",status="422"} 1')
    expect(text.match(/refreshes_total\{outcome="\w+"\} [1-9]/g)).toEqual([
      'refreshes_total{outcome="fresh"} 1',
    ])
    expect(text).toMatch(/asana_hosted_request_duration_seconds_count\{operation="execute",status="200"\} 1/)
    for (const name of ['made-up', 'ada', scene.acme.organizationId, id]) expect(text).not.toContain(name)
  })

  it('tells how refreshes end, each outcome from the start', async () => {
    await using scene = await HostedScene.open()
    const outcomes = async () => {
      const { text } = await scene.call('GET', '/metrics')
      const counts = text.matchAll(/^asana_hosted_refreshes_total\{outcome="(\w+)"\} (\d+)$/gm)
      return Object.fromEntries([...counts].map(([, outcome, count]) => [outcome, Number(count)]))
    }
    const none = {
      ...{ fresh: 0, adopted: 0, persist_failed: 0, reauthorization: 0, lock_timeout: 0 },
      ...{ provider_error: 0, store_error: 0, disconnected: 0, error: 0 },
    }
    expect(await outcomes()).toEqual(none)

    const id = await scene.connectWithConsent('ada')
    const execute = async () => (await scene.execute(await scene.operatorToken(), id)).status
    scene.sandbox.clock.advance(3_600_000)
    expect(await execute()).toBe(200)
    scene.sandbox.clock.advance(3_600_000)
    scene.sandbox.faults.add({ at: 'token', fault: { kind: 'status', status: 400 }, times: 1 })
    expect(await execute()).toBe(502)
    scene.sandbox.clock.advance(3_600_000)
    scene.sandbox.deauthorize({ user: 'ada@example.com', clientId: scene.app.clientId })
    expect(await execute()).toBe(409)
    // The user is known to be gone: nobody tries again, and nothing is counted.
    expect(await execute()).toBe(409)
    expect(await outcomes()).toEqual({ ...none, fresh: 1, provider_error: 1, reauthorization: 1 })
  })

  it('counts no refresh of the application around it, and none when it is closed', async () => {
    await using scene = await HostedScene.open()
    const other = await HostedScene.open()
    await other.close()
    const refresh = tracingChannel<RefreshTrace>(traceNames.refresh)
    const told = (subject: string) =>
      refresh.asyncEnd.publish({ key: { provider: 'asana', subject }, outcome: 'fresh' })
    told('ada')
    told('{"connector":"c"}')
    told('{"connector":"c","organization":"o"}')
    const { text } = await scene.call('GET', '/metrics')
    expect(text).toContain('asana_hosted_refreshes_total{outcome="fresh"} 1')
    await scene.api.close()
    expect(refresh.asyncEnd.hasSubscribers).toBe(false)
  })

  it('keeps the metrics to who has their token, or to itself', async () => {
    await using scene = await HostedScene.open({ server: { metricsToken: 'scrape' } })
    expect((await scene.call('GET', '/metrics')).status).toBe(401)
    expect((await scene.call('GET', '/metrics', { token: 'scrapE' })).status).toBe(401)
    expect((await scene.call('GET', '/metrics', { token: 'scrape' })).status).toBe(200)
    await using closed = await HostedScene.open({ server: { metricsToken: false } })
    expect((await closed.call('GET', '/metrics')).status).toBe(404)
  })

  it('describes itself in OpenAPI 3.1', async () => {
    await using scene = await HostedScene.open()
    const { body } = await scene.call('GET', '/openapi.json')
    expect(body).toEqual(scene.api.openApi)
    expect(body.openapi).toBe('3.1.0')
    expect(Object.keys(body.paths)).toContain('/connectors/sources/{id}/execute')
    const ids = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap(methods =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('sends the headers of a careful server', async () => {
    await using scene = await HostedScene.open()
    const { headers } = await scene.call('GET', '/v1/integrations/connectors')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('a server that closes', () => {
  it('answers what is under way, lets the refresh end and keeps what it brought', async () => {
    const sandbox = await startSandbox()
    const port = await freePort()
    const url = `http://localhost:${port}`
    const app = sandbox.registerApp({ redirectUris: [`${url}/v1/oauth/callback`] })
    const [registry, store] = [new MemoryRegistry(), new MemoryStore()]
    const server = await serveHosted({
      port,
      host: 'localhost',
      publicUrl: url,
      registry,
      store,
      oneTimeStore: new MemoryOneTimeStore(),
      encryption: { keys: [{ id: 't', key: Buffer.alloc(32, 1) }] },
      asana: { ...sandbox.endpoints, clientId: app.clientId, clientSecret: app.clientSecret },
      environment: {},
    })
    const { clientId, clientSecret } = await createOrganization(registry, { name: 'A', redirectUrls: [] })
    const post = async (path: string, body: object, token?: string) => {
      const headers = {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      }
      const response = await fetch(`${url}/v1${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      // biome-ignore lint/suspicious/noExplicitAny: it is what the test is about to look into.
      return { status: response.status, body: (await response.json()) as any }
    }
    const granted = await post('/account/applications/token', {
      client_id: clientId,
      client_secret: clientSecret,
    })
    const token = granted.body.access_token
    const { AuthManager } = await import('@x/asana-auth-core')
    const redirectUri = `${url}/v1/oauth/callback`
    const auth = new AuthManager({ asana: { ...sandbox.endpoints, ...app, redirectUri }, environment: {} })
    const step = await auth.asana.oauth2.authorize()
    const grant = await auth.asana.oauth2.exchange({
      ...step,
      callbackUrl: await sandbox.approve(step.authorizationUrl),
    })
    const made = await post(
      '/integrations/connectors',
      {
        external_user_id: 'ada',
        connector_type: 'asana',
        credentials: { access_token: grant.accessToken, refresh_token: grant.refreshToken },
      },
      token,
    )
    const before = await store.list({ provider: 'asana' })
    const [key] = before.keys
    if (!key) throw new Error('The connector has a credential.')
    const { version } = (await store.get(key)) ?? {}

    // The token is dead at Asana: the execute has to refresh it, and that takes a while.
    sandbox.clock.advance(3_600_000)
    sandbox.setLatency({ token: 300 })
    const body = { entity: 'users', action: 'get', params: { user_gid: 'me' } }
    sandbox.counters.reset()
    const under = post(`/integrations/connectors/${made.body.id}/execute`, body, token)
    await expect.poll(() => sandbox.counters.maxInFlight.token, { timeout: 5000 }).toBe(1)
    await server.close()
    expect((await under).status).toBe(200)
    expect(sandbox.counters.token.refresh_token.total).toBe(1)
    expect((await store.get(key))?.version).not.toBe(version)
    // Nobody listens any more.
    await expect.poll(() => nobodyListens(port)).toBe(true)
    await sandbox.close()
  })

  it('waits for a refresh that goes on in the background', async () => {
    const store = new MemoryStore()
    const held = heldRefresh()
    const scene = await HostedScene.open({ store, server: { fetch: held.fetch } })
    const id = await scene.connectWithConsent('ada')
    const [key] = (await store.list({ provider: 'asana' })).keys
    if (!key) throw new Error('The connector has a credential.')
    const before = await store.get(key)
    // In the soft window: the call gets the token that there is, and nobody waits for the new one.
    scene.sandbox.clock.advance(58 * 60_000)
    expect((await scene.execute(await scene.scopedToken('ada'), id)).status).toBe(200)
    await held.isOnItsWay
    expect((await store.get(key))?.version).toBe(before?.version)
    const closed = scene.close()
    held.arrive()
    await closed
    expect((await store.get(key))?.version).not.toBe(before?.version)
  })
})
