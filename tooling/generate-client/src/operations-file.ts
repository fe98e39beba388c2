import type { OperationFacts } from './operation-facts.ts'

/** One line an operation: id, method, path, and what is out of the ordinary about it. */
export function operationsFile(operations: readonly OperationFacts[]): string {
  const lines = operations.map(({ id, method, path, body, answer }) =>
    [id, method, path, body?.kind, answer === 'one' ? undefined : answer].filter(Boolean).join(' '),
  )
  return `// Written by tooling/generate-client from Asana's API description. Do not edit.

/** A line an operation: id, method, path; \`data\` or \`form\` if it has a body; \`pages\`, \`list\` or \`envelope\`. */
export const operationLines = \`${lines.join('\n')}\`
`
}
