#!/usr/bin/env node
import { run } from './run.ts'

const interrupted = new AbortController()
function interrupt(): void {
  interrupted.abort()
  // A refreshed token that is not written yet is worth a moment.
  setTimeout(() => {
    if (process.stderr.isTTY)
      process.stderr.write('Finishing what is under way; Ctrl+C again stops at once.\n')
  }, 1000).unref()
}
// Once: a second Ctrl+C ends the process as it always does.
process.once('SIGINT', interrupt)
process.once('SIGTERM', interrupt)
// Whoever reads the output may stop reading: `asana-auth list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
// Remarks that nobody reads are no reason to stop, as in `asana-auth rekey 2>&1 | head`.
process.stderr.on('error', () => {})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  signal: interrupted.signal,
})
