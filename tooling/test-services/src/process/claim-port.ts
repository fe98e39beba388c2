import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nobodyListens } from './nobody-listens.ts'
import { removeDirectory } from './remove-directory.ts'

export interface ClaimedPort {
  readonly port: number
  /** Empty, for the server's files. The port is ours as long as it exists. */
  readonly directory: string
}

/** A Redis Cluster node talks to the others so many ports above its own. */
const CLUSTER_BUS = 10_000

/**
 * A port that nobody listens on and that no other test process is about to use. Never one that the
 * kernel hands out (listen on 0): while the server is stopped, a client that keeps reconnecting could be
 * given it as its own port, connect to itself, and keep the server from coming back.
 */
export async function claimPort(): Promise<ClaimedPort> {
  for (;;) {
    const port = randomInt(10_000, 16_000)
    const directory = join(tmpdir(), `asana-auth-test-${port}`)
    if (!(await make(directory))) continue
    if ((await nobodyListens(port)) && (await nobodyListens(port + CLUSTER_BUS))) return { port, directory }
    await removeDirectory(directory)
  }
}

/** False when it is there already: making one is atomic, looking for a free port is not. */
async function make(directory: string): Promise<boolean> {
  try {
    await mkdir(directory, { mode: 0o700 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
