import type { Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { ExitCode } from '../exit-code.ts'
import { describeStatus } from '../status/describe-status.ts'

export function addStatus(program: Command, context: CommandContext): void {
  program
    .command('status')
    .summary('how a connection is; exit code 3 when the user has to authorize')
    .description(
      'Reads the store and asks nobody else. Exit code 0: connected; 3: the user has to go through the consent page.',
    )
    .argument('<subject>', 'your id of the user')
    .action((subject: string) =>
      context.withAuth(async auth => {
        const status = await auth.status(subject)
        context.console.facts({ subject, ...status }, [
          ['subject', subject],
          ...describeStatus(status, context.clock.now()),
        ])
        if (status.state !== 'connected') context.exitCode = ExitCode.authorizationRequired
      }),
    )
}
