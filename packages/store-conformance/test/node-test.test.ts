import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

describe('under node:test', () => {
  let directory: string

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'conformance-node-test-'))
    // From the sources, as all tests here; Node 20 does not run TypeScript.
    await build({
      entry: [path('node-test-entry.ts')],
      tsconfig: path('../../../tsconfig.json'),
      format: 'cjs',
      outDir: directory,
      outExtension: () => ({ js: '.cjs' }),
      noExternal: [/^(?!node:)/],
      removeNodeProtocol: false,
      config: false,
      silent: true,
    })
  })

  afterAll(() => rm(directory, { recursive: true, force: true }))

  it('passes the stores in memory, and says why cases are skipped', async () => {
    const { exitCode, report } = await runNodeTest(join(directory, 'node-test-entry.cjs'))
    expect(report).toMatch(/^# fail 0$/m)
    expect(exitCode).toBe(0)
    expect(Number(/^# pass (\d+)$/m.exec(report)?.[1])).toBeGreaterThan(200)
    expect(report).toContain('[skipped: every instance keeps its own data (options.shared is false)] # SKIP')
  })

  it('fails a broken store with a message that says what was promised', async () => {
    const { exitCode, report } = await runNodeTest(join(directory, 'node-test-entry.cjs'), { FLAW: 'yes' })
    expect(exitCode).not.toBe(0)
    expect(report).toMatch(/^# fail 1$/m)
    expect(report).toContain('get returns the record and its version: expected {')
  })
})

function runNodeTest(
  file: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ exitCode: number; report: string }> {
  const args = ['--test', '--test-reporter=tap', file]
  return new Promise(resolve => {
    execFile(process.execPath, args, { env: { ...process.env, ...env } }, (error, stdout) => {
      resolve({ exitCode: Number(error?.code ?? 0), report: stdout })
    })
  })
}
