import type { CommandNode, OptionNode } from './command-tree.ts'
import { shellQuote } from './shell-quote.ts'

/** `_arguments` specifications, one function a command. */
export function zshCompletion(tree: readonly CommandNode[]): string {
  return `#compdef asana-auth
# asana-auth completion for zsh: source <(asana-auth completion zsh), after compinit
${tree.map(functionFor).join('\n')}
if [[ $funcstack[1] == _asana-auth ]]; then _asana-auth "$@"; else compdef _asana-auth asana-auth; fi
`
}

function functionFor(node: CommandNode): string {
  const name = functionName(node.path)
  const specs = node.options.flatMap(optionSpecs)
  if (node.commands.length === 0) {
    const argument = argumentSpec(node)
    return `${name}() {\n  _arguments ${[...specs, ...(argument ? [argument] : [])].join(' \\\n    ')}\n}`
  }
  const commands = node.commands.map(({ name: child, summary }) =>
    shellQuote(`${child}:${summary.replaceAll(':', '\\:')}`),
  )
  const cases = node.commands.map(({ name: child }) => {
    const path = `${node.path} ${child}`.trim()
    return `    ${child}) ${functionName(path)} ;;`
  })
  return `${name}() {
  local state line
  _arguments -C ${specs.join(' \\\n    ')} \\
    '1: :->command' '*:: :->rest'
  case $state in
  command) local -a commands=(${commands.join(' ')}); _describe command commands ;;
  rest) case $line[1] in
${cases.join('\n')}
    esac ;;
  esac
}`
}

function functionName(path: string): string {
  return `_asana-auth${path && `_${path.replaceAll(' ', '_')}`}`
}

function optionSpecs({ flags, description, value }: OptionNode): string[] {
  const text = description.replace(/[[\]:]/g, '\\$&')
  const action = value === 'none' ? '' : `:value:${valueAction(value)}`
  return flags.map(flag => shellQuote(`(${flags.join(' ')})${flag}[${text}]${action}`))
}

function valueAction(value: OptionNode['value']): string {
  if (value === 'file') return '_files'
  return typeof value === 'string' ? '' : `(${value.join(' ')})`
}

function argumentSpec({ choices, takesFile }: CommandNode): string | undefined {
  if (takesFile) return shellQuote('1:file:_files')
  return choices.length > 0 ? shellQuote(`1:value:(${choices.join(' ')})`) : undefined
}
