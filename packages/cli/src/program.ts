import { Command, Option } from 'commander'
import { version } from '../package.json'
import type { CommandContext } from './command-context.ts'
import { addCompletion } from './commands/completion.ts'
import { addDoctor } from './commands/doctor.ts'
import { addImport } from './commands/import.ts'
import { addList } from './commands/list.ts'
import { addLogin } from './commands/login.ts'
import { addMigrate } from './commands/migrate.ts'
import { addRekey } from './commands/rekey.ts'
import { addRevoke } from './commands/revoke.ts'
import { addStatus } from './commands/status.ts'
import { addToken } from './commands/token.ts'
import { addWhoami } from './commands/whoami.ts'
import { storeKinds } from './stores/store-settings.ts'

/** The command line as a whole: help, completion and the parser all come from it. */
export function createProgram(context: CommandContext): Command {
  const { terminal, console } = context
  const program = new Command('asana-auth')
    .description('Asana credentials of your users, from the command line.')
    .version(version)
    .addOption(
      new Option('--store <kind>', 'where credentials are (CREDENTIAL_STORE)').choices([...storeKinds]),
    )
    .option('--namespace <name>', 'whose credentials in a shared store (CREDENTIAL_NAMESPACE)')
    .option('--env-file <path>', 'read variables from a file; those that are set win')
    .option('--json', 'JSON on standard output, errors as JSON on standard error')
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      // The help, where no command was named.
      writeErr: text => console.json || terminal.stderr.write(text),
      // `run` tells the error, as text or as JSON.
      outputError: () => {},
      getOutHelpWidth: () => terminal.stdout.columns || 100,
      getErrHelpWidth: () => terminal.stderr.columns || 100,
      getOutHasColors: () => console.style.bold('') !== '',
      getErrHasColors: () => false,
    })
  const adders = [
    addLogin,
    addToken,
    addWhoami,
    addList,
    addStatus,
    addRevoke,
    addImport,
    addRekey,
    addMigrate,
    addDoctor,
    addCompletion,
  ]
  for (const add of adders) add(program, context)
  return program
}
