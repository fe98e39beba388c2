import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireService } from '../src/index.ts'
import { accepts, expectClosed } from './leftovers.ts'

const missing = await requireService('redis')

// Each starts up to three real servers, for which a hook would have as long.
describe.skipIf(missing)(`servers whose owner dies ${missing ?? ''}`, { timeout: 60_000 }, () => {
  let directory: string

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'test-services-owner-'))
    // Node 20 does not run TypeScript.
    await build({
      entry: [fileURLToPath(new URL('owner.ts', import.meta.url))],
      format: 'cjs',
      outDir: directory,
      outExtension: () => ({ js: '.cjs' }),
      noExternal: [/./],
      external: ['pg-native'],
      config: false,
      silent: true,
    })
  })

  afterAll(() => rm(directory, { recursive: true, force: true }))

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('end with it after %s', async signal => {
    const owner = spawn(process.execPath, [join(directory, 'owner.cjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ports = await portsOf(owner)
    expect(await Promise.all(ports.map(accepts))).not.toContain(false)
    owner.kill(signal)
    await once(owner, 'exit')
    for (const port of ports) await expectClosed(port)
  })
})

async function portsOf(owner: ChildProcess): Promise<number[]> {
  let output = ''
  for await (const chunk of owner.stdout ?? []) {
    output += chunk
    if (output.includes('\n')) break
  }
  return JSON.parse(output)
}
