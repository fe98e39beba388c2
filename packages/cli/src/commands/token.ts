import type { Command } from 'commander'
import { UsageError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'

/** The only command that prints a secret. */
export function addToken(program: Command, context: CommandContext): void {
  program
    .command('token')
    .summary('print a valid access token, refreshed first if need be')
    .description(
      'Prints a valid access token of a user, for a pipe or $(…): it is refreshed first if need be. ' +
        'The only command that prints a secret, and not onto a terminal, whose scrollback is no safe place.',
    )
    .argument('<subject>', 'your id of the user')
    .option('--show', 'print it although standard output is a terminal')
    .action(async (subject: string, { show = false }: { show?: boolean }) => {
      if (context.console.out.isTTY && !show) {
        throw new UsageError(
          'A token would stay on this terminal. Pipe it, or say --show if that is what you want.',
          'terminal_refused',
        )
      }
      await context.withAuth(async auth => {
        const session = await auth.session({ subject })
        const accessToken = await session.getAccessToken({ signal: context.signal })
        const status = await auth.status(subject)
        const expiresAt = status.state === 'not_connected' ? undefined : status.expiresAt
        context.console.result({ subject, accessToken, ...(expiresAt && { expiresAt }) }, accessToken)
      })
    })
}
