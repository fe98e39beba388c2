import { setTimeout as systemSleep } from 'node:timers/promises'
import { MemoryRegistry } from '@x/asana-connector-hosted'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HostedScene, type HostedSceneOptions } from './hosted-scene.ts'

const MINUTE_MS = 60_000

/** A server whose long waits end when the test says so. */
async function patientScene(options: HostedSceneOptions = {}) {
  const waiting = new Set<() => void>()
  const sleep = async (ms: number, signal?: AbortSignal) => {
    if (ms < MINUTE_MS) return systemSleep(ms)
    await new Promise<void>(resolve => {
      waiting.add(resolve)
      signal?.addEventListener('abort', () => resolve())
    })
  }
  const scene = await HostedScene.open({ ...options, sleep })
  onTestFinished(() => scene.close())
  const token = await scene.scopedToken('ada')

  /** The user's consent, up to the secret id. */
  const consent = async () => {
    const { body } = await scene.initiate(token)
    return (await scene.consent(body.consent_url)).searchParams.get('secret_id')
  }
  const redeem = async (secretId: string | null) => {
    const operator = await scene.operatorToken()
    const body = { external_user_id: 'ada', connector_type: 'Asana', server_side_oauth_secret_id: secretId }
    return scene.call('POST', '/v1/integrations/connectors', { token: operator, body })
  }
  const pass = (minutes: number) => {
    scene.sandbox.clock.advance(minutes * MINUTE_MS)
    for (const wake of waiting) wake()
    waiting.clear()
  }
  return { scene, consent, redeem, pass }
}

const ABANDONED = '"action":"consent.abandoned"'
const ended = ({ log }: HostedScene) => log.filter(line => line.includes(ABANDONED))
const revoked = ({ sandbox }: HostedScene) => sandbox.grants.map(grant => grant.revoked)

describe('a grant whose secret id nobody redeems', () => {
  it('is revoked at Asana when the secret id has expired, once, and that is written down', async () => {
    const { scene, consent, redeem, pass } = await patientScene()
    const secretId = await consent()
    pass(5)
    expect(revoked(scene)).toEqual([false])
    pass(7)
    await scene.logged(ABANDONED)
    expect(ended(scene)).toHaveLength(1)
    expect(revoked(scene)).toEqual([true])
    expect(JSON.parse(ended(scene)[0] ?? '')).toMatchObject({
      audit: true,
      outcome: 'done',
      externalUserId: 'ada',
    })
    expect((await redeem(secretId)).status).toBe(422)
    expect(scene.sandbox.counters.revoke.total).toBe(1)
  })

  it('is told from one that was redeemed, which lives on', async () => {
    const { scene, consent, redeem, pass } = await patientScene()
    const { body } = await redeem(await consent())
    pass(12)
    expect((await scene.execute(await scene.operatorToken(), body.id)).status).toBe(200)
    // Waits for what is under way.
    await scene.api.close()
    expect([ended(scene), scene.sandbox.counters.revoke.total]).toEqual([[], 0])
  })

  it('is revoked, too, when a redemption had failed and given it back', async () => {
    const registry = new MemoryRegistry()
    const { scene, consent, redeem, pass } = await patientScene({ registry })
    const add = vi.spyOn(registry, 'addConnector').mockRejectedValueOnce(new Error('out of order'))
    expect((await redeem(await consent())).status).toBe(500)
    expect(add).toHaveBeenCalledOnce()
    pass(12)
    await scene.logged(ABANDONED)
    expect(revoked(scene)).toEqual([true])
  })

  it('is left alone while the user is connected: the connection could be of the same grant', async () => {
    const { scene, consent, redeem, pass } = await patientScene()
    const { body } = await redeem(await consent())
    await consent()
    pass(12)
    await scene.logged(ABANDONED)
    expect(ended(scene)).toHaveLength(1)
    expect(JSON.parse(ended(scene)[0] ?? '')).toMatchObject({ outcome: 'refused', reason: 'connected' })
    expect(revoked(scene)).toEqual([false, false])
    expect((await scene.execute(await scene.operatorToken(), body.id)).status).toBe(200)
  })

  it('is revoked by a redemption that comes too late, which does not wait for it', async () => {
    let revoke = () => {}
    const mayRevoke = new Promise<void>(resolve => {
      revoke = resolve
    })
    const patientFetch: typeof fetch = async (input, init) => {
      if (String(input).endsWith('oauth_revoke')) await mayRevoke
      return fetch(input, init)
    }
    const { scene, consent, redeem, pass } = await patientScene({ server: { fetch: patientFetch } })
    const secretId = await consent()
    scene.sandbox.clock.advance(10 * MINUTE_MS)
    expect((await redeem(secretId)).body.errors[0].error_code).toBe('invalid_secret_id')
    expect(revoked(scene)).toEqual([false])
    revoke()
    await scene.logged(ABANDONED)
    expect(revoked(scene)).toEqual([true])
    pass(12)
    await scene.close()
    expect(scene.sandbox.counters.revoke.total).toBe(1)
  })

  it('stays when Asana does not answer: it is tried once, and that is written down', async () => {
    const { scene, consent, pass } = await patientScene()
    await consent()
    scene.sandbox.faults.add({ at: 'revoke', fault: { kind: 'status', status: 400 }, times: 9 })
    pass(12)
    await scene.logged(ABANDONED)
    expect(ended(scene)).toHaveLength(1)
    expect(JSON.parse(ended(scene)[0] ?? '')).toMatchObject({ outcome: 'refused' })
    // The next one is not held up by it.
    scene.sandbox.faults.clear()
    await consent()
    pass(12)
    await scene.logged(ABANDONED, 2)
    expect(revoked(scene)).toEqual([false, true])
  })

  it('stays when the server is closed before', async () => {
    const { scene, consent, pass } = await patientScene()
    await consent()
    await scene.api.close()
    pass(12)
    expect([revoked(scene), scene.sandbox.counters.revoke.total]).toEqual([[false], 0])
  })
})
