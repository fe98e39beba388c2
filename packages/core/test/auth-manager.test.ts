import { randomBytes } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { AuthManager, VersionConflictError } from '@x/asana-auth-core'
import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextEvent } from './next-event.ts'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open()
})
afterEach(() => scene.close())

describe('stored credentials', () => {
  it('are listed, loaded and deleted', async () => {
    for (const subject of ['a', 'b', { tenant: 't', user: 1 }])
      await scene.auth.storeCredentials('asana', subject, { accessToken: 'x' })
    const { keys } = await scene.auth.listCredentials()
    expect(keys.map(({ subject }) => subject).sort()).toEqual(['a', 'b', '{"tenant":"t","user":1}'])
    expect((await scene.auth.listCredentials({ subjectPrefix: 'a' })).keys).toHaveLength(1)
    expect(await scene.auth.loadCredentials('asana', 'a')).toMatchObject({ accessToken: 'x' })
    expect(await scene.auth.deleteCredentials('asana', 'a')).toBe(true)
    expect(await scene.auth.deleteCredentials('asana', 'a')).toBe(false)
    expect(await scene.auth.loadCredentials('asana', 'a')).toBeUndefined()
  })

  it('stay as they were when bad ones come', async () => {
    const good = await scene.connect('u')
    await expect(scene.auth.storeCredentials('asana', 'u', { accessToken: '' })).rejects.toMatchObject({
      code: 'invalid_credentials',
    })
    await expect(scene.auth.storeCredentials('asana', '', good)).rejects.toMatchObject({
      code: 'invalid_subject',
    })
    await expect(scene.auth.storeCredentials('slack', 'u', good)).rejects.toMatchObject({
      code: 'unknown_provider',
    })
    expect(await scene.auth.loadCredentials('asana', 'u')).toEqual(good)
  })

  it('are used at once by sessions that are there already', async () => {
    await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    await session.getAccessToken()
    const { accessToken } = await scene.connect('u')
    expect(await session.getAccessToken()).toBe(accessToken)
  })
})

describe('status', () => {
  it('tells how the connection is, without a token', async () => {
    expect(await scene.auth.status('u')).toEqual({ state: 'not_connected' })
    const credentials = await scene.connect('u')
    const status = await scene.auth.status('u')
    expect(status).toEqual({
      state: 'connected',
      expiresAt: credentials.expiresAt,
      issuedAt: credentials.issuedAt,
      updatedAt: expect.any(Number),
      refreshable: true,
      identity: credentials.identity,
      sealedWith: 'test',
    })
  })

  it('is not connected any more when the token is over and there is none to refresh it with', async () => {
    const { refreshToken: _none, ...credentials } = await scene.consent()
    await scene.auth.storeCredentials('asana', 'u', credentials)
    expect(await scene.auth.status('u')).toMatchObject({ state: 'connected', refreshable: false })
    scene.expireTokens()
    expect(await scene.auth.status('u')).toMatchObject({
      state: 'reauthorization_required',
      refreshable: false,
    })
  })

  it('follows a refresh on demand', async () => {
    await scene.connect('u')
    const before = await scene.auth.status('u')
    scene.sandbox.clock.advance(60_000)
    const after = await scene.auth.refresh('u')
    expect(scene.sandbox.counters.token.refresh_token.total).toBe(1)
    expect(after).toMatchObject({ state: 'connected' })
    expect((after as { issuedAt: number }).issuedAt).toBeGreaterThan(
      (before as { issuedAt: number }).issuedAt,
    )
  })
})

describe('disconnect', () => {
  it('revokes the grant at Asana, then deletes', async () => {
    const { accessToken } = await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    expect(await scene.auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(await scene.auth.asana.oauth2.introspect({ token: accessToken })).toEqual(
      expect.objectContaining({ active: false }),
    )
    expect(await scene.auth.status('u')).toEqual({ state: 'not_connected' })
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'credentials_not_found' })
    expect(scene.events.map(({ name }) => name).slice(-2)).toEqual(['deleted', 'revoked'])
  })

  it('revokes the newest refresh token, written or not', async () => {
    scene.sandbox.setRefresh('rotate')
    const revoked: (string | null)[] = []
    const auth = scene.anotherManager({
      fetch: (input, init) => {
        if (String(input).endsWith('oauth_revoke'))
          revoked.push(new URLSearchParams(String(init?.body)).get('token'))
        return fetch(input, init)
      },
    })
    const { refreshToken } = await scene.connect('u')
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    await session.getAccessToken()
    scene.store.recover()
    await auth.disconnect('u')
    expect(revoked).toHaveLength(1)
    expect(revoked[0]).not.toBe(refreshToken)
    expect(scene.sandbox.grants.filter(grant => !grant.revoked)).toEqual([])
  })

  it('is not undone by a load that was under way', async () => {
    await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    scene.store.fail('delete', async () => void (await session.getAccessToken()))
    await scene.auth.disconnect('u')
    await expect(session.getAccessToken()).rejects.toMatchObject({ code: 'credentials_not_found' })
  })

  it('deletes even when Asana cannot be told, and says so', async () => {
    await scene.connect('u')
    scene.sandbox.faults.add({
      at: 'revoke',
      times: Number.POSITIVE_INFINITY,
      fault: { kind: 'status', status: 503 },
    })
    expect(await scene.auth.disconnect('u')).toMatchObject({
      revoked: false,
      deleted: true,
      revocationError: { name: 'TokenRequestError' },
    })
    expect(await scene.auth.status('u')).toEqual({ state: 'not_connected' })
  })

  it('of nobody does nothing', async () => {
    expect(await scene.auth.disconnect('nobody')).toEqual({ revoked: false, deleted: false })
    expect(scene.sandbox.counters.revoke.total).toBe(0)
  })

  it('fails when the store is down, so that nobody believes it is done', async () => {
    await scene.connect('u')
    scene.store.goDown()
    await expect(scene.auth.disconnect('u')).rejects.toMatchObject({ code: 'store_unavailable' })
    scene.store.recover()
  })
})

describe('encryption', () => {
  const key = (id: string) => ({ id, key: randomBytes(32).toString('base64') })
  const [a, b] = [key('a'), key('b')]
  const row = () => scene.store.get({ provider: 'asana', subject: 'u' })
  const withKeys = (...keys: (typeof a)[]) => scene.anotherManager({ encryption: { keys } })

  it('seals what is stored, bound to whom it belongs', async () => {
    const { accessToken, refreshToken = '' } = await scene.connect('u')
    const stored = await row()
    expect(stored?.record.payload).toMatch(/^v1\.test\./)
    expect(JSON.stringify(stored)).not.toContain(accessToken)
    expect(JSON.stringify(stored)).not.toContain(refreshToken)
    if (stored) await scene.store.put({ provider: 'asana', subject: 'thief' }, stored.record)
    await expect(scene.auth.session({ subject: 'thief' })).rejects.toMatchObject({
      name: 'DecryptionError',
      reason: 'not_authentic',
    })
  })

  it('moves a row to the first key when it is read, and works without the old key then', async () => {
    await withKeys(a).storeCredentials('asana', 'u', await scene.consent())
    expect((await row())?.record.payload).toMatch(/^v1\.a\./)
    const rotated = withKeys(b, a)
    const resealed = nextEvent(rotated, 'resealed')
    await rotated.session({ subject: 'u' })
    await resealed
    expect(scene.happened('resealed')).toBe(1)
    expect((await row())?.record.payload).toMatch(/^v1\.b\./)
    await expect(withKeys(b).session({ subject: 'u' })).resolves.toBeDefined()
    await expect(withKeys(a).session({ subject: 'u' })).rejects.toMatchObject({
      reason: 'unknown_key',
      keyId: 'b',
    })
  })

  it('reads what was stored before it was turned on, unless told not to', async () => {
    const plain = scene.anotherManager()
    await new AuthManager({ store: scene.store, environment: {} }).storeCredentials(
      'asana',
      'u',
      await scene.consent(),
    )
    await expect(plain.session({ subject: 'u' })).resolves.toBeDefined()
    await new AuthManager({ store: scene.store, environment: {} }).storeCredentials(
      'asana',
      'v',
      await scene.consent(),
    )
    const strict = scene.anotherManager({ encryption: { keys: [a], allowPlaintext: false } })
    await expect(strict.session({ subject: 'v' })).rejects.toMatchObject({ reason: 'plaintext_refused' })
  })

  it('that is gone does not pass for a missing user', async () => {
    await scene.connect('u')
    const without = new AuthManager({ store: scene.store, environment: {} })
    await expect(without.session({ subject: 'u' })).rejects.toMatchObject({
      name: 'DecryptionError',
      reason: 'no_keys',
    })
  })

  it('does not open a corrupt row, and leaves it as it is', async () => {
    for (const payload of ['garbage', '{"accessToken":', 'null', 'v1.test.x', '']) {
      await scene.store.put({ provider: 'asana', subject: 'u' }, { payload, status: 'active', updatedAt: 0 })
      await expect(scene.auth.session({ subject: 'u' }), payload).rejects.toMatchObject({
        name: 'DecryptionError',
        reason: 'malformed',
        message: expect.stringMatching(/asana\/"u"/),
      })
      expect((await row())?.record.payload).toBe(payload)
    }
  })

  it('is renewed for the whole store, resumably and beside live traffic', async () => {
    const old = withKeys(a)
    for (let i = 0; i < 25; i++) await old.storeCredentials('asana', `user-${i}`, { accessToken: `t${i}` })
    await scene.store.put(
      { provider: 'asana', subject: 'broken' },
      { payload: 'v1.gone.x.y', status: 'active', updatedAt: 0 },
    )
    const rotated = withKeys(b, a)

    const stop = new AbortController()
    const first = await rotated.rekey({ pageSize: 10, signal: stop.signal, onProgress: () => stop.abort() })
    expect(first).toMatchObject({ scanned: 10, cursor: expect.any(String) })
    await rotated.storeCredentials('asana', 'user-20', { accessToken: 'live' })

    const pages: number[] = []
    const rest = await rotated.rekey({
      pageSize: 10,
      ...(first.cursor && { cursor: first.cursor }),
      onProgress: p => void pages.push(p.scanned),
    })
    expect(rest.cursor).toBeUndefined()
    expect(first.scanned + rest.scanned).toBe(26)
    expect(first.resealed + rest.resealed).toBe(24)
    expect([...first.unreadable, ...rest.unreadable]).toEqual([{ provider: 'asana', subject: 'broken' }])
    expect(pages).toEqual([10, 16])
    const onlyNew = withKeys(b)
    expect((await onlyNew.loadCredentials('asana', 'user-3'))?.accessToken).toBe('t3')
    expect((await onlyNew.loadCredentials('asana', 'user-20'))?.accessToken).toBe('live')
  })
})

describe('rekey', () => {
  it('leaves a row alone that somebody else is just writing', async () => {
    await scene.connect('u')
    const rotated = scene.anotherManager({
      encryption: { keys: [{ id: 'new', key: randomBytes(32) }], allowPlaintext: true },
    })
    await new AuthManager({ store: scene.store, environment: {} }).storeCredentials('asana', 'plain', {
      accessToken: 'x',
    })
    scene.store.fail('put', new VersionConflictError({ store: 'memory', operation: 'put' }))
    expect(await rotated.rekey()).toMatchObject({ scanned: 2, resealed: 0, unreadable: [{ subject: 'u' }] })
    scene.store.recover()
  })
})

describe('the deadline of a call to the store', () => {
  it('leaves no timer behind that would keep the process alive', async () => {
    const timers = () => process.getActiveResourcesInfo().filter(name => name === 'Timeout').length
    const before = timers()
    for (let i = 0; i < 50; i++) await scene.auth.status('u')
    expect(timers()).toBeLessThan(before + 10)
  })
})

describe('events', () => {
  it('are told until the subscription ends, and a listener that throws breaks nothing', async () => {
    const seen: string[] = []
    scene.auth.on('stored', () => {
      throw new Error('listener')
    })
    const off = scene.auth.on('stored', ({ key }) => void seen.push(key.subject))
    await scene.connect('u')
    off()
    await scene.connect('v')
    expect(seen).toEqual(['u'])
    expect(scene.happened('listener_error')).toBe(2)
  })

  it('are published for tracing tools', async () => {
    const seen: unknown[] = []
    const listen = (message: unknown) => void seen.push(message)
    channel('asana-auth:refreshed').subscribe(listen)
    await scene.connect('u')
    scene.expireTokens()
    await (await scene.auth.session({ subject: 'u' })).getAccessToken()
    channel('asana-auth:refreshed').unsubscribe(listen)
    expect(seen).toEqual([
      {
        key: { provider: 'asana', subject: 'u' },
        durationMs: expect.any(Number),
        rotated: false,
        expiresAt: expect.any(Number),
      },
    ])
  })

  it('name the work that a serverless platform has to wait for', async () => {
    const work: Promise<unknown>[] = []
    const auth = scene.anotherManager({ waitUntil: promise => void work.push(promise) })
    await scene.connect('u')
    const session = await auth.session({ subject: 'u' })
    scene.sandbox.clock.advance(31_000)
    const before = work.length
    await session.getAccessToken()
    expect(work.length).toBeGreaterThan(before)
    await Promise.all(work)
  })
})

describe('close', () => {
  it('waits for a refresh under way', async () => {
    await scene.connect('u')
    const session = await scene.auth.session({ subject: 'u' })
    scene.expireTokens()
    const slow = scene.sandbox.faults.add({
      at: 'token',
      fault: { kind: 'delay', ms: 100, when: 'after_commit' },
    })
    const refreshed = session.getAccessToken()
    await slow.hit()
    await scene.auth.close()
    expect((await scene.anotherManager().loadCredentials('asana', 'u'))?.accessToken).toBe(await refreshed)
  })
})

describe('options', () => {
  it.each([
    [{ tokens: { redeemTimeoutMs: 15_000 } }, /less than half/],
    [{ tokens: { softWindowMs: -1 } }, /softWindowMs/],
    [{ tokens: { softWindowMs: Number.NaN } }, /softWindowMs/],
    [{ tokens: { softwindow: 1 } as object }, /Unknown option tokens.softwindow/],
    [{ oauthTimeoutMs: Number.POSITIVE_INFINITY }, /oauthTimeoutMs/],
    [{ tokens: { storeTimeoutMs: Number.POSITIVE_INFINITY } }, /storeTimeoutMs/],
    [{ encryption: { keys: [] } }, /empty/],
    [{ asana: { tokenUrl: 'http://example.com/' } }, /https/],
  ])('are checked: %j', (options, message) => {
    expect(() => new AuthManager({ environment: {}, ...options })).toThrow(message)
  })
})
