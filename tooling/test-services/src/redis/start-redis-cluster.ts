import { setTimeout as delay } from 'node:timers/promises'
import { startThrowaway, type Throwaway } from '../process/start-throwaway.ts'
import { answersPing, redisCommand } from './redis-commands.ts'
import { redisProgram } from './redis-program.ts'
import { commonArgs } from './start-redis.ts'

export interface ClusterNode {
  readonly host: string
  readonly port: number
}

export interface RedisCluster {
  /** Three masters, no replicas: what a client needs to find the rest. */
  readonly nodes: readonly ClusterNode[]
  readonly managed: true
  /** All nodes go away, as in an outage. */
  stop(): Promise<void>
  /** They come back on the same ports and find each other again. */
  start(): Promise<void>
  close(): Promise<void>
}

const SLOTS = 16_384
const NODES = 3
const FORMED_WITHIN_MS = 20_000

/** Nodes that start wait so long for each other, and take each other for gone after it. */
const QUICK_TO_FORM_MS = 2_000
/** Once they have formed a cluster, none is gone because a busy machine did not let it run for two seconds. */
const SLOW_TO_FAIL_MS = 60_000

/**
 * Always a throwaway: three processes that share the slots.
 *
 * @throws MissingServiceError
 */
export async function startRedisCluster(): Promise<RedisCluster> {
  const program = await redisProgram()
  const servers: Throwaway[] = []
  const all = (action: (server: Throwaway) => Promise<void>) => Promise.all(servers.map(action))
  const close = async () => void (await all(server => server.close()))
  try {
    for (let index = 0; index < NODES; index++) servers.push(await startNode(program))
    const ports = servers.map(({ port }) => port)
    await shareSlots(ports)
    await untilFormed(ports)
    return {
      nodes: ports.map(port => ({ host: '127.0.0.1', port })),
      managed: true,
      stop: async () => void (await all(server => server.stop())),
      start: async () => {
        await all(server => server.start())
        await untilFormed(ports)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

function startNode(program: string): Promise<Throwaway> {
  return startThrowaway((port, directory) => ({
    program,
    args: [
      ...commonArgs(port),
      ...['--appendonly', 'no', '--cluster-enabled', 'yes'],
      ...['--cluster-node-timeout', String(QUICK_TO_FORM_MS)],
    ],
    directory,
    isReady: () => answersPing(port),
  }))
}

async function shareSlots(ports: readonly number[]): Promise<void> {
  const [first = 0, ...others] = ports
  for (const [index, port] of ports.entries()) {
    const from = Math.floor((index * SLOTS) / ports.length)
    const to = Math.floor(((index + 1) * SLOTS) / ports.length) - 1
    // Epochs apart, or the nodes spend their first seconds on agreeing on them.
    await redisCommand(port, `CLUSTER SET-CONFIG-EPOCH ${index + 1}`)
    await redisCommand(port, `CLUSTER ADDSLOTSRANGE ${from} ${to}`)
  }
  for (const port of others) await redisCommand(first, `CLUSTER MEET 127.0.0.1 ${port}`)
}

async function untilFormed(ports: readonly number[]): Promise<void> {
  const deadline = Date.now() + FORMED_WITHIN_MS
  const formed = async (port: number) => {
    const info = await redisCommand(port, 'CLUSTER INFO', 2_000)
    return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${ports.length}`)
  }
  while (!(await Promise.all(ports.map(port => formed(port).catch(() => false)))).every(Boolean)) {
    if (Date.now() > deadline)
      throw new Error(`The Redis nodes did not form a cluster in ${FORMED_WITHIN_MS} ms.`)
    await delay(50)
  }
  for (const port of ports) await redisCommand(port, `CONFIG SET cluster-node-timeout ${SLOW_TO_FAIL_MS}`)
}
