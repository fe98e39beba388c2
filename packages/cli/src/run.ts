import { AsanaError, type AuthManagerOptions } from '@x/asana-auth-core'
import { CommanderError } from 'commander'
import { explained, InterruptedError } from './cli-errors.ts'
import { CommandContext } from './command-context.ts'
import { ExitCode, exitCodeOf } from './exit-code.ts'
import { openInBrowser } from './login/open-in-browser.ts'
import { createProgram } from './program.ts'
import { Console } from './terminal/console.ts'
import type { Terminal } from './terminal/terminal.ts'

/** A process, as far as `run` has to do with one. */
export interface RunOptions extends Terminal {
  /** Stops the command: after the page under way where there are pages, at once elsewhere. */
  readonly signal?: AbortSignal
  /** Instead of a browser on this machine. */
  readonly openUrl?: (url: string) => void
  readonly fetch?: typeof globalThis.fetch
  readonly clock?: NonNullable<AuthManagerOptions['clock']>
}

/**
 * Runs one command line.
 * @param argv without the names of the program and of node
 * @returns the exit code; nothing is thrown, all errors are told on `stderr`
 */
export async function run(argv: readonly string[], options: RunOptions): Promise<ExitCode> {
  const { signal = new AbortController().signal, openUrl, fetch, clock } = options
  // Looked for before the parser runs: its own errors are told in the same way.
  const console = new Console(options, argv.includes('--json'))
  const context = new CommandContext(
    {
      terminal: options,
      console,
      signal,
      clock: { now: () => clock?.now?.() ?? Date.now() },
      openUrl: openUrl ?? (url => openInBrowser(url, options.env)),
      auth: { ...(fetch && { fetch }), ...(clock && { clock }) },
    },
    () => program.opts(),
  )
  const program = createProgram(context)
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return context.exitCode
  } catch (error) {
    return report(error, console, signal)
  }
}

function report(error: unknown, console: Console, signal: AbortSignal): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for and are written already; help instead of a command was not.
    if (error.exitCode === 0) return ExitCode.ok
    const isHelp = error.code === 'commander.help'
    if (!isHelp || console.json) {
      const what = isHelp ? 'Name one of the commands.' : error.message.replace(/^error: /, '')
      console.error('usage', `${what} See: asana-auth --help`)
    }
    return ExitCode.usage
  }
  const told = signal.aborted && !(error instanceof AsanaError) ? new InterruptedError() : error
  const message = told instanceof Error ? explained(told) : 'Something that is no error was thrown.'
  console.error(told instanceof AsanaError ? told.code : 'unexpected', message)
  return exitCodeOf(told)
}
