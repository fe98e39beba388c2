#!/usr/bin/env node
import { AsanaError } from '@x/asana-auth-core'
import { run, USAGE } from './cli/commands.ts'
import { HostedConfigError } from './cli/config.ts'

run(process.argv.slice(2), process.env, text => void process.stdout.write(`${text}\n`)).then(
  () => process.exit(0),
  (error: unknown) => {
    // For a person at a terminal: what to change. A stack only for what nobody foresaw.
    const isForeseen = error instanceof HostedConfigError || error instanceof AsanaError
    process.stderr.write(`${isForeseen ? error.message : (error as Error).stack}\n`)
    if (error instanceof HostedConfigError) process.stderr.write(`\n${USAGE}`)
    process.exit(1)
  },
)
