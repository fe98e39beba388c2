#!/usr/bin/env node
import { announce, asText } from './cli/announcement.ts'
import { readArguments, usage } from './cli/arguments.ts'
import { startSandbox } from './start-sandbox.ts'

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2))
  if (options.help) {
    process.stdout.write(usage)
    return
  }
  const sandbox = await startSandbox({
    port: options.port,
    ...(options.host === undefined ? {} : { host: options.host }),
    refresh: options.refresh,
    accessTokenLifetimeS: options.lifetimeS,
    premium: options.premium,
    seed: options.seed,
  })
  const stop = () => void sandbox.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)

  const app = sandbox.registerApp({
    redirectUris: options.redirectUris,
    ...(options.scopes === undefined ? {} : { scopes: options.scopes }),
  })
  const user = sandbox.users[0] ?? sandbox.addUser({ name: 'Ada Sample', email: 'ada@example.com' })
  const announcement = announce(sandbox, app, sandbox.createPersonalAccessToken(user.gid))
  process.stdout.write(options.json ? `${JSON.stringify(announcement)}\n` : asText(sandbox, announcement))
}

main().catch((error: unknown) => {
  process.stderr.write(`asana-sandbox: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
