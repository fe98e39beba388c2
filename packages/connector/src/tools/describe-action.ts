import type { Action } from '../actions/action.ts'

const verbs: Readonly<Record<string, string>> = {
  list: 'List',
  get: 'Get one of',
  create: 'Create one of',
  update: 'Change one of',
  delete: 'Delete or take away one of',
}

/** One sentence for a model, with the operation that it may know from Asana's documentation. */
export function describeAction({ entity, name, operation, destructive }: Action): string {
  const [verb, subject] = [verbs[name] ?? sentence(name), entity.replaceAll('_', ' ')]
  const warning = destructive ? ' It cannot be undone through this tool.' : ''
  const colon = name in verbs ? '' : ':'
  return `${verb}${colon} ${subject} in Asana (${operation.id}, ${operation.method} ${operation.path}).${warning}`
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
