import { Scene } from '@x/fixtures'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let scene: Scene
beforeEach(async () => {
  scene = await Scene.open({ sandbox: { refresh: 'rotate' } })
  await scene.connect('u')
})
afterEach(async () => {
  scene.store.recover()
  await scene.close()
})

const grantsLeft = () => scene.sandbox.grants.filter(grant => !grant.revoked)
const isStored = async () => (await scene.store.get({ provider: 'asana', subject: 'u' })) !== undefined

/** A manager; `during` happens while the nth revocation is on its way. */
function revokingManager(during: (nth: number) => Promise<unknown> | undefined) {
  const revoked: (string | null)[] = []
  const auth = scene.anotherManager({
    fetch: async (input, init) => {
      if (String(input).endsWith('oauth_revoke')) {
        revoked.push(new URLSearchParams(String(init?.body)).get('token'))
        await during(revoked.length)
      }
      return fetch(input, init)
    },
  })
  return { auth, revoked }
}

describe('a disconnect while somebody else writes', () => {
  it('revokes a login, too, that was stored while the revocation was under way', async () => {
    const { auth, revoked } = revokingManager(async nth => nth === 1 && scene.connect('u'))
    expect(await auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(revoked).toHaveLength(2)
    expect(grantsLeft()).toEqual([])
    expect(await isStored()).toBe(false)
  })

  it('revokes what another process has refreshed meanwhile', async () => {
    const other = scene.anotherManager()
    const { auth, revoked } = revokingManager(async nth => nth === 1 && other.refresh('u'))
    expect(await auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(revoked).toHaveLength(2)
    expect(grantsLeft()).toEqual([])
  })

  it('asks Asana once when the row was only written again', async () => {
    const key = { provider: 'asana', subject: 'u' }
    const { auth, revoked } = revokingManager(async () => {
      const row = await scene.store.get(key)
      if (row) await scene.store.put(key, row.record)
    })
    expect(await auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(revoked).toHaveLength(1)
  })

  it('says which of two grants lives on: the first could not be revoked', async () => {
    scene.sandbox.faults.add({ at: 'revoke', fault: { kind: 'status', status: 503 } })
    const { auth } = revokingManager(async nth => nth === 1 && scene.connect('u'))
    expect(await auth.disconnect('u')).toMatchObject({
      revoked: false,
      deleted: true,
      revocationError: { name: 'TokenRequestError', status: 503 },
    })
    expect(await isStored()).toBe(false)
  })

  it('gives up on a row that changes each time, and leaves it', async () => {
    const { auth, revoked } = revokingManager(() => scene.connect('u'))
    await expect(auth.disconnect('u')).rejects.toMatchObject({ code: 'version_conflict' })
    expect(revoked).toHaveLength(3)
    expect(await isStored()).toBe(true)
  })

  it('leaves a login alone that comes when nothing was stored any more', async () => {
    await scene.auth.deleteCredentials('asana', 'u')
    scene.store.resetCounts()
    expect(await scene.auth.disconnect('u')).toEqual({ revoked: false, deleted: false })
    expect(scene.store.counts.delete).toBe(0)
  })

  it('does not take what is unwritten for the grant when there is a new login', async () => {
    const { auth, revoked } = revokingManager(() => undefined)
    const session = await auth.session({ subject: 'u' })
    scene.expireTokens()
    scene.store.fail('put')
    await session.getAccessToken()
    scene.store.recover()
    const { refreshToken } = await scene.connect('u')
    expect(await auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(revoked).toContain(refreshToken)
    expect(await isStored()).toBe(false)
  })
})

describe('a disconnect on a store without compare-and-swap', () => {
  it('deletes whatever is there', async () => {
    scene.store.capabilities = { cas: false, lease: true, list: true }
    const { auth } = revokingManager(async nth => nth === 1 && scene.connect('u'))
    expect(await auth.disconnect('u')).toEqual({ revoked: true, deleted: true })
    expect(await isStored()).toBe(false)
  })
})

describe('a disconnect of what does not open', () => {
  it('deletes it and says why nothing was revoked', async () => {
    await scene.store.put(
      { provider: 'asana', subject: 'u' },
      { payload: 'garbage', status: 'active', updatedAt: 0 },
    )
    expect(await scene.auth.disconnect('u')).toMatchObject({
      revoked: false,
      deleted: true,
      revocationError: { name: 'DecryptionError' },
    })
  })
})
