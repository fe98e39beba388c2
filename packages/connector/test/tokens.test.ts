import { describe, expect, it, vi } from 'vitest'
import { AsanaConnector } from '../src/index.ts'
import { connectorScene } from './scene.ts'

describe('a connector with OAuth credentials', () => {
  it('starts from a refresh token alone: the first request is the refresh', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    const before = sandbox.requests.length
    const { refreshToken } = tokens
    await using connector = new AsanaConnector({ authConfig: { refreshToken, ...app }, manager })
    const { data } = await connector.users.get({ user_gid: 'me' })
    expect(data.email).toBe('ada@example.com')
    const sent = sandbox.requests.slice(before).map(({ endpoint, status }) => [endpoint, status])
    expect(sent).toEqual([
      ['token', 200],
      ['api', 200],
    ])
  })

  it('takes snake_case names', async () => {
    const { tokens, app, manager } = await connectorScene()
    const connector = new AsanaConnector({
      auth_config: {
        refresh_token: tokens.refreshToken,
        client_id: app.clientId,
        client_secret: app.clientSecret,
      },
      manager,
    } as never)
    expect(await connector.check()).toMatchObject({ status: 'healthy' })
  })

  it('uses an access token until Asana refuses it, then refreshes once for all who meet that', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    const connector = new AsanaConnector({ authConfig: { ...tokens, ...app }, manager })
    await connector.users.get({ user_gid: 'me' })
    const before = sandbox.counters.token.refresh_token.ok
    sandbox.clock.advance(2 * 3_600_000)
    const calls = Array.from({ length: 20 }, () => connector.users.get({ user_gid: 'me' }))
    expect(await Promise.all(calls)).toHaveLength(20)
    expect(sandbox.counters.token.refresh_token.ok - before).toBe(1)
  })

  it('ends with the error when Asana refuses the new token, too', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    const connector = new AsanaConnector({ authConfig: { ...tokens, ...app }, manager })
    sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 401 }, times: Number.POSITIVE_INFINITY })
    await expect(connector.users.get({ user_gid: 'me' })).rejects.toMatchObject({ code: 'unauthorized' })
    // And it is not stuck.
    await expect(connector.users.get({ user_gid: 'me' })).rejects.toMatchObject({ code: 'unauthorized' })
  })

  it('tells of new tokens, and waits until they are kept', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene({ refresh: 'rotate' })
    const kept: unknown[] = []
    const connector = new AsanaConnector({
      authConfig: { refreshToken: tokens.refreshToken, ...app },
      manager,
      onTokenRefresh: async credentials => {
        await new Promise(resolve => setImmediate(resolve))
        kept.push(credentials.refreshToken, sandbox.counters.api.total)
      },
    })
    const apiBefore = sandbox.counters.api.total
    await connector.users.get({ user_gid: 'me' })
    expect(kept).toEqual([expect.stringMatching(/.+/), apiBefore])
    expect(kept[0]).not.toBe(tokens.refreshToken)
  })

  it('reports that they could not be kept, and goes on', async () => {
    const { tokens, app, manager } = await connectorScene()
    const onError = vi.fn()
    const connector = new AsanaConnector({
      authConfig: { refreshToken: tokens.refreshToken, ...app },
      manager,
      onTokenRefresh: () => Promise.reject(new Error('disk full')),
      onError,
    })
    expect((await connector.users.get({ user_gid: 'me' })).data.gid).toMatch(/^\d+$/)
    expect(onError).toHaveBeenCalledOnce()
    expect(String(onError.mock.calls[0]?.[0])).toContain('disk full')
  })

  it('warns of that where nobody listens', async () => {
    const { tokens, app, manager } = await connectorScene()
    const warned = new Promise<Error>(resolve => process.once('warning', resolve))
    const connector = new AsanaConnector({
      authConfig: { refreshToken: tokens.refreshToken, ...app },
      manager,
      onTokenRefresh: credentials => Promise.reject(new Error(`cannot keep ${credentials.accessToken}`)),
    })
    await connector.users.get({ user_gid: 'me' })
    expect(await warned).toMatchObject({ code: 'ASANA_TOKENS_NOT_KEPT' })
    expect(String(await warned)).not.toContain('cannot keep')
  })

  it('never sends a token it does not have: without a refresh, there is no request', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    const { refreshToken } = tokens
    const connector = new AsanaConnector({ authConfig: { refreshToken, ...app }, manager })
    sandbox.faults.add({
      at: 'token',
      fault: { kind: 'status', status: 503 },
      times: Number.POSITIVE_INFINITY,
    })
    expect(await connector.check()).toMatchObject({ status: 'unhealthy', code: 'refresh_unavailable' })
    expect(sandbox.counters.api.total).toBe(0)
  })

  it('says that the user has to connect again', async () => {
    const { sandbox, tokens, app, manager } = await connectorScene()
    sandbox.deauthorize({ user: 'ada@example.com', clientId: app.clientId })
    const connector = new AsanaConnector({
      authConfig: { refreshToken: tokens.refreshToken, ...app },
      manager,
    })
    await expect(connector.users.get({ user_gid: 'me' })).rejects.toMatchObject({
      code: 'reauthorization_required',
    })
    expect(await connector.check()).toMatchObject({ status: 'unhealthy', code: 'reauthorization_required' })
  })
})

describe('check', () => {
  it('asks who the user is', async () => {
    const { sandbox, connector } = await connectorScene()
    const before = sandbox.requests.length
    expect(await connector.check()).toEqual({
      status: 'healthy',
      user: { gid: expect.stringMatching(/^\d+$/), name: 'Ada Sample' },
    })
    expect(sandbox.requests.slice(before).map(({ path }) => path)).toEqual(['/api/1.0/users/me'])
  })

  it('never throws', async () => {
    const { sandbox, connector } = await connectorScene()
    sandbox.faults.add({ at: 'api', fault: { kind: 'status', status: 403 } })
    expect(await connector.check()).toMatchObject({ status: 'unhealthy', code: 'forbidden' })
  })
})
