import type { JsonSchema } from '@x/asana-client/parameters'
import type { Action } from '../actions/action.ts'
import { offeredName, parametersFor } from './action-parameters.ts'
import { DEFAULT_MAX_ITEMS } from './paging-options.ts'

/** A JSON Schema with a sentence for whoever fills it in. */
export type DescribedSchema = JsonSchema & { readonly description?: string }

/** What an action takes, as one object under the names that are offered. */
export interface OfferedSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, DescribedSchema>>
  readonly required: readonly string[]
  readonly additionalProperties: false
}

const help: Readonly<Record<string, string>> = {
  opt_fields: 'Fields to return, such as name or assignee.name. Without it only gid and name come.',
  limit: 'Items a page, 1 to 100.',
  offset: 'Where the page starts: nextPage.offset of the page before.',
  data: 'The fields to write.',
}

const paging = {
  allPages: { type: 'boolean', description: 'All pages at once.' },
  maxItems: {
    type: 'integer',
    minimum: 1,
    description: `With allPages: how many items at most; ${DEFAULT_MAX_ITEMS} if not given.`,
  },
} as const

export function offeredSchema(action: Action): OfferedSchema {
  const { path, query, required, body, paging: isPaged } = parametersFor(action)
  const { opt_pretty: _, ...useful } = query
  return {
    type: 'object',
    properties: {
      ...Object.fromEntries(path.map(name => [name, { type: 'string' } as const])),
      ...Object.fromEntries(
        Object.entries(useful).map(([name, schema]) => [offeredName(name), helped(name, schema)]),
      ),
      ...(body && { data: helped('data', body) }),
      ...(isPaged && paging),
    },
    required: [...path, ...required.map(offeredName), ...(body ? ['data'] : [])],
    additionalProperties: false,
  }
}

function helped(name: string, schema: JsonSchema): DescribedSchema {
  const description = help[name]
  return description === undefined ? schema : { ...schema, description }
}
