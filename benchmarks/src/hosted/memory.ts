import type { WorkerProcess } from '../processes/worker-process.ts'
import { median } from '../statistics.ts'
import { post, send } from './http-load.ts'

export interface MemoryPlace {
  readonly url: string
  readonly asanaToken: string
  readonly client: object
}

export interface MemoryResult {
  readonly minutes: number
  readonly requests: number
  /** Of the heap after a collection, in MiB: the median of the first fifth of the run, and of the last. */
  readonly earlyMiB: number
  readonly lateMiB: number
  readonly peakRssMiB: number
  readonly flat: boolean
}

const LANES = 16
/** More than any of the bounded caches holds: they are full before the measuring begins. */
const USERS = 10_500
const SAMPLES = 40
/** Noise of a heap in use; anything that is kept per request would be many times as much. */
const TOLERANCE_MIB = 4

/**
 * Everything a server does, over and over: users with new tokens, consents that nobody finishes, connectors
 * that come and go, actions, refused requests. What is kept of any of it would show.
 */
export async function runMemory(
  worker: WorkerProcess,
  { url, asanaToken, client }: MemoryPlace,
  minutes: number,
): Promise<MemoryResult> {
  let requests = 0
  let turn = 0
  const api = async (path: string, body: object, token?: string, expected?: number) => {
    requests += 1
    return JSON.parse(await post(`${url}/v1${path}`, body, token, expected))
  }
  const nextUser = () => `user-${turn++ % USERS}`
  const visit = async (operator: string, calls: number) => {
    const external_user_id = nextUser()
    const { token } = await api('/embedded/scoped-token', { external_user_id }, operator)
    const base = { external_user_id, connector_type: 'Asana' }
    const consent = { ...base, redirect_url: 'https://you.example/back' }
    await api('/integrations/connectors/oauth/initiate', consent, token)
    const wish = { ...base, credentials: { token: asanaToken }, check: false }
    const { id } = await api('/integrations/connectors', wish, token, 201)
    const body = { entity: 'users', action: 'get', params: { user_gid: 'me' } }
    for (let i = 0; i < calls; i++) await api(`/connectors/sources/${id}/execute`, body, token)
    await api(`/connectors/sources/${id}/execute`, { entity: `made-up-${turn}`, action: 'x' }, token, 422)
    await api('/embedded/scoped-token', { external_user_id }, `${operator}x`, 401)
    const headers = { authorization: `Bearer ${token}` }
    await send({ method: 'DELETE', url: `${url}/v1/integrations/connectors/${id}`, headers }, 202)
    requests += 1
  }
  /** So many at a time, each with an operator token of its own every now and then. */
  const inLanes = (isOver: () => boolean, act: (operator: string) => Promise<unknown>) =>
    Promise.all(
      Array.from({ length: LANES }, async () => {
        while (!isOver()) {
          const operator = (await api('/account/applications/token', client)).access_token
          for (let i = 0; i < 50 && !isOver(); i++) await act(operator)
        }
      }),
    )

  await inLanes(
    () => turn >= USERS,
    operator => visit(operator, 1),
  )
  requests = 0
  const endsAt = performance.now() + minutes * 60_000
  const load = inLanes(
    () => performance.now() >= endsAt,
    operator => visit(operator, 10),
  )
  const samples: { heapUsed: number; rss: number }[] = []
  const everyMs = (minutes * 60_000) / SAMPLES
  for (let i = 0; i < SAMPLES; i++) {
    await new Promise(resolve => setTimeout(resolve, everyMs))
    const answer = worker.next()
    worker.say({ ask: 'memory' })
    samples.push((await answer) as { heapUsed: number; rss: number })
  }
  await load
  const mib = (bytes: number) => Math.round((bytes / 1024 / 1024) * 10) / 10
  const heap = samples.map(({ heapUsed }) => mib(heapUsed))
  const fifth = SAMPLES / 5
  const [early, late] = [median(heap.slice(0, fifth)), median(heap.slice(-fifth))]
  process.stdout.write(`heap after collections, MiB: ${heap.join(' ')}\n`)
  return {
    minutes,
    requests,
    earlyMiB: early,
    lateMiB: late,
    peakRssMiB: mib(Math.max(...samples.map(({ rss }) => rss))),
    flat: late - early <= TOLERANCE_MIB,
  }
}
