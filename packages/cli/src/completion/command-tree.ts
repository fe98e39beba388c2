import type { Command, Option } from 'commander'

/** What can be typed: the program, its commands and theirs, as the parser knows them. */
export interface CommandNode {
  /** `''` for the program, then `migrate`, `migrate schema`. */
  readonly path: string
  readonly summary: string
  readonly options: readonly OptionNode[]
  readonly commands: readonly { readonly name: string; readonly summary: string }[]
  /** What its first argument may be; empty: anything. */
  readonly choices: readonly string[]
  /** Its argument is a file. */
  readonly takesFile: boolean
}

export interface OptionNode {
  readonly flags: readonly string[]
  readonly description: string
  /** What follows it: nothing, anything, a file, or one of these. */
  readonly value: 'none' | 'any' | 'file' | readonly string[]
}

/** Every command with the options that it takes, those of the program included. */
export function commandTree(program: Command): readonly CommandNode[] {
  const shared = program.options.map(optionNode)
  return nodes(program, '', shared)
}

function nodes(command: Command, path: string, shared: readonly OptionNode[]): CommandNode[] {
  const own = command.parent === null ? [] : command.options.map(optionNode)
  const help: OptionNode = { flags: ['-h', '--help'], description: 'display help', value: 'none' }
  const [argument] = command.registeredArguments
  const node: CommandNode = {
    path,
    summary: command.summary(),
    options: [...own, ...shared, help],
    commands: command.commands.flatMap(child =>
      namesOf(child).map(name => ({ name, summary: child.summary() })),
    ),
    choices: argument?.argChoices ?? [],
    takesFile: argument?.name() === 'file',
  }
  const below = command.commands.flatMap(child =>
    namesOf(child).flatMap(name => nodes(child, `${path} ${name}`.trim(), shared)),
  )
  return [node, ...below]
}

function namesOf(command: Command): string[] {
  return [command.name(), ...command.aliases()]
}

function optionNode(option: Option): OptionNode {
  const { short, long, description, argChoices } = option
  const takesValue = option.required || option.optional
  const value = argChoices ?? (option.flags.includes('<path>') ? 'file' : 'any')
  return {
    flags: [short, long].filter(flag => flag !== undefined),
    description,
    value: takesValue ? value : 'none',
  }
}
