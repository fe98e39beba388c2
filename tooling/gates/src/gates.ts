import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gates } from './all-gates.ts'
import { readRepository } from './repository/repository.ts'
import { tryRun } from './repository/run.ts'
import { packAll } from './repository/tarball.ts'

// `gates [name …]`: each gate in a process of its own, as many at a time as there are cores.
const root = resolve(fileURLToPath(import.meta.url), '../../../..')
const runGate = fileURLToPath(new URL('./run-gate.js', import.meta.url))
const asked = process.argv.slice(2)
const names = Object.keys(gates).filter(name => asked.length === 0 || asked.includes(name))

const unknown = asked.filter(name => !Object.hasOwn(gates, name))
if (unknown.length > 0)
  throw new Error(`No gate ${unknown.join(', ')}. There are ${Object.keys(gates).join(', ')}.`)

const tarballs = await mkdtemp(join(tmpdir(), 'asana-auth-gates-'))
try {
  await packAll(readRepository(root, tarballs))
  const waiting = [...names]
  const one = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await check(name)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, one))
} finally {
  await rm(tarballs, { recursive: true, force: true })
}

async function check(name: string): Promise<void> {
  const start = performance.now()
  const { ok, output } = await tryRun(process.execPath, [runGate, name, root, tarballs], { cwd: root })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  process.stdout.write(`${ok ? '✔' : '✘'} ${name.padEnd(12)} ${seconds.padStart(5)} s  ${output}\n`)
  if (!ok) process.exitCode = 1
}
