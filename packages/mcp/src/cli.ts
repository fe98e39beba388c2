#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' }
import { run } from './command/run.ts'

try {
  const running = await run(process.argv.slice(2), {
    environment: process.env,
    version: packageJson.version,
    print: text => void process.stdout.write(text),
    tell: text => void process.stderr.write(text),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // A refresh that is under way ends first.
      void running?.close().finally(() => process.exit(0))
    })
  }
} catch (error) {
  process.stderr.write(`asana-mcp: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 2
}
