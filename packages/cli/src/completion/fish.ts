import type { CommandNode, OptionNode } from './command-tree.ts'

export function fishCompletion(tree: readonly CommandNode[]): string {
  const lines = tree.flatMap(node => [
    ...node.commands.map(({ name, summary }) => complete(needs(node), `-a ${name} -d ${quote(summary)}`)),
    ...node.choices.map(choice => complete(uses(node), `-a ${choice}`)),
    ...(node.takesFile ? [complete(uses(node), '-F')] : []),
    ...node.options.map(option => complete(uses(node), optionArguments(option))),
  ])
  return `# asana-auth completion for fish: asana-auth completion fish | source
complete -c asana-auth -f
${lines.join('\n')}
`
}

function complete(condition: string | undefined, rest: string): string {
  return `complete -c asana-auth${condition === undefined ? '' : ` -n ${quote(condition)}`} ${rest}`
}

/** The command has been typed, and none of those below it. */
function needs(node: CommandNode): string {
  if (node.path === '') return '__fish_use_subcommand'
  const children = node.commands.map(({ name }) => name).join(' ')
  return `${uses(node)}; and not __fish_seen_subcommand_from ${children}`
}

function uses({ path }: CommandNode): string | undefined {
  if (path === '') return '__fish_use_subcommand'
  return path
    .split(' ')
    .map(name => `__fish_seen_subcommand_from ${name}`)
    .join('; and ')
}

function optionArguments({ flags, description, value }: OptionNode): string {
  const names = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`))
  const argument =
    value === 'none'
      ? ''
      : value === 'file'
        ? ' -r -F'
        : value === 'any'
          ? ' -x'
          : ` -x -a ${quote(value.join(' '))}`
  return `${names.join(' ')} -d ${quote(description)}${argument}`
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
