import { ConfigurationError } from '@x/asana-auth-core'
import { type Action, BATCH } from '../actions/action.ts'
import { allActions } from '../actions/catalogue.ts'
import { didYouMean } from '../parameters/nearest.ts'

/**
 * The actions that patterns such as `tasks.list`, `tasks.*` or `*.list` name.
 * @throws {ConfigurationError} `invalid_option`: a pattern that names nothing, which is a mistake in it
 */
export function chooseActions(patterns: readonly string[] | undefined, readOnly: boolean): Action[] {
  const possible = allActions().filter(action => isForAgents(action) && (action.readOnly || !readOnly))
  if (!patterns) return possible
  const chosen = new Set<Action>()
  for (const pattern of patterns) {
    const matching = possible.filter(({ entity, name }) => matches(pattern, entity, name))
    if (matching.length === 0) throw namesNothing(pattern, possible, readOnly)
    for (const action of matching) chosen.add(action)
  }
  return possible.filter(action => chosen.has(action))
}

/** A model reads and writes text: bytes are nothing for it. */
function isForAgents({ kind, operation }: Action): boolean {
  return kind === 'operation' && operation.body !== 'form'
}

function matches(pattern: string, entity: string, name: string): boolean {
  const [wantedEntity, wantedName, ...more] = pattern.split('.')
  // `*.create` would else do what `tasks.delete` does: a batch holds anything.
  const isAny = wantedEntity === '*' && (entity !== BATCH || wantedName === '*')
  const isEntity = isAny || wantedEntity === entity
  return isEntity && (wantedName === '*' || wantedName === name) && more.length === 0
}

function namesNothing(pattern: string, possible: readonly Action[], readOnly: boolean): ConfigurationError {
  const meant = didYouMean(
    pattern,
    possible.map(({ id }) => id),
  )
  const hint = readOnly ? ' (With readOnly, actions that write are left out.)' : ''
  return new ConfigurationError(
    'invalid_option',
    `tools: ${JSON.stringify(pattern)} is no action.${meant}${hint}`,
  )
}
