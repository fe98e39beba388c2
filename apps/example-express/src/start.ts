import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from './config.ts'
import { startExample } from './example.ts'
import { createLogger } from './logger.ts'
import { closeOnSignal } from './shutdown.ts'

const envFile = fileURLToPath(new URL('../.env', import.meta.url))

try {
  if (existsSync(envFile)) process.loadEnvFile(envFile)
  const config = readConfig(process.env)
  const logger = createLogger(config.logLevel)
  const { auth, localAsana, localHosted, close } = await startExample(config, logger)
  closeOnSignal(close, logger)
  say(`Daylist is at ${config.origin}`)
  say(
    localAsana
      ? `There is no ASANA_CLIENT_ID, so a sandbox plays Asana at ${localAsana.sandbox.url}, with this app registered in it.`
      : `It connects to ${new URL(auth.asana.app.authorizationUrl).host}; the app there must have the redirect URL ${config.redirectUri}`,
  )
  const hosted = localHosted?.settings ?? config.hosted
  if (hosted) say(`Its page ${config.origin}/hosted goes through the hosted server at ${hosted.baseUrl}.`)
  say(`Connections are kept in the ${config.credentialStore.name} store. Ctrl-C ends it.`)
} catch (error) {
  // For a person at a terminal: what to change. A stack only for what nobody foresaw.
  const isForeseen = error instanceof ConfigError || /CREDENTIAL_STORE|EADDRINUSE/.test(String(error))
  process.stderr.write(`\n${isForeseen ? advise(error as Error) : (error as Error).stack}\n\n`)
  process.exit(1)
}

function say(text: string): void {
  process.stdout.write(`  ${text}\n`)
}

function advise(error: Error & { code?: string; port?: number }): string {
  return error.code === 'EADDRINUSE'
    ? `Port ${error.port} is in use. Set PORT to a free one, for example: PORT=3001`
    : error.message
}
