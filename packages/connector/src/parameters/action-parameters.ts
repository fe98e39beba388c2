import type { OperationId } from '@x/asana-client'
import { type JsonSchema, parametersOf } from '@x/asana-client/parameters'
import type { Action } from '../actions/action.ts'

/** What an action takes. `path`, `query`, `data` and `paging` stand side by side in one object. */
export interface ActionParameters {
  /** In the order of the path; all required. */
  readonly path: readonly string[]
  /** By the name that Asana knows. */
  readonly query: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
  /** Of `data`, if the action takes it. */
  readonly body: JsonSchema | undefined
  /** It answers with a list, of which `allPages` collects the rest. */
  readonly paging: boolean
}

/** Filters by custom field have the field's gid in their name (Asana docs: Search tasks in a workspace). */
const customFieldFilter = /^custom_fields\.\d+\.\w+$/

export const SEARCH = 'searchTasksForWorkspace'

const optFields: JsonSchema = { type: 'array', items: { type: 'string' } }

const limit: JsonSchema = { type: 'integer', minimum: 1, maximum: 100 }

/** Asana takes a limit for these, too; its description does not say so. */
export type AlsoLimited = typeof SEARCH | 'getUsersForWorkspace' | 'getUsersForTeam'

const alsoLimited: readonly string[] = [
  SEARCH,
  'getUsersForWorkspace',
  'getUsersForTeam',
] satisfies AlsoLimited[]

const known = new Map<string, ActionParameters>()

export function parametersFor(action: Action): ActionParameters {
  const parameters = known.get(action.id) ?? read(action)
  known.set(action.id, parameters)
  return parameters
}

function read({ operation, kind }: Action): ActionParameters {
  const { path, query, body } = parametersOf(operation.id as OperationId)
  if (kind === 'download') {
    return { path, query: { range_header: { type: 'string' } }, required: [], body: undefined, paging: false }
  }
  return {
    path,
    query: {
      ...query.properties,
      ...(alsoLimited.includes(operation.id) && { limit }),
      // Asana takes it everywhere, also where its description does not say so.
      opt_fields: optFields,
    },
    required: query.required ?? [],
    body,
    paging: operation.list !== undefined,
  }
}

/** As it is offered: `assignee_any` for `assignee.any`, because not every model may write a dot. */
export function offeredName(name: string): string {
  return name.replaceAll('.', '_')
}

/** The name under which a parameter is sent, for either spelling; undefined if there is none. */
export function sentName(parameters: ActionParameters, name: string): string | undefined {
  if (Object.hasOwn(parameters.query, name) || parameters.path.includes(name)) return name
  const dotted = Object.keys(parameters.query).find(known => offeredName(known) === name)
  if (dotted) return dotted
  if (!Object.hasOwn(parameters.query, 'assignee.any')) return undefined
  const custom = name.replace(/^custom_fields[._](\d+)[._](\w+)$/, 'custom_fields.$1.$2')
  return customFieldFilter.test(custom) ? custom : undefined
}
