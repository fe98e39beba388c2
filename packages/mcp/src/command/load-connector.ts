import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigurationError } from '@x/asana-auth-core'
import { AsanaConnector } from '@x/asana-connector'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The connector of a module, or one on credentials in the environment.
 * @throws {ConfigurationError} `invalid_option`
 */
export async function loadConnector(
  path: string | undefined,
  environment: Environment,
): Promise<AsanaConnector> {
  return path === undefined ? fromEnvironment(environment) : fromModule(path)
}

function fromEnvironment(environment: Environment): AsanaConnector {
  const set = (name: string) => environment[name]?.trim() || undefined
  const refreshToken = set('ASANA_REFRESH_TOKEN')
  if (refreshToken) return new AsanaConnector({ authConfig: { refreshToken } })
  const token = set('ASANA_ACCESS_TOKEN') ?? set('ASANA_PERSONAL_ACCESS_TOKEN') ?? set('ASANA_TOKEN')
  if (token) return new AsanaConnector({ authConfig: { token } })
  throw new ConfigurationError(
    'invalid_option',
    'No credentials: set ASANA_ACCESS_TOKEN, or ASANA_REFRESH_TOKEN, or give --connector. See asana-mcp --help.',
  )
}

async function fromModule(path: string): Promise<AsanaConnector> {
  const { default: exported }: { default?: unknown } = await import(pathToFileURL(resolve(path)).href)
  const connector: unknown = typeof exported === 'function' ? await exported() : exported
  if (isConnector(connector)) return connector
  throw new ConfigurationError(
    'invalid_option',
    `The default export of ${path} must be an AsanaConnector, or a function that returns one.`,
  )
}

/** By what it can do: the module may have another copy of the package. */
function isConnector(value: unknown): value is AsanaConnector {
  return typeof value === 'object' && value !== null && 'tools' in value && 'close' in value
}
