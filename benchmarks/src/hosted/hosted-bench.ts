import { parseArgs } from 'node:util'
import { callsPerSecond } from '../calls-per-second.ts'
import { WorkerProcess } from '../processes/worker-process.ts'
import { median, medianRatio } from '../statistics.ts'
import type { HostedRole, RoleReady } from './hosted-worker.ts'
import { post } from './http-load.ts'
import { runMemory } from './memory.ts'

// `execute` of users.get me through the hosted server, beside the least that could stand in its place: an
// Express 5 proxy to the same endpoint of the same sandbox. Then memory under load, for --minutes.

const CONCURRENCY = 32
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '0' } } })
const workers: WorkerProcess[] = []

async function begin(role: HostedRole): Promise<{ worker: WorkerProcess; ready: RoleReady }> {
  const worker = new WorkerProcess('hosted-worker.js', role)
  workers.push(worker)
  return { worker, ready: (await worker.next()) as RoleReady }
}

try {
  const { ready: sandbox } = await begin({ role: 'sandbox' })
  const token = sandbox.token ?? ''
  const { ready: proxy } = await begin({ role: 'proxy', baseUrl: sandbox.url, token })
  const { ready: hosted, worker } = await begin({ role: 'hosted', baseUrl: sandbox.url })

  const client = { client_id: hosted.clientId, client_secret: hosted.clientSecret }
  const operator = JSON.parse(await post(`${hosted.url}/v1/account/applications/token`, client)).access_token
  const scoped = await post(`${hosted.url}/v1/embedded/scoped-token`, { external_user_id: 'ada' }, operator)
  const user = JSON.parse(scoped).token
  const wish = { external_user_id: 'ada', connector_type: 'Asana', credentials: { token } }
  const { id } = JSON.parse(await post(`${hosted.url}/v1/integrations/connectors`, wish, user, 201))
  const body = { entity: 'users', action: 'get', params: { user_gid: 'me' } }
  const execute = `${hosted.url}/v1/connectors/sources/${id}/execute`

  const rates = await callsPerSecond(
    { hosted: () => post(execute, body, user), proxy: () => post(`${proxy.url}/execute`, body, user) },
    { rounds: 25, callsPerRound: 640, concurrency: CONCURRENCY },
  )
  const [ours, bare] = [Math.round(median(rates.hosted)), Math.round(median(rates.proxy))]
  const ratio = medianRatio(rates.hosted, rates.proxy)
  process.stdout.write(`execute ${ours}/s, bare proxy ${bare}/s: ${ratio} of it\n`)
  process.stdout.write(`${JSON.stringify({ hostedExecute: { ours, bare, ratio } })}\n`)

  const minutes = Number(values.minutes)
  if (minutes > 0) {
    const place = { url: hosted.url, asanaToken: token, client }
    process.stdout.write(`${JSON.stringify({ hostedMemory: await runMemory(worker, place, minutes) })}\n`)
  }
} finally {
  for (const worker of workers) worker.child.kill()
}
process.exit(0)
