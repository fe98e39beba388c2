import { parseArgs } from 'node:util'
import type { RefreshMode } from '../options.ts'

export const usage = `Usage: asana-sandbox [options]

  --port <n>           Port to listen on (default 8765; 0 for a free one)
  --host <address>     Address to listen on (default 127.0.0.1)
  --refresh <mode>     omit, echo or rotate (default omit)
  --lifetime <s>       Seconds an access token lives (default 3600)
  --redirect-uri <url> Redirect URL of the registered app; any number of times
                       (default http://localhost:3000/callback)
  --scopes <list>      Granular scopes of the app, separated by commas (default: full permissions)
  --premium            Turn on the paid features (search, custom fields)
  --no-seed            Start without sample data but for one user
  --json               Print the configuration as one line of JSON
  --help               Show this
`

interface CliArguments {
  readonly port: number
  readonly host: string | undefined
  readonly refresh: RefreshMode
  readonly lifetimeS: number
  readonly redirectUris: string[]
  readonly scopes: string[] | undefined
  readonly premium: boolean
  readonly seed: boolean
  readonly json: boolean
  readonly help: boolean
}

/** Throws an Error whose message is for the user. */
export function readArguments(argv: readonly string[]): CliArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string', default: '8765' },
      host: { type: 'string' },
      refresh: { type: 'string', default: 'omit' },
      lifetime: { type: 'string', default: '3600' },
      'redirect-uri': { type: 'string', multiple: true, default: ['http://localhost:3000/callback'] },
      scopes: { type: 'string' },
      premium: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  return {
    port: wholeNumber('--port', values.port, 65_535),
    host: values.host,
    refresh: refreshMode(values.refresh),
    lifetimeS: wholeNumber('--lifetime', values.lifetime, Number.MAX_SAFE_INTEGER),
    redirectUris: values['redirect-uri'],
    scopes: values.scopes?.split(/[\s,]+/).filter(scope => scope !== ''),
    premium: values.premium,
    seed: !values['no-seed'],
    json: values.json,
    help: values.help,
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value <= most) return value
  throw new Error(`${name} takes a whole number, not ${text}`)
}

function refreshMode(text: string): RefreshMode {
  if (text === 'omit' || text === 'echo' || text === 'rotate') return text
  throw new Error(`--refresh takes omit, echo or rotate, not ${text}`)
}
