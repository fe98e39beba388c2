import { allActions, entityNames } from '../src/actions/catalogue.ts'
import { parametersFor } from '../src/parameters/action-parameters.ts'

/** The types of all accessors, which a file in src holds: TypeScript cannot follow the naming rule itself. */
export function accessorTypes(): string {
  const entities = entityNames().map(entity => {
    const members = allActions()
      .filter(action => action.entity === entity)
      .map(action => {
        const { path, body } = parametersFor(action)
        if (action.kind === 'download') return `    readonly ${action.name}: DownloadCall`
        const names = path.map(name => `'${name}'`).join(', ')
        const rest = body ? `, [${names}], 'body'` : names ? `, [${names}]` : ''
        return `    readonly ${action.name}: ActionCall<'${action.operation.id}'${rest}>`
      })
    return `  readonly ${entity}: {\n${members.join('\n')}\n  }`
  })
  return `// Written by test/accessors.test.ts (npx vitest run packages/connector -u). Do not edit.

import type { ActionCall } from './action-call.ts'
import type { DownloadCall } from './download-call.ts'

/** One property for each entity, with one method for each of its actions. */
export interface EntityAccessors {
${entities.join('\n')}
}
`
}
