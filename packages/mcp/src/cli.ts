#!/usr/bin/env node
import packageJson from '../package.json' with { type: 'json' }
import { type Running, run } from './command/run.ts'

const tell = (error: unknown) =>
  void process.stderr.write(`asana-mcp: ${error instanceof Error ? error.message : error}\n`)

try {
  const running = await run(process.argv.slice(2), {
    environment: process.env,
    version: packageJson.version,
    print: text => void process.stdout.write(text),
    tell: text => void process.stderr.write(text),
  })
  if (running) endWith(running)
} catch (error) {
  tell(error)
  end(2)
}

function endWith(running: Running): void {
  let ended = false
  const close = () => {
    if (ended) return
    ended = true
    // A refresh that is under way ends first.
    running.close().then(
      () => end(0),
      (error: unknown) => {
        tell(error)
        end(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, close)
  // The client is gone, perhaps without a signal (MCP, stdio).
  if (running.client === 'stdin') process.stdin.once('end', close).once('close', close)
}

/** When what was told is written. Not left to the event loop: a connector's store keeps its connection. */
function end(code: number): void {
  process.exitCode = code
  process.stderr.write('', () => process.exit())
}
