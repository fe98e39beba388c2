import type { OperationFacts } from './operation-facts.ts'

/**
 * By id, in one line: method, path, and what is out of the ordinary about the operation. An object, and no text to be
 * cut at each start: the parser makes its names.
 */
export function operationsFile(operations: readonly OperationFacts[]): string {
  const lines = operations.map(({ id, method, path, body, answer }) => {
    const facts = [method, path, body?.kind, answer === 'one' ? undefined : answer].filter(Boolean).join(' ')
    return `  ${id}: '${facts}',`
  })
  return `// Written by tooling/generate-client from Asana's API description. Do not edit.

/** By id: method, path; \`data\` or \`form\` if it has a body; \`pages\`, \`list\` or \`envelope\`. */
export const operationTable = {
  // Nothing is inherited: "constructor" is no operation.
  __proto__: null,
${lines.join('\n')}
} as unknown as Readonly<Record<string, string>>
`
}
