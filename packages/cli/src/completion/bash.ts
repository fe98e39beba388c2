import type { CommandNode, OptionNode } from './command-tree.ts'
import { shellQuote } from './shell-quote.ts'

/** For bash 3.2 (macOS) and newer; nothing is run while completing. */
export function bashCompletion(tree: readonly CommandNode[]): string {
  const takers = tree.flatMap(node => node.options).filter(option => option.value !== 'none')
  return `# asana-auth completion for bash: eval "$(asana-auth completion bash)"
_asana_auth_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$current"))
  compopt -o filenames 2>/dev/null
}
_asana_auth() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" word skip="" i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ -n $skip ]]; then skip=""; continue; fi
    case "$word" in
      ${flagsOf(takers).join('|')}) skip=1 ;;
      -*) ;;
      *) case "$path $word" in
${tree
  .filter(node => node.path)
  .map(
    ({ path }) =>
      `           ${shellQuote(path.includes(' ') ? path : ` ${path}`)}) path=${shellQuote(path)} ;;`,
  )
  .join('\n')}
         esac ;;
    esac
  done
  case "$previous" in
${unique(takers)
  .map(option => `    ${option.flags.join('|')}) ${reply(option.value)}; return ;;`)
  .join('\n')}
  esac
  case "$path" in
${tree.map(node => `    ${shellQuote(node.path)}) ${replies(node)} ;;`).join('\n')}
  esac
}
complete -F _asana_auth asana-auth
`
}

function replies(node: CommandNode): string {
  const words = [...node.commands.map(({ name }) => name), ...node.choices]
  const options = node.options.flatMap(({ flags }) => flags).join(' ')
  const otherwise = node.takesFile ? '_asana_auth_files' : matching(words.join(' '))
  return `if [[ $current == -* ]]; then ${matching(options)}; else ${otherwise}; fi`
}

function reply(value: OptionNode['value']): string {
  if (value === 'file') return '_asana_auth_files'
  return typeof value === 'string' ? ':' : matching(value.join(' '))
}

function matching(words: string): string {
  return `COMPREPLY=($(compgen -W ${shellQuote(words)} -- "$current"))`
}

function flagsOf(options: readonly OptionNode[]): string[] {
  return [...new Set(options.flatMap(({ flags }) => flags))]
}

function unique(options: readonly OptionNode[]): OptionNode[] {
  return [...new Map(options.map(option => [option.flags.join(), option])).values()]
}
