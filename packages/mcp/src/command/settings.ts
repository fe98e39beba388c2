import { parseArgs } from 'node:util'
import { ConfigurationError } from '@x/asana-auth-core'
import type { ToolOptions } from '@x/asana-connector'

/** What the command line and the environment ask for. */
export type Settings =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | {
      readonly kind: 'serve'
      readonly tools: ToolOptions
      /** Path of a module that gives the connector. */
      readonly connector?: string
      /** Undefined: standard input and output. */
      readonly http?: HttpSettings
    }

export interface HttpSettings {
  readonly host: string
  readonly port: number
  readonly bearerToken: string
  readonly allowedHosts: readonly string[]
}

type Environment = Readonly<Record<string, string | undefined>>

const options = {
  actions: { type: 'string' },
  allow: { type: 'string' },
  'allowed-hosts': { type: 'string' },
  connector: { type: 'string' },
  help: { type: 'boolean' },
  host: { type: 'string' },
  http: { type: 'boolean' },
  'max-output-chars': { type: 'string' },
  port: { type: 'string' },
  'read-only': { type: 'boolean' },
  version: { type: 'boolean' },
} as const

/** @throws {ConfigurationError} `invalid_option` */
export function readSettings(argv: readonly string[], environment: Environment): Settings {
  const values = parse(argv)
  if (values.help) return { kind: 'help' }
  if (values.version) return { kind: 'version' }
  const { actions, allow, connector } = values
  if (actions !== undefined && allow !== undefined) {
    throw invalid('Give --actions or --allow, not both: with --actions there is no tool for everything.')
  }
  return {
    kind: 'serve',
    tools: {
      ...(actions !== undefined && { actions: list(actions) }),
      ...(allow !== undefined && { allow: list(allow) }),
      ...(values['read-only'] && { readOnly: true }),
      ...(values['max-output-chars'] !== undefined && {
        maxOutputChars: wholeNumber('--max-output-chars', values['max-output-chars'], 1),
      }),
    },
    ...(connector !== undefined && { connector }),
    ...(values.http && {
      http: {
        host: values.host ?? '127.0.0.1',
        port: wholeNumber('--port', values.port ?? '3920', 0),
        bearerToken: bearerToken(environment),
        allowedHosts: list(values['allowed-hosts'] ?? ''),
      },
    }),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values
  } catch (error) {
    throw invalid(`${error instanceof Error ? error.message : error} See asana-mcp --help.`)
  }
}

/** Long enough that nobody guesses it, since what it opens acts as the user. */
function bearerToken(environment: Environment): string {
  const token = environment['ASANA_MCP_BEARER_TOKEN'] ?? ''
  if (/^[!-~]{16,}$/.test(token)) return token
  throw invalid(
    'HTTP needs ASANA_MCP_BEARER_TOKEN, at least 16 characters without spaces: openssl rand -base64 32',
  )
}

function list(text: string): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(Boolean)
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least) return value
  throw invalid(`${name} must be a whole number from ${least}.`)
}

function invalid(message: string): ConfigurationError {
  return new ConfigurationError('invalid_option', message)
}
