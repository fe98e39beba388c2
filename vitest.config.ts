import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Tests run the sources, not the builds: the same names as tsconfig.json maps for the type checker.
const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'))
const alias = Object.fromEntries(
  Object.entries<string[]>(compilerOptions.paths).map(([name, [path]]) => [
    name,
    fileURLToPath(new URL(path ?? '', import.meta.url)),
  ]),
)

export default defineConfig({
  resolve: { alias },
  test: {
    include: ['**/test/**/*.test.ts'],
    // All of them together take an eighth less of the processors than in processes.
    pool: 'threads',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // What is waited for comes, on a machine that is busy with other things late.
    expect: { poll: { timeout: 10_000 } },
    // One for each processor; by default one is left idle, which of two is half of the machine.
    maxWorkers: availableParallelism(),
  },
})
