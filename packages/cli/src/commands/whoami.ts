import type { AsanaSession, AuthManager } from '@x/asana-auth-core'
import type { Command } from 'commander'
import { UsageError } from '../cli-errors.ts'
import type { CommandContext } from '../command-context.ts'

export function addWhoami(program: Command, context: CommandContext): void {
  program
    .command('whoami')
    .summary('ask Asana who a subject, or the personal access token, is')
    .description(
      "Asks Asana whose token it is: a subject's, or without one that of ASANA_ACCESS_TOKEN. " +
        'Proves that the connection works end to end.',
    )
    .argument('[subject]', 'your id of the user')
    .action((subject?: string) =>
      subject === undefined ? whoIsApp(context) : context.withAuth(auth => whoIs(context, auth, subject)),
    )
}

async function whoIsApp(context: CommandContext): Promise<void> {
  await using auth = context.manager({ fallbackToAppToken: true })
  if (!auth.asana.app.token) {
    throw new UsageError('Name a subject, or set ASANA_ACCESS_TOKEN to a personal access token.')
  }
  await tell(context, await auth.session({}))
}

async function whoIs(context: CommandContext, auth: AuthManager, subject: string): Promise<void> {
  await tell(context, await auth.session({ subject }))
}

async function tell({ console, signal }: CommandContext, session: AsanaSession): Promise<void> {
  const user = await session.asana.getUser('me', {
    opt_fields: ['name', 'email', 'workspaces.name'],
    signal,
  })
  const { gid, name, email, workspaces = [] } = user
  const { subject } = session.settings
  console.facts({ ...(subject !== undefined && { subject }), gid, name, email, workspaces }, [
    ['subject', subject],
    ['name', name ?? undefined],
    ['email', email ?? undefined],
    ['gid', gid],
    ['workspaces', workspaces.map(workspace => `${workspace.name} (${workspace.gid})`).join(', ')],
  ])
}
