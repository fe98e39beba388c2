import type { Command } from 'commander'
import { IncompleteError, InterruptedError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'
import { ExitCode, exitCodeOf } from '../exit-code.ts'
import { confirm } from '../terminal/ask.ts'
import { printable } from '../terminal/printable.ts'

export function addRevoke(program: Command, context: CommandContext): void {
  program
    .command('revoke')
    .alias('disconnect')
    .summary('end a grant at Asana, then delete the credentials')
    .description(
      'Ends the grant at Asana, then deletes the credentials; they are deleted even when Asana cannot be told. ' +
        'Asks first when a person is at the terminal.',
    )
    .argument('<subject>', 'your id of the user')
    .option('-y, --yes', 'do not ask')
    .action(async (subject: string, { yes = false }: { yes?: boolean }) => {
      const { terminal, console, signal } = context
      const question = `Disconnect ${printable(subject)} from Asana and delete the credentials?`
      if (!yes && terminal.stdin.isTTY && !(await confirm(terminal, question, signal, console.json))) {
        throw new InterruptedError('Nothing was changed.')
      }
      await revoke(context, subject)
    })
}

async function revoke(context: CommandContext, subject: string): Promise<void> {
  const { revoked, deleted, revocationError } = await context.withAuth(auth => auth.disconnect(subject))
  const what = deleted ? 'The credentials are deleted' : 'There were no credentials'
  const end = revoked ? ', and the grant is revoked.' : '.'
  context.console.result({ subject, revoked, deleted }, `${what}${end}`)
  if (!revocationError) return
  const error = new IncompleteError(
    `Asana could not be told (${revocationError.message}) The user can remove the app in Asana: settings, Apps.`,
    'not_revoked',
  )
  context.console.error(error.code, error.message)
  const code = exitCodeOf(revocationError)
  context.exitCode = code === ExitCode.unavailable ? code : ExitCode.failure
}
