import { Argument, type Command } from 'commander'
import type { CommandContext } from '../command-context.ts'
import { bashCompletion } from '../completion/bash.ts'
import { commandTree } from '../completion/command-tree.ts'
import { fishCompletion } from '../completion/fish.ts'
import { zshCompletion } from '../completion/zsh.ts'

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }
type Shell = keyof typeof shells

export function addCompletion(program: Command, context: CommandContext): void {
  program
    .command('completion')
    .summary('print a completion script for bash, zsh or fish')
    .description(
      'Prints a completion script. bash: eval "$(asana-auth completion bash)"; zsh: source <(asana-auth completion zsh); ' +
        'fish: asana-auth completion fish | source',
    )
    .addArgument(new Argument('<shell>').choices(Object.keys(shells)))
    .action((shell: Shell) => {
      const script = shells[shell](commandTree(program))
      context.console.result({ shell, script }, script.trimEnd())
    })
}
