import { localhostAllowedHostnames } from '@modelcontextprotocol/server'
import type { AgentTool } from '@x/asana-connector'
import { sameToken } from '../http/bearer.ts'
import { type RunningHttpServer, serveHttp } from '../http/serve-http.ts'
import type { ServerIdentity } from '../server/tool-server.ts'
import { serveToolsOnStdio } from '../stdio.ts'
import { loadConnector } from './load-connector.ts'
import { type HttpSettings, readSettings } from './settings.ts'
import { usage } from './usage.ts'

/** What the command touches outside itself. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** For text that somebody asked for. Standard output belongs to MCP while it is served there. */
  print(text: string): void
  /** For people who start it: standard error. */
  tell(text: string): void
}

export interface Running {
  /** Whose end is also that of the process: who holds standard input, or nobody. */
  readonly client: 'stdin' | undefined
  close(): Promise<void>
}

/**
 * Starts what the command line asks for; undefined when there is nothing to keep running.
 * @throws {ConfigurationError} `invalid_option`
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<Running | undefined> {
  const { environment, version, print, tell } = surroundings
  const settings = readSettings(argv, environment)
  if (settings.kind === 'help') {
    print(usage)
    return undefined
  }
  if (settings.kind === 'version') {
    print(`${version}\n`)
    return undefined
  }
  const connector = await loadConnector(settings.connector, environment)
  const tools = connector.tools(settings.tools)
  const identity = { name: 'asana-mcp', version }
  const onError = (error: Error) => tell(`asana-mcp: ${error.message}\n`)
  const server = settings.http
    ? await listen(settings.http, tools, identity, onError, tell)
    : serveToolsOnStdio({ tools, identity, onError })
  return {
    client: settings.http ? undefined : 'stdin',
    async close() {
      await server.close()
      await connector.close()
    },
  }
}

async function listen(
  { host, port, bearerToken, allowedHosts }: HttpSettings,
  tools: readonly AgentTool[],
  identity: ServerIdentity,
  onError: (error: Error) => void,
  tell: (text: string) => void,
): Promise<RunningHttpServer> {
  const server = await serveHttp({
    host,
    port,
    identity,
    onError,
    allowedHosts: [...localhostAllowedHostnames(), ...allowedHosts],
    authenticate: given => (sameToken(given, bearerToken) ? tools : undefined),
  })
  tell(`asana-mcp: ${server.url}, with the bearer token in ASANA_MCP_BEARER_TOKEN\n`)
  return server
}
