import { AsanaClient } from '@x/asana-client'
import { callsPerSecond } from '../calls-per-second.ts'
import type { HostedRole, RoleReady } from '../hosted/hosted-worker.ts'
import { installPeers } from '../peers/install-peers.ts'
import { WorkerProcess } from '../processes/worker-process.ts'
import { median, medianRatio } from '../statistics.ts'
import type { ApiReader } from './api-reader.ts'
import { bareFetch } from './bare-fetch.ts'
import { officialSdk } from './official-sdk.ts'

// What the client costs on top of `fetch` and JSON.parse, with everything on: deadlines, retries, the
// token's limits. The sandbox runs in a process of its own, so that its work hides nothing of ours.

const CONCURRENCY = 16
const TASKS = 1000

const task: HostedRole = { role: 'sandbox' }
const worker = new WorkerProcess('hosted-worker.js', task)
try {
  await installPeers()
  const { url: baseUrl, token: accessToken = '' } = (await worker.next()) as RoleReady
  const client = new AsanaClient({ accessToken, baseUrl })
  const project = await projectOf(client)
  const readers: Record<'ours' | 'bare' | 'official', ApiReader> = {
    ours: {
      getUser: () => client.getUser('me', { opt_fields: ['name', 'email'] }),
      listTasks: gid => client.getTasks({ project: gid, opt_fields: ['name'] }).toArray(),
      async countTasks(gid) {
        let count = 0
        for await (const _ of client.getTasks({ project: gid, opt_fields: ['name'] })) count++
        return count
      },
    },
    bare: bareFetch(baseUrl, accessToken),
    official: await officialSdk(baseUrl, accessToken),
  }
  for (const [name, reader] of Object.entries(readers)) {
    const counts = [await reader.countTasks(project), (await reader.listTasks(project)).length]
    if (counts.some(count => count !== TASKS))
      throw new Error(`${name} finds ${counts.join(' and ')} tasks of ${TASKS}.`)
  }
  const each = (call: (reader: ApiReader) => Promise<unknown>) => ({
    ours: () => call(readers.ours),
    bare: () => call(readers.bare),
    official: () => call(readers.official),
  })
  const users = each(reader => reader.getUser())
  // Long enough that one's garbage is not swept in another's time.
  const manner = { callsPerRound: 2000, concurrency: CONCURRENCY }
  // The compiler takes some ten thousand calls until it is done with all of it, and a process lives longer.
  await callsPerSecond(users, { rounds: 8, ...manner })
  const getUser = await callsPerSecond(users, { rounds: 25, ...manner })
  const lists = { rounds: 25, callsPerRound: 40 }
  const listing = await callsPerSecond(
    each(reader => reader.listTasks(project)),
    lists,
  )
  const iterating = await callsPerSecond(
    each(reader => reader.countTasks(project)),
    lists,
  )
  const results = { getUser: compared(getUser), listing: compared(listing), iterating: compared(iterating) }
  process.stdout.write(
    `\ngetUser, ${CONCURRENCY} at a time, and a list of ${TASKS} tasks, as an array and one by one: calls a second\n\n`,
  )
  for (const [name, { ours, bare, official, overheadPercent }] of Object.entries(results)) {
    process.stdout.write(
      `${name.padEnd(9)} ours ${ours}, bare fetch ${bare}, asana ${official}: ${overheadPercent} % over bare fetch\n`,
    )
  }
  process.stdout.write(`${JSON.stringify({ api: results })}\n`)
} finally {
  worker.child.kill()
}
process.exit(0)

function compared(rates: Record<'ours' | 'bare' | 'official', number[]>) {
  return {
    ours: Math.round(median(rates.ours)),
    bare: Math.round(median(rates.bare)),
    official: Math.round(median(rates.official)),
    /** How much longer a call takes than bare fetch does. */
    overheadPercent: Math.round((medianRatio(rates.bare, rates.ours) - 1) * 100),
    timesOfficial: medianRatio(rates.ours, rates.official),
  }
}

/** A project with as many tasks, made by batches of ten. */
async function projectOf(client: AsanaClient): Promise<string> {
  const { data: workspaces } = await client.getWorkspaces()
  const [workspace] = workspaces
  const [team] = workspace ? (await client.getTeamsForWorkspace(workspace.gid)).data : []
  const where = { ...(workspace && { workspace: workspace.gid }), ...(team && { team: team.gid }) }
  const { gid } = await client.createProject({ name: 'Long list', ...where })
  const results = await client.batch(
    Array.from({ length: TASKS }, (_, i) => ['createTask', { name: `Task ${i}`, projects: [gid] }] as const),
  )
  for (const result of results) if (result instanceof Error) throw result
  return gid
}
